import type { Article } from '../article.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { copyOf } from './remember.ts';

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
  readonly #ratios = new Map<string, Ratios>();

  /** What is unusual about the length of an article's text. */
  judge({ source, wordCount: { stated, counted } }: Article): Diagnostic[] {
    if (!stated) return [];
    return this.#compare(source?.code ?? source?.name ?? '', { stated, counted });
  }

  #compare(source: string, { stated, counted }: { stated: number; counted: number }): Diagnostic[] {
    const known = this.#ratios.get(source);
    const ratios = known ?? new Ratios();
    const usual = ratios.size >= enough ? ratios.median : 1;
    ratios.add(counted / stated);
    if (!known && this.#ratios.size < mostSources) this.#ratios.set(copyOf(source), ratios);
    const expected = stated * usual;
    const off = counted - expected;
    if (Math.abs(off) <= Math.max(stated * band, slack)) return [];
    const figures = `The file states ${stated} words, ${counted} were read`;
    const custom = usual === 1 ? '' : ` (for this source ${Math.round(expected)} are usual)`;
    return off < 0
      ? [diagnose('text-short', `${figures}${custom}: a part of the text may be missing, or a table.`)]
      : [diagnose('text-long', `${figures}${custom}: text that is not the article’s may have got in.`)];
  }
}

/** The latest ratios of a source, in the order they came and in that of their size. */
class Ratios {
  #latest: number[] = [];
  #sorted: number[] = [];

  get size(): number {
    return this.#latest.length;
  }

  get median(): number {
    return this.#sorted[this.#sorted.length >> 1] ?? 1;
  }

  add(ratio: number): void {
    this.#latest.push(ratio);
    const above = this.#sorted.findIndex((one) => one > ratio);
    this.#sorted.splice(above < 0 ? this.#sorted.length : above, 0, ratio);
    if (this.#latest.length <= mostRatios) return;
    const oldest = this.#latest.shift() as number;
    this.#sorted.splice(this.#sorted.indexOf(oldest), 1);
  }
}
