import { type Places, type Run, reaches, type Term } from '@pressmark/core/query';
import { addOffset, type Offsets } from './postings.ts';

/** A part of a list of places, all in one column. */
export interface Slice {
  list: Int32Array;
  from: number;
  to: number;
}

/** A column of one article, as the index has it. */
export interface Stretch {
  /** The place at which it begins: its first word, or the break before it. */
  start: number;
  /** Where a term stands; good until the next call for the same term. */
  places(term: Term): Slice;
  /** Where one paragraph ends and another begins: each counts as a place where a word could stand. */
  breaks(): Slice;
}

/** Where words stand in a stretch, by number of word and of paragraph, ascending; of phrases, where they begin. Used again for the next article. */
interface Spots {
  words: Int32Array;
  paragraphs: Int32Array;
  length: number;
  /** Words each of them is long. */
  width: number;
}

type Near = Extract<Places, { type: 'near' }>;

/** Phrases that are equally long, by whichever of them. */
type Leaf = Term[][];

function leafOf(query: Places): Leaf | null {
  if (query.type === 'phrase') return [query.terms];
  if (query.type !== 'or') return null;
  const parts = query.of.map(leafOf);
  const phrases = parts.flatMap((part) => part ?? []);
  const isEven = phrases.every(({ length }) => length === phrases[0]?.length);
  return isEven && !parts.includes(null) ? phrases : null;
}

const whole = (list: Int32Array, to = list.length): Slice => ({ list, from: 0, to });

/** Those of the places behind which, so many words on, there is one of the others. */
function followedBy(places: Slice, others: Slice, distance: number): Slice {
  const found = new Int32Array(places.to - places.from);
  let count = 0;
  let at = others.from;
  for (let index = places.from; index < places.to; index++) {
    const place = places.list[index] as number;
    while (at < others.to && (others.list[at] as number) < place + distance) at++;
    if (at < others.to && others.list[at] === place + distance) found[count++] = place;
  }
  return whole(found, count);
}

/** Where the terms of a phrase stand one directly behind the other, of the places of each. */
export function phraseIn([first, ...rest]: Term[], placesOf: Stretch['places']): Slice {
  let found = placesOf(first as Term);
  for (const [index, term] of rest.entries()) {
    if (found.from === found.to) return found;
    // A break has a place of its own: what is side by side stands in one paragraph.
    found = followedBy(found, placesOf(term), index + 1);
  }
  return found;
}

/** The places of any of the phrases, ascending, each once. */
function placesOfAny(leaf: Leaf, stretch: Stretch): Slice {
  if (leaf.length === 1) return phraseIn(leaf[0] as Term[], stretch.places);
  const all: Offsets = { list: new Int32Array(0), length: 0 };
  for (const terms of leaf) {
    const { list, from, to } = phraseIn(terms, stretch.places);
    for (let at = from; at < to; at++) addOffset(all, list[at] as number);
  }
  const sorted = all.list.subarray(0, all.length).sort();
  return whole(sorted.filter((place, index) => index === 0 || place !== sorted[index - 1]));
}

/** Makes the function that finds a leaf in one stretch after another, where its places are known by these. */
function finderOf(leaf: Leaf): (stretch: Stretch, places?: Slice) => Spots {
  const width = leaf[0]?.length ?? 1;
  const spots: Spots = { words: new Int32Array(16), paragraphs: new Int32Array(16), length: 0, width };
  return (stretch, places = placesOfAny(leaf, stretch)) => {
    const { list, from, to } = places;
    spots.length = to - from;
    if (spots.length === 0) return spots;
    if (spots.length > spots.words.length) {
      spots.words = new Int32Array(2 * spots.length);
      spots.paragraphs = new Int32Array(2 * spots.length);
    }
    const { words, paragraphs } = spots;
    const breaks = stretch.breaks();
    let paragraph = breaks.from;
    for (let at = from; at < to; at++) {
      const place = list[at] as number;
      while (paragraph < breaks.to && (breaks.list[paragraph] as number) < place) paragraph++;
      words[at - from] = place - stretch.start - (paragraph - breaks.from);
      paragraphs[at - from] = paragraph - breaks.from;
    }
    return spots;
  };
}

interface Reach {
  least: number;
  most: number;
  crosses: boolean;
}

/** Whether one of the rights begins so many places behind a left that is so many words long; both ends inclusive. */
function stands(
  lefts: Slice,
  rights: Slice,
  { least, most, width }: Omit<Reach, 'crosses'> & { width: number },
) {
  let right = rights.from;
  for (let left = lefts.from; left < lefts.to; left++) {
    const last = (lefts.list[left] as number) + width - 1;
    while (right < rights.to && (rights.list[right] as number) < last + least) right++;
    if (right === rights.to) return false;
    if ((rights.list[right] as number) <= last + most) return true;
  }
  return false;
}

