import { type NearOperator, type Places, QueryLimit, type Term } from './query.ts';

/** Where something stands in a run of text: its first and last word, counted from 0. */
export interface Place {
  first: number;
  last: number;
  /** Of parts near each other: stretches between them that are no part of either. */
  gaps?: readonly Place[];
}

/** A run of text through which distances are measured. */
export interface Run {
  /** The word each paragraph begins with, the first of them 0. */
  readonly starts: readonly number[];
  /** Every place where the terms stand one directly after the other in one paragraph, in order. */
  phrase(terms: Term[]): Place[];
}

/** How far the right operand may begin behind the left one, whether it may stand before it, and whether a paragraph may end between. */
export const reaches: Record<NearOperator, { least: number; isEither: boolean; crosses: boolean }> = {
  adj: { least: 1, isEither: false, crosses: false },
  w: { least: 1, isEither: false, crosses: true },
  near: { least: 1, isEither: true, crosses: true },
  '%': { least: 2, isEither: false, crosses: false },
};

/** Places of one part of a query in one run; more of them are no article but an attack. */
const mostPlaces = 500_000;
const width = 2 ** 26;
/** Gaps kept of parts that stand in many ways between the same words. */
const mostGaps = 32;

type Near = Extract<Places, { type: 'near' }>;

function keyOf({ first, last }: Place): number {
  return first * width + last;
}

/** Places in order, each once. */
function distinct(places: Iterable<Place>, most = Number.POSITIVE_INFINITY): Place[] {
  const found = new Map<number, Place>();
  for (const place of places) {
    const key = keyOf(place);
    const other = found.get(key);
    found.set(key, other?.gaps && place.gaps ? { ...place, gaps: joined(other.gaps, place.gaps) } : place);
    if (found.size > most) {
      throw new QueryLimit(
        'A part of this query stands at too many places of one article; please make it narrower.',
      );
    }
  }
  return [...found.values()].sort((a, b) => a.first - b.first || a.last - b.last);
}

/** The gaps of parts that stand in several ways between the same words. */
function joined(gaps: readonly Place[], others: readonly Place[]): readonly Place[] {
  const more = others.filter((other) => !gaps.some((gap) => holds(gap, other)));
  return more.length === 0 || gaps.length >= mostGaps ? gaps : [...gaps, ...more].slice(0, mostGaps);
}

