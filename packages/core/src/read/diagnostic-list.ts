import type { Diagnostic, Span } from '../diagnostic.ts';

/** What a list tells one by one: a person looks at no more places, and a hostile file has millions. */
export const mostTold = 100;

/** Diagnostics as they are met: of each code the first ones with their places, the others counted in one, so that memory is bounded. */
export class DiagnosticList<Item extends Diagnostic = Diagnostic> {
  readonly #items: Item[] = [];
  readonly #most: number;
  readonly #met = new Map<Diagnostic['code'], { times: number; rest?: Item & { count: number } }>();

  constructor(most = mostTold) {
    this.#most = most;
  }

  add(items: readonly Item[]): void {
    for (const item of items) this.meet(item.code, { span: item.span, count: item.count, make: () => item });
  }

  /** In the order in which they were met. */
  all(): Item[] {
    return this.#items.map((item) => {
      if (this.#met.get(item.code)?.rest !== item || item.count === 1) return item;
      return { ...item, message: `${item.message} Met ${item.count} times from here on.` };
    });
  }

  /** Adds one that is made only where it is told by itself. */
  meet(
    code: Item['code'],
    { span, count = 1, make }: { span?: Span | undefined; count?: number | undefined; make: () => Item },
  ): void {
    const met = this.#met.get(code) ?? { times: 0 };
    if (met.times === 0) this.#met.set(code, met);
    met.times += count;
    if (met.times <= this.#most) this.#items.push(make());
    else if (met.rest) {
      met.rest.count += count;
      if (met.rest.span && span) met.rest.span = { start: met.rest.span.start, end: span.end };
    } else {
      met.rest = { ...make(), count };
      this.#items.push(met.rest);
    }
  }
}
