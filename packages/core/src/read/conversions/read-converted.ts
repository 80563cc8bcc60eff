import type { Article } from '../../article.ts';
import { type Diagnostic, diagnose, type Span } from '../../diagnostic.ts';
import type { FileReport } from '../../report.ts';
import { Ledger } from '../ledger.ts';
import { type Reading, type ReadOptions, readArticles } from '../read-articles.ts';
import type { Step } from '../reader.ts';
import type { Conversion, Lost, Passage } from './conversion.ts';
import { TextMap } from './text-map.ts';

/** Reads a file by way of its text: the readers see the text, provenance and report speak of the file and of both. */
export function readConverted(
  file: Blob,
  { conversion, ...options }: ReadOptions & { conversion: Conversion },
): Reading {
  const account = new Account(file.size);
  const { onProgress, ...quiet } = options;
  async function* text(): AsyncIterable<Uint8Array> {
    const encoder = new TextEncoder();
    for await (const passage of conversion.convert(file)) {
      onProgress?.(passage.span.end);
      account.note(passage);
      if (!hasText(passage)) continue;
      // NULs would pass for one half of UTF-16.
      const bytes = encoder.encode(passage.text.replaceAll('\0', ' '));
      account.map.add(passage, bytes.length);
      if (passage.kind === 'text') yield bytes;
    }
    onProgress?.(file.size);
  }
  const reading = readArticles(text(), quiet);
  const placed = (article: Article): Article => {
    const { span, ...provenance } = article.provenance;
    const diagnostics = [...(conversion.caution ? [conversion.caution] : []), ...article.diagnostics];
    return { ...article, provenance: { ...provenance, ...account.map.place(span) }, diagnostics };
  };
  async function* articles(): AsyncGenerator<Article> {
    for await (const article of reading) yield placed(article);
  }
  async function* steps(): AsyncGenerator<Step> {
    for await (const { articles, withdrawals } of reading.steps())
      yield { articles: articles.map(placed), withdrawals: withdrawals.map((each) => account.placed(each)) };
  }
  const report = async () => account.report(await reading.report(), conversion.id);
  return { file: options.file, steps, [Symbol.asyncIterator]: articles, report };
}

function hasText(passage: Passage | Lost): passage is Passage {
  return passage.kind !== 'unread' && passage.kind !== 'frame';
}

/** The file's bytes and the text's, both to the last. */
class Account {
  readonly map = new TextMap();
  readonly #ledger = new Ledger();
  readonly #size: number;
  #entries = 0;

  constructor(size: number) {
    this.#size = size;
  }

  /** Books what stands in the file. */
  note(passage: Passage | Lost): void {
    if (hasText(passage)) {
      this.#entries += passage.entries ?? 0;
      this.#ledger.book(passage.span, { kind: 'converted' });
      return;
    }
    const { kind, span, text = '', diagnostics = [] } = passage;
    this.#ledger.note(diagnostics);
    this.#ledger.book(span, kind === 'frame' ? { kind: 'front' } : { kind, text });
  }

  /** The account of the text, told as the file's. */
  report(text: FileReport, from: string): FileReport {
    const file = this.#ledger.close(this.#size);
    const declared = text.declared ?? (this.#entries || null);
    const met = text.declared !== null || declared === null || declared === text.found;
    const diagnostics: Diagnostic[] = [...file.diagnostics, ...this.#ofText(text)];
    if (!met) {
      const message = `The contents list ${declared} articles; ${text.found} were found.`;
      diagnostics.push(diagnose('count-differs', message));
    }
    return {
      ...text,
      ...(text.withdrawals && { withdrawals: text.withdrawals.map((each) => this.placed(each)) }),
      bytes: this.#size,
      declared,
      unreadBytes: file.unreadBytes + text.unreadBytes,
      balanced: file.balanced && text.balanced && met,
      spans: file.spans,
      text: { from, bytes: this.map.bytes, spans: this.map.weave(text.spans) },
      diagnostics,
    };
  }

  placed<Item extends { span: Span }>(item: Item): Item {
    return { ...item, span: this.map.place(item.span).span };
  }

  /** Places in the text are told as such; that an empty text is an empty file is not so. */
  #ofText({ diagnostics }: FileReport): Diagnostic[] {
    return diagnostics
      .filter(({ code }) => code !== 'file-empty' || this.#ledger.diagnostics.length === 0)
      .map((each) =>
        each.span && !each.path ? { ...each, path: 'text', span: this.map.place(each.span).text } : each,
      );
  }
}