/** The first index at which a number of an ascending list is at least `wanted`. */
function lowerBound(length: number, at: (index: number) => number, wanted: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of the paragraph a word stands in. */
function paragraphOf({ starts }: Run, word: number): number {
  return lowerBound(starts.length, (index) => starts[index] as number, word + 1) - 1;
}

function inOneParagraph(run: Run, { first, last }: Place): boolean {
  return paragraphOf(run, first) === paragraphOf(run, last);
}

/** The places that begin within a distance behind a place, the nearest first. */
function* following(place: Place, others: Place[], [least, most]: [number, number]): Generator<Place> {
  const first = lowerBound(others.length, (index) => (others[index] as Place).first, place.last + least);
  for (let at = first; at < others.length; at++) {
    const other = others[at] as Place;
    if (other.first > place.last + most) return;
    yield other;
  }
}

type Pair = [left: Place, right: Place];

const holds = (gap: Place, { first, last }: Place): boolean => gap.first <= first && last <= gap.last;

/** From the first word of both to the last; one may stand in a gap of the other. */
function hull([left, right]: Pair): Place {
  const [early, late] = left.first < right.first ? [left, right] : [right, left];
  if (early.last < late.first) {
    const between = { first: early.last + 1, last: late.first - 1 };
    const gaps = [...gapsOf(early), ...(between.first <= between.last ? [between] : []), ...gapsOf(late)];
    return { first: early.first, last: late.last, gaps };
  }
  const gaps = gapsOf(early).flatMap((gap) => (holds(gap, late) ? remainders(gap, late) : [gap]));
  return { first: early.first, last: early.last, gaps };
}

const gapsOf = ({ gaps }: Place): readonly Place[] => gaps ?? [];

/** What is left of a gap around a place, and the gaps of that. */
function remainders(gap: Place, place: Place): Place[] {
  const before = { first: gap.first, last: place.first - 1 };
  const behind = { first: place.last + 1, last: gap.last };
  return [before, ...gapsOf(place), behind].filter(({ first, last }) => first <= last);
}

/** The places that stand whole in a gap of another. */
function* enclosed({ gaps }: Place, others: Place[]): Generator<Place> {
  for (const gap of gaps ?? []) {
    const from = lowerBound(others.length, (index) => (others[index] as Place).first, gap.first);
    for (let at = from; at < others.length; at++) {
      const other = others[at] as Place;
      if (other.first > gap.last) break;
      if (holds(gap, other)) yield other;
    }
  }
}

/** Every pair of places of which one stands between the parts of the other: it is nearer to them than they are to each other. */
function* enclosedPairs([lefts, rights]: [Place[], Place[]]): Generator<Pair> {
  for (const left of lefts) for (const right of enclosed(left, rights)) yield [left, right];
  for (const right of rights) for (const left of enclosed(right, lefts)) yield [left, right];
}

/** Every pair of places that an operator of distance allows. */
function* pairsOf(query: Near, run: Run, [lefts, rights]: [Place[], Place[]]): Generator<Pair> {
  const { least, isEither, crosses } = reaches[query.operator];
  const range: [number, number] = [least, least + query.words - 1];
  for (const left of lefts) {
    for (const right of following(left, rights, range)) {
      if (crosses || inOneParagraph(run, hull([left, right]))) yield [left, right];
    }
  }
  if (!isEither) return;
  for (const right of rights) {
    for (const left of following(right, lefts, range)) yield [left, right];
  }
  yield* enclosedPairs([lefts, rights]);
}

/** The places that have another within reach of the operator, on either side of it. */
function reaching(query: Near, run: Run, [lefts, rights]: [Place[], Place[]]): [Set<number>, Set<number>] {
  const { isEither, crosses } = reaches[query.operator];
  const found: [Set<number>, Set<number>] = [new Set(), new Set()];
  if (!crosses) {
    for (const [left, right] of pairsOf(query, run, [lefts, rights])) {
      found[0].add(keyOf(left));
      found[1].add(keyOf(right));
    }
    return found;
  }
  const reach = (places: Place[], others: Place[], [before, after]: [boolean, boolean]) => {
    const firsts = Float64Array.from(others, ({ first }) => first).sort();
    const lasts = Float64Array.from(others, ({ last }) => last).sort();
    const holds = (numbers: Float64Array, from: number, to: number) =>
      (numbers[lowerBound(numbers.length, (index) => numbers[index] as number, from)] ??
        Number.POSITIVE_INFINITY) <= to;
    return places.filter(
      ({ first, last }) =>
        (after && holds(firsts, last + 1, last + query.words)) ||
        (before && holds(lasts, first - query.words, first - 1)),
    );
  };
  for (const left of reach(lefts, rights, [isEither, true])) found[0].add(keyOf(left));
  for (const right of reach(rights, lefts, [true, isEither])) found[1].add(keyOf(right));
  for (const [left, right] of isEither ? enclosedPairs([lefts, rights]) : []) {
    found[0].add(keyOf(left));
    found[1].add(keyOf(right));
  }
  return found;
}

/** The places of either that stand in a paragraph which holds both. */
function together(run: Run, sides: [Place[], Place[]]): Place[] {
  const within = sides.map((places) => places.filter((place) => inOneParagraph(run, place)));
  const [lefts = new Set(), rights = new Set()] = within.map(
    (places) => new Set(places.map(({ first }) => paragraphOf(run, first))),
  );
  return distinct(
    within.flat().filter(({ first }) => {
      const paragraph = paragraphOf(run, first);
      return lefts.has(paragraph) && rights.has(paragraph);
    }),
  );
}

/** A part of a query with the keys of its places that count; `null`: all of them. */
interface Traced {
  query: Places;
  live: Set<number> | null;
}

/** The places of the words and phrases that make up the live places of a part. */
function trace({ query, live }: Traced, context: RunEvaluation): Place[] {
  const { run } = context;
  const all = (part: Places) => context.all(part);
  const lives = (place: Place): boolean => live === null || live.has(keyOf(place));
  const follow = (part: Places, keys: Set<number> | null) => trace({ query: part, live: keys }, context);
  switch (query.type) {
    case 'phrase':
      return all(query).filter(lives);
    case 'or':
      return query.of.flatMap((part) => follow(part, live));
    case 'first':
      return follow(query.of, new Set(all(query).filter(lives).map(keyOf)));
    case 'same': {
      const keys = new Set(all(query).filter(lives).map(keyOf));
      return [query.left, query.right].flatMap((part) => follow(part, keys));
    }
    case 'near': {
      const sides: [Place[], Place[]] = [all(query.left), all(query.right)];
      const [lefts, rights] =
        live === null ? reaching(query, run, sides) : [new Set<number>(), new Set<number>()];
      for (const pair of live === null ? [] : pairsOf(query, run, sides)) {
        if (!lives(hull(pair))) continue;
        lefts.add(keyOf(pair[0]));
        rights.add(keyOf(pair[1]));
      }
      return [...follow(query.left, lefts), ...follow(query.right, rights)];
    }
  }
}

/** The places of parts of a query in one run, each part looked up once. */
export interface Evaluation {
  all(query: Places): Place[];
  any(query: Places): boolean;
  /** The number of places, counted no further than `most`. */
  count(query: Places, most: number): number;
  /** The places of the words and phrases by which the query stands here. */
  marks(query: Places): Place[];
}

/** Readies a run for the parts of one query. */
export function evaluate(run: Run): Evaluation {
  return new RunEvaluation(run);
}

// A class: closures made for each run outlive it to the next full collection, and with them all its tokens.
class RunEvaluation implements Evaluation {
  readonly run: Run;
  readonly #known = new Map<Places, Place[]>();

  constructor(run: Run) {
    this.run = run;
  }

  all(query: Places): Place[] {
    const known = this.#known.get(query);
    if (known) return known;
    const places = distinct(this.#find(query), query.type === 'near' ? mostPlaces : undefined);
    this.#known.set(query, places);
    return places;
  }

  any(query: Places): boolean {
    return !this.#find(query).next().done;
  }

  count(query: Places, most: number): number {
    const found = new Set<number>();
    for (const place of this.#find(query)) if (found.add(keyOf(place)).size >= most) break;
    return found.size;
  }

  marks(query: Places): Place[] {
    return distinct(trace({ query, live: null }, this));
  }

  *#find(query: Places): Generator<Place> {
    switch (query.type) {
      case 'phrase':
        yield* this.run.phrase(query.terms);
        break;
      case 'or':
        for (const part of query.of) yield* this.#find(part);
        break;
      case 'near':
        for (const pair of pairsOf(query, this.run, this.#sidesOf(query))) yield hull(pair);
        break;
      case 'same':
        yield* together(this.run, this.#sidesOf(query));
        break;
      case 'first':
        for (const place of this.#find(query.of)) if (place.last < query.words) yield place;
    }
  }

  #sidesOf({ left, right }: { left: Places; right: Places }): [Place[], Place[]] {
    return [this.all(left), this.all(right)];
  }
}
