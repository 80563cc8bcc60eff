import type { Article } from '../article.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';

// Of 261 articles of real exports 99 in 100 count within 5 % of what is stated; twice that is far from usual.
const band = 0.1;
// A short item may differ by a line that the vendor counts and does not show.
const slack = 12;
/** Articles of a source in the file after which that source's own ratio is what is usual. */
const enough = 5;
const mostRatios = 50;
const mostSources = 1000;

/** Compares the words of each article with what the file states, and with the file's earlier articles of its source. */
export class Completeness {
  readonly #ratios = new Map<string, number[]>();

  /** What is unusual about the length of an article's text. */
  judge({ source, wordCount: { stated, counted } }: Article): Diagnostic[] {
    if (!stated) return [];
    return this.#compare(source?.code ?? source?.name ?? '', { stated, counted });
  }

  #compare(source: string, { stated, counted }: { stated: number; counted: number }): Diagnostic[] {
    const ratios = this.#ratios.get(source) ?? [];
    const usual = ratios.length >= enough ? median(ratios) : 1;
    this.#keep(source, [...ratios.slice(1 - mostRatios), counted / stated]);
    const expected = stated * usual;
    const off = counted - expected;
    if (Math.abs(off) <= Math.max(stated * band, slack)) return [];
    const figures = `The file states ${stated} words, ${counted} were read`;
    const custom = usual === 1 ? '' : ` (for this source ${Math.round(expected)} are usual)`;
    return off < 0
      ? [diagnose('text-short', `${figures}${custom}: a part of the text may be missing, or a table.`)]
      : [diagnose('text-long', `${figures}${custom}: text that is not the article’s may have got in.`)];
  }

  #keep(source: string, ratios: number[]): void {
    if (this.#ratios.size < mostSources || this.#ratios.has(source)) this.#ratios.set(source, ratios);
  }
}

function median(values: number[]): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? 1;
}
