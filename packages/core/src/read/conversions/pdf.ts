import { type Diagnostic, diagnose } from '../../diagnostic.ts';
import type { Conversion, Lost, Passage } from './conversion.ts';
import { markFurniture } from './pdf-furniture.ts';
import { type Letters, linesOf, type PageLine } from './pdf-lines.ts';
import { isEndless } from './pdf-objects.ts';
import { passagesOf } from './pdf-paragraphs.ts';
import { holdStrayFailures } from './stray-failures.ts';

/** A PDF: the text of its pages, lines rebuilt from the places of the letters, page headers and contents set apart. */
export const pdf: Conversion = {
  id: 'pdf',
  label: 'PDF',
  detect: (head) => new TextDecoder('latin1').decode(head.subarray(0, 1024)).includes('%PDF-'),
  convert,
  caution: diagnose(
    'text-rebuilt',
    'This article was taken from a PDF, and its lines and paragraphs were rebuilt. Compare it with the file before you quote it, or download it as RTF or HTML.',
  ),
};

const mostBytes = 512 * 1024 * 1024;
/** Pages behind these are not read. */
export const mostPages = 20_000;

async function* convert(file: Blob): AsyncIterable<Passage | Lost> {
  const whole = { start: 0, end: file.size };
  const lost = (diagnostic: Diagnostic): Lost => ({
    kind: 'unread',
    span: whole,
    text: 'PDF',
    diagnostics: [diagnostic],
  });
  if (file.size > mostBytes) {
    yield lost(
      diagnose('file-oversized', 'The PDF is too large to be opened. Download the articles as RTF or HTML.'),
    );
    return;
  }
  const read = await readDocument(new Uint8Array(await file.arrayBuffer()));
  if ('code' in read) {
    yield lost(read);
    return;
  }
  const { lines, diagnostics } = read;
  if (lines.length === 0 && !diagnostics.some(({ severity }) => severity === 'error')) {
    const message =
      'The PDF holds no text: its pages are pictures, or it is damaged. Download the articles as RTF or HTML, or run text recognition on it first.';
    yield lost(diagnose('file-scanned', message));
    return;
  }
  if (lines.length === 0) yield { ...lost(diagnose('file-damaged', damaged)), diagnostics };
  else if (diagnostics.length > 0) yield { kind: 'frame', span: { start: 0, end: 0 }, diagnostics };
  for (const passage of passagesOf(markFurniture(lines))) yield { ...passage, span: whole };
}

async function readDocument(data: Uint8Array): Promise<Pages | Diagnostic> {
  const release = holdStrayFailures();
  try {
    const document = await openPdf(data);
    if ('code' in document) return document;
    const read = await readPages(document);
    await document.destroy();
    return read;
  } finally {
    await release();
  }
}

const damaged = 'The PDF is damaged and cannot be opened. Download it again, or the articles as RTF or HTML.';

export interface PdfDocument {
  pages: number;
  /** The runs of letters on a page, from 1. */
  items(page: number): Promise<Letters[]>;
  /** Lower left and upper right corner of a page, in points. */
  box(page: number): Promise<number[]>;
  destroy(): Promise<void>;
}

/** Opens a PDF with everything off that reaches out: no worker, no font, no picture, no code of the file is loaded. */
export async function openPdf(data: Uint8Array): Promise<PdfDocument | Diagnostic> {
  if (isEndless(data)) return diagnose('file-damaged', damaged);
  const { getDocument, VerbosityLevel } = await import('unpdf/pdfjs');
  const task = getDocument({
    data,
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    disableAutoFetch: true,
    maxImageSize: 0,
  });
  try {
    const document = await task.promise;
    return {
      pages: document.numPages,
      destroy: () => task.destroy(),
      box: async (number) => (await document.getPage(number)).view,
      async items(number) {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent({ includeMarkedContent: false });
        page.cleanup();
        return items.filter((item) => 'str' in item);
      },
    };
  } catch (error) {
    await task.destroy();
    if (error instanceof Error && error.name === 'PasswordException') {
      const message = 'The PDF is protected by a password. Remove the protection and give it again.';
      return diagnose('file-encrypted', message);
    }
    return diagnose('file-damaged', damaged);
  }
}

interface Pages {
  lines: PageLine[];
  diagnostics: Diagnostic[];
}

async function readPages(document: PdfDocument): Promise<Pages> {
  const lines: PageLine[] = [];
  const diagnostics: Diagnostic[] = [];
  const pages = Math.min(document.pages, mostPages);
  const empty: number[] = [];
  for (let page = 1; page <= pages; page++) {
    try {
      const found = linesOf(await document.items(page), page);
      if (found.length === 0) empty.push(page);
      for (const line of found) lines.push(line);
    } catch {
      diagnostics.push(
        diagnose('page-unreadable', `Page ${page} of the PDF cannot be read. Download it again.`),
      );
    }
  }
  if (document.pages > pages) {
    const message = `The PDF has ${document.pages} pages; ${pages} were read. Download fewer articles at once.`;
    diagnostics.push(diagnose('page-unreadable', message));
  }
  if (empty.length > 0 && lines.length > 0) {
    const message = `${empty.length === 1 ? 'Page' : 'Pages'} ${empty.slice(0, 20).join(', ')} of the PDF: no text.`;
    diagnostics.push(diagnose('page-empty', message));
  }
  return { lines, diagnostics };
}
