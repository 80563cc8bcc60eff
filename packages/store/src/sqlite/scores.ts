import type { FieldScope, Term } from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import { everyDay } from '../key.ts';
import type { Clause } from '../plan.ts';
import type { Columns } from './columns.ts';
import type { Doclists, Packed } from './doclists.ts';
import { type IndexColumn, indexColumns, placesOf } from './index-row.ts';
import { type Archive, isWord, tokensOf } from './match-expression.ts';
import { addPlace, countPlaces, hasPlace, noPlaces, type PlaceSet, placeFinder } from './place-sets.ts';
import { columnsAt, openGather, type Stood, within } from './positions.ts';
import type { Sets } from './sets.ts';
import { phraseIn } from './spots.ts';
import { checkpoint } from './watch.ts';

/** How much a word counts in a column: headline first, then the lead, whose words stand in `body` too. */
const weights: Record<IndexColumn, number> = {
  headline: 10,
  kicker: 4,
  section: 1,
  column: 1,
  byline: 2,
  credit: 1,
  dateline: 2,
  lead: 2,
  captions: 0,
  corrections: 0,
  body: 1,
  facts: 0,
};
const weightAt = indexColumns.map((column) => weights[column]);

/** Where hits are looked for by their groups: what stands in an earlier one stands in the later ones. */
export const scopes = ['hd', 'hlp', 'text'] as const satisfies FieldScope[];
/** The first of the scopes that each column is a part of. */
const scopeAt = indexColumns.map((column) =>
  scopes.findIndex((scope) => {
    const { columns } = placesOf(scope);
    return columns === 'any' || columns.includes(column);
  }),
);

/** How quickly more of a word counts less, and how much the length of an article: the usual numbers of BM25. */
const [saturation, lengthShare] = [1.2, 0.75];

/** Articles looked at between two looks at whether to go on. */
const stride = 1_024;

/** What of the hits is being found out, in the order of their places. */
export interface Scores {
  columns: Columns;
  hits: PlaceSet;
  places: Uint32Array;
  /** Where a hit stands among them. */
  rankAt(place: number): number;
  /** Of each hit its score in each of the three scopes. */
  sums: Float32Array;
  statistics: Statistics;
}

/** What of the archive scores are weighed by: articles, their mean length, and in how many of them each phrase may stand. */
export interface Statistics {
  /** As the first page found them: those after it weigh alike, whatever is written meanwhile. */
  readonly numbers: number[];
  articles: number;
  meanLength: number;
  /** The number for the next phrase; counted where no page before has it. */
  next(count: () => number): number;
}

export function openStatistics(columns: Columns, known: readonly number[] = []): Statistics {
  const [articles = columns.keys.length, meanLength = meanLengthOf(columns)] = known;
  const numbers = [articles, meanLength];
  return {
    numbers,
    articles,
    meanLength,
    next(count) {
      const few = known[numbers.length] ?? count();
      numbers.push(few);
      return few;
    },
  };
}

const meanLengths = new WeakMap<Columns, number>();

function meanLengthOf(columns: Columns): number {
  let mean = meanLengths.get(columns);
  if (mean === undefined) {
    const { words } = columns;
    mean = Math.max(1, words.reduce((sum, count) => sum + count, 0) / words.length);
    meanLengths.set(columns, mean);
  }
  return mean;
}

/** How often something stands in the columns that each scope adds, weighted; and the first scope in which it does, one behind the last where in none. */
interface Often {
  hd: number;
  hlp: number;
  text: number;
  first: number;
}

const newOften = (): Often => ({ hd: 0, hlp: 0, text: 0, first: scopes.length });

function forget(often: Often): void {
  often.hd = 0;
  often.hlp = 0;
  often.text = 0;
  often.first = scopes.length;
}

function note(often: Often, column: number, times: number): void {
  const scope = scopeAt[column] as number;
  const worth = times * (weightAt[column] as number);
  if (scope === 0) often.hd += worth;
  else if (scope === 1) often.hlp += worth;
  else often.text += worth;
  if (scope < often.first) often.first = scope;
}

/** Counts places as the index packs them, in some columns. */
function countPacked({ bytes, from, to }: Packed, columns: number, often: Often): void {
  forget(often);
  let column = 0;
  for (let at = from; at < to; ) {
    if (bytes[at] === 1) {
      column = bytes[at + 1] as number;
      at += 2;
      continue;
    }
    while ((bytes[at++] as number) > 127);
    if (((columns >>> column) & 1) === 1) note(often, column, 1);
  }
}

/** Of the hits, those in which a part of a query stands in the headline, and in headline or lead. */
export interface Early {
  hd: PlaceSet;
  hlp: PlaceSet;
}