type Sides = [left: Slice, right: Slice];

/**
 * What places alone tell of two that are to be near each other: an end of a paragraph counts as a place, and no two of them
 * stand side by side, so that so many words are never more than twice as many places.
 */
function roughNearness(
  { operator, words }: Near,
  [left, right]: [width: number, width: number],
): (sides: Sides) => boolean | null {
  const { least, isEither, crosses } = reaches[operator];
  const most = least + words - 1;
  const within = ([lefts, rights]: Sides, most: number): boolean =>
    stands(lefts, rights, { least, most, width: left }) ||
    (isEither && stands(rights, lefts, { least, most, width: right }));
  return (sides) => {
    if (!crosses) return within(sides, most) ? null : false;
    return within(sides, most) || (within(sides, 2 * most) ? null : false);
  };
}

/** Whether one of the rights begins so far behind a left, both inclusive; where paragraphs part, in its paragraph. */
function follows(lefts: Spots, rights: Spots, { least, most, crosses }: Reach): boolean {
  let right = 0;
  for (let left = 0; left < lefts.length; left++) {
    const last = (lefts.words[left] as number) + lefts.width - 1;
    while (right < rights.length && (rights.words[right] as number) < last + least) right++;
    if (right === rights.length) return false;
    if ((rights.words[right] as number) > last + most) continue;
    // The nearest is in this paragraph, or none is.
    if (crosses || rights.paragraphs[right] === lefts.paragraphs[left]) return true;
  }
  return false;
}

function nearness({ operator, words }: Near): (lefts: Spots, rights: Spots) => boolean {
  const { least, isEither, crosses } = reaches[operator];
  const reach = { least, most: least + words - 1, crosses };
  return (lefts, rights) => follows(lefts, rights, reach) || (isEither && follows(rights, lefts, reach));
}

function shareParagraph(a: Spots, b: Spots): boolean {
  let at = 0;
  for (let index = 0; index < a.length; index++) {
    const paragraph = a.paragraphs[index] as number;
    while (at < b.length && (b.paragraphs[at] as number) < paragraph) at++;
    if (at === b.length) return false;
    if (b.paragraphs[at] === paragraph) return true;
  }
  return false;
}

/** At how many places a part of a query stands in a stretch, counted no further than `most`. */
export type Counter = (stretch: Stretch, most: number) => number;

/**
 * A counter for words, phrases and two of them, without an object for each place; null for what is more. Of two that are near
 * each other or share a paragraph, it tells only whether there are any.
 */
export function simpleCounter(query: Places): Counter | null {
  const leaf = leafOf(query);
  if (leaf) {
    const find = finderOf(leaf);
    return (stretch) => find(stretch).length;
  }
  if (query.type === 'first') {
    const inner = leafOf(query.of);
    const find = finderOf(inner ?? []);
    if (!inner) return null;
    return (stretch) => {
      const { words, length, width } = find(stretch);
      return words.subarray(0, length).filter((word) => word + width <= query.words).length;
    };
  }
  if (query.type === 'or' || query.type === 'phrase') return null;
  const [left, right] = [leafOf(query.left), leafOf(query.right)];
  if (!left || !right) return null;
  const [findLeft, findRight] = [finderOf(left), finderOf(right)];
  const holds = query.type === 'near' ? nearness(query) : shareParagraph;
  const widths: [number, number] = [left[0]?.length ?? 1, right[0]?.length ?? 1];
  const tell = query.type === 'near' ? roughNearness(query, widths) : () => null;
  return (stretch) => {
    const lefts = placesOfAny(left, stretch);
    if (lefts.from === lefts.to) return 0;
    const rights = placesOfAny(right, stretch);
    if (rights.from === rights.to) return 0;
    const told = tell([lefts, rights]) ?? holds(findLeft(stretch, lefts), findRight(stretch, rights));
    return told ? 1 : 0;
  };
}

/** The stretch as core's matcher takes it. */
export function runOf(stretch: Stretch): Run {
  const { list, from, to } = stretch.breaks();
  const breaks = Array.from(list.subarray(from, to), (place, index) => place - stretch.start - index);
  return {
    starts: [0, ...breaks],
    phrase(terms) {
      const { words, length, width } = finderOf([terms])(stretch);
      return Array.from(words.subarray(0, length), (first) => ({ first, last: first + width - 1 }));
    },
  };
}
