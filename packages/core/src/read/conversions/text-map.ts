import type { Span } from '../../diagnostic.ts';
import type { LedgerSpan } from '../../report.ts';
import type { Passage } from './conversion.ts';

/** A passage in the whole text, and from where on the readers saw it. */
interface Entry {
  kind: Passage['kind'];
  start: number;
  end: number;
  /** Place of its start in what the readers saw. */
  seen: number;
  span: Span;
  page: number | undefined;
}

/** Where each byte of a converted text came from: readers see the passages of kind `text` alone. */
export class TextMap {
  readonly #entries: Entry[] = [];
  #seen = 0;
  bytes = 0;

  add({ kind, span, page }: Passage, length: number): void {
    const last = this.#entries.at(-1);
    if (last?.kind === kind && last.page === page && last.span.start === span.start) last.end += length;
    else
      this.#entries.push({ kind, start: this.bytes, end: this.bytes + length, seen: this.#seen, span, page });
    this.bytes += length;
    if (kind === 'text') this.#seen += length;
  }

  /** Turns a span of what the readers saw into one of the whole text, of the file, and the page it begins on. */
  place({ start, end }: Span): { span: Span; text: Span; page?: number } {
    const first = this.#at(start);
    const last = this.#at(Math.max(start, end - 1));
    if (!first || !last) return { span: { start: 0, end: 0 }, text: { start, end } };
    const text = { start: first.start + start - first.seen, end: last.start + end - last.seen };
    const span = { start: first.span.start, end: Math.max(first.span.end, last.span.end) };
    return { span, text, ...(first.page !== undefined && { page: first.page }) };
  }

  /** The passage of kind `text` that holds a byte the readers saw. */
  #at(seen: number): Entry | undefined {
    let low = 0;
    let high = this.#entries.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#entries[middle]?.seen ?? 0) <= seen) low = middle;
      else high = middle - 1;
    }
    // Passages that were not seen begin where the next one that was does.
    while (low > 0 && this.#entries[low]?.kind !== 'text') low--;
    return this.#entries[low];
  }

  /** The readers' spans over the whole text, with what they did not see between: they tile it. */
  weave(spans: readonly LedgerSpan[]): LedgerSpan[] {
    const woven: LedgerSpan[] = [];
    const add = (span: LedgerSpan) => {
      const last = woven.at(-1);
      if (last && last.kind === span.kind && last.article === span.article && last.field === span.field)
        last.end = span.end;
      else woven.push(span);
    };
    let index = 0;
    for (const { kind, start, end, seen } of this.#entries) {
      if (kind !== 'text') {
        add({ start, end, kind });
        continue;
      }
      const shift = start - seen;
      const seenEnd = seen + end - start;
      for (; index < spans.length; index++) {
        const span = spans[index];
        if (!span || span.start >= seenEnd) break;
        add({ ...span, start: Math.max(span.start, seen) + shift, end: Math.min(span.end, seenEnd) + shift });
        if (span.end > seenEnd) break;
      }
    }
    return woven;
  }
}