type Phrase = Extract<Clause, { type: 'phrase' }>;

/** Takes how often a phrase stands in a hit. */
type Give = (place: number, rank: number, often: Often) => void;

/** Gives hits what they are worth for a phrase of such rarity, and notes which of them have it early. */
function giver(
  { columns, sums, statistics }: Scores,
  { scope }: Phrase,
  few: number,
): { give: Give; early: Early } {
  const mean = Math.max(1, statistics.meanLength);
  const rarity = rarityOf(few, statistics.articles);
  const early: Early = { hd: noPlaces(columns.keys.length), hlp: noPlaces(columns.keys.length) };
  // A field that the query names is looked at in each group.
  const isNamed = scope !== 'text';
  const add = (at: number, often: number, least: number): void => {
    if (often > 0) sums[at] = (sums[at] as number) + (rarity * often * (saturation + 1)) / (often + least);
  };
  const give: Give = (place, rank, { hd, hlp, text, first }) => {
    if (first === scopes.length) return;
    if (isNamed || first === 0) addPlace(early.hd, place);
    if (isNamed || first <= 1) addPlace(early.hlp, place);
    const least = saturation * (1 - lengthShare + (lengthShare * (columns.words[place] as number)) / mean);
    const all = hd + hlp + text;
    add(3 * rank, isNamed ? all : hd, least);
    add(3 * rank + 1, isNamed ? all : hd + hlp, least);
    add(3 * rank + 2, all, least);
  };
  return { give, early };
}

function rarityOf(few: number, articles: number): number {
  return Math.log(1 + Math.max(0, articles - few + 0.5) / (few + 0.5));
}

/** Of a word that stands in so many times more articles than there are hits, only the hits are looked at. */
const manyMore = 16;

const everyColumn = (1 << indexColumns.length) - 1;

function bitsOf(scope: FieldScope): number {
  const { columns } = placesOf(scope);
  if (columns === 'any') return everyColumn;
  return columns.reduce((bits, column) => bits | (1 << indexColumns.indexOf(column)), 0);
}

/** What scores are made of. */
export interface ScorerSources {
  sqlite: Database;
  archive: Archive;
  doclists: Doclists;
  sets: Sets;
}

/** Opens the scores over a connection: makes what adds to the scores of hits what a phrase gives them. */
export function openScorer({
  sqlite,
  archive,
  doclists,
  sets,
}: ScorerSources): (scores: Scores, phrase: Phrase) => Early {
  const gather = openGather(sqlite, archive);

  /** The articles with the rarest word of a phrase, which is as rare as that. */
  const countOf = ({ terms }: Phrase, columns: Columns): number => {
    const found = terms.map((term) => {
      const clause: Clause = { type: 'phrase', scope: 'text', terms: [term] };
      return countPlaces(sets.of({ days: everyDay, clause }, columns));
    });
    return Math.min(...found);
  };
  const addTerm = ({ columns, hits, rankAt }: Scores, { scope, terms }: Phrase, give: Give): void => {
    const often = newOften();
    for (const wish of terms.flatMap((term) => tokensOf(scope, term, archive))) {
      const locate = placeFinder(columns);
      const some = wish.columns ?? everyColumn;
      doclists.each(wish, (key, packed) => {
        const place = locate(key);
        if (!hasPlace(hits, place)) return;
        countPacked(packed, some, often);
        give(place, rankAt(place), often);
      });
    }
  };
  const addPhrase = ({ columns, places }: Scores, { scope, terms }: Phrase, give: Give): void => {
    const stood = gather(terms)?.();
    if (!stood) return;
    const all = [...stood.values()];
    const some = bitsOf(scope);
    const often = newOften();
    for (const [rank, place] of places.entries()) {
      if (rank % stride === 0) checkpoint();
      const present = columnsAt(all, columns.keys[place] as number) & some;
      forget(often);
      for (let column = 0; present >>> column !== 0; column++) {
        if (((present >>> column) & 1) === 0) continue;
        const { from, to } = phraseIn(terms, (term: Term) => within(stood.get(term) as Stood, column));
        if (to > from) note(often, column, to - from);
      }
      give(place, rank, often);
    }
  };

  return (scores, phrase) => {
    const few = scores.statistics.next(() => countOf(phrase, scores.columns));
    const { give, early } = giver(scores, phrase, few);
    const [word] = phrase.terms;
    const isPassedOver =
      word && isWord(word) && phrase.scope === 'text' && few > manyMore * scores.places.length;
    (phrase.terms.length > 1 || isPassedOver ? addPhrase : addTerm)(scores, phrase, give);
    return early;
  };
}
