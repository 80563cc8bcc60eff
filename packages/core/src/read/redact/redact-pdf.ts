import { mostPages, openPdf, type PdfDocument } from '../conversions/pdf.ts';
import { vendorMark } from '../conversions/pdf-furniture.ts';
import { joinRuns, type Letters, type Run, rowsOf } from '../conversions/pdf-lines.ts';
import { holdStrayFailures } from '../conversions/stray-failures.ts';
import type { LineRule } from './line-rule.ts';
import { PdfWriter, type Written } from './pdf-writer.ts';
import type { Redaction } from './redact.ts';

/**
 * Writes a PDF with the same pages, and on them covered letters in the same places, sizes and fonts of other names;
 * pictures, links and everything else is left out.
 */
export async function redactPdf(file: Blob, rule: LineRule): Promise<Redaction> {
  if (file.size > mostBytes) return { trouble: 'The PDF is too large to be covered. Redact a part of it.' };
  const release = holdStrayFailures();
  try {
    const document = await openPdf(new Uint8Array(await file.arrayBuffer()));
    if ('code' in document) return { trouble: document.message };
    const chunks = await coverPages(document, rule);
    await document.destroy();
    return { chunks: each(chunks) };
  } finally {
    await release();
  }
}

const mostBytes = 128 * 1024 * 1024;

async function* each(chunks: Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* chunks;
}

async function coverPages(document: PdfDocument, rule: LineRule): Promise<Uint8Array[]> {
  const writer = new PdfWriter();
  const pages = Math.min(document.pages, mostPages);
  for (let page = 1; page <= pages; page++) {
    const letters = await lettersOn(document, page);
    const rows = rowsOf(letters).map((row) => coverRow(row, { rule, page, pages }));
    // The first run of each line, then the second: programs join runs of one line that follow each other.
    const passes: Written[][] = [];
    for (const row of rows)
      for (const [pass, run] of row.entries()) {
        passes[pass] ??= [];
        passes[pass].push(run);
      }
    await writer.page(await boxOf(document, page), passes.flat());
  }
  return writer.end();
}

/** A page that cannot be read is an empty one. */
async function lettersOn(document: PdfDocument, page: number): Promise<Letters[]> {
  try {
    return await document.items(page);
  } catch {
    return [];
  }
}

async function boxOf(document: PdfDocument, page: number): Promise<number[]> {
  try {
    return await document.box(page);
  } catch {
    return [0, 0, 595, 842];
  }
}

interface Covering {
  rule: LineRule;
  page: number;
  pages: number;
}

function coverRow(row: Run[], { rule, page, pages }: Covering): Written[] {
  const { text, starts } = joinRuns(row);
  const covered = rule.line(text).split('');
  // By these a page header is known.
  if (text.length < longestHeader) {
    const numbers = [...text.matchAll(/\d{1,6}/g)].filter(({ 0: number }) =>
      [page, pages].includes(Number(number)),
    );
    for (const { index, 0: kept } of [...numbers, ...text.matchAll(new RegExp(vendorMark, 'gi'))])
      covered.splice(index, kept.length, ...kept.split(''));
  }
  return row.map(({ letters, text: own }, index) => {
    const start = starts[index] ?? 0;
    return { letters, text: covered.slice(start, start + own.length).join('') };
  });
}

const longestHeader = 150;
