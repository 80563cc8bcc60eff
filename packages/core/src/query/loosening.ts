import type { Span } from '../diagnostic.ts';
import type { Query } from './query.ts';

type Part = Exclude<Query, { type: 'all' }>;

/** A number in a query that can be moved: the farther, the more is found. */
export interface Slide {
  /** The part it stands in, known by its span wherever it is. */
  part: Span;
  /** How far it can go, in steps; 1 is the nearest. */
  most: number;
  /** The steps are of a number that grows from this; the middle of a wide range is looked for by proportion. */
  base: number;
  /** The part moved so far. */
  put(part: Query, steps: number): Query;
  /** What is changed then, in words. */
  change(steps: number): string;
}

/** A query that finds no less than another, with what was changed, in words. */
export interface Loosening {
  query: Query;
  /** Example: `near9 instead of near5`. */
  change: string;
  /** How far it goes from what was asked: 1 for a longer distance, up to 6 for a part left out. */
  size: number;
  /** What it lets go of, each with its place: a change that lets go of no more than another is the smaller one. */
  lets: string[];
  /** Whether it stands elsewhere than what it is made from, so that from something else it may be farther. */
  isShorter?: boolean;
  /** The number in it that may be nearer to what was asked; in `query` it is as far as it goes. */
  slide?: Slide;
}

/** How far each change goes. */
export const sizes = {
  distance: 1,
  ending: 1,
  order: 2,
  count: 2,
  word: 2,
  apart: 3,
  field: 3,
  length: 3,
  exclusion: 4,
  range: 5,
  part: 6,
};

/** What a change of a part lets go of. */
export function letting({ span }: { span: Span }, ...kinds: string[]): string[] {
  return kinds.map((kind) => `${kind} ${span.start}-${span.end}`);
}

/** A part with a number moved as far as it goes. */
export function moved(
  part: Part,
  { size, lets, ...slide }: Omit<Slide, 'part'> & Pick<Loosening, 'size' | 'lets'>,
): Loosening {
  const span = { ...part.span };
  const query = slide.put({ ...part, span }, slide.most);
  return { query, change: slide.change(slide.most), size, lets, slide: { ...slide, part: span } };
}

/** A query with one of its parts, known by its span, as something else. */
export function putPart(query: Query, span: Span, put: (part: Query) => Query): Query {
  if (query.type === 'all') return query;
  if (query.span === span) return put(query);
  const inside = (part: Query): Query => putPart(part, span, put);
  switch (query.type) {
    case 'and':
    case 'or':
      return { ...query, of: query.of.map(inside) } as Part;
    case 'not':
      return { ...query, include: inside(query.include), exclude: inside(query.exclude) };
    case 'near':
    case 'same':
      return { ...query, left: inside(query.left), right: inside(query.right) } as Part;
    case 'field':
    case 'first':
    case 'atleast':
      return { ...query, of: inside(query.of) } as Part;
    default:
      return query;
  }
}

/** The fewest steps with which a query moved all the way still finds something, as far as `finds` can be asked. */
export async function fewestSteps(
  { base, most }: Pick<Slide, 'base' | 'most'>,
  finds: (steps: number) => Promise<boolean | null>,
): Promise<number> {
  let [none, some] = [0, most];
  while (some - none > 1) {
    const middle = Math.round(Math.sqrt((base + none) * (base + some))) - base;
    const steps = Math.min(some - 1, Math.max(none + 1, middle));
    const found = await finds(steps);
    if (found === null) break;
    if (found) some = steps;
    else none = steps;
  }
  return some;
}
