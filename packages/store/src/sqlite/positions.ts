import {
  countPlaces,
  fits,
  type Place,
  type Places,
  paragraphBreak,
  type Run,
  type Term,
} from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import type { Clause } from '../plan.ts';
import type { KeySet } from './key-sets.ts';
import { type Archive, expand } from './match-expression.ts';
import { unpack } from './packed.ts';

type PlacesClause = Extract<Clause, { type: 'places' }>;

/** Where words stand in one column of one article: offsets by word, ascending. */
type Column = Map<string, number[]>;
/** Of one article, by the name of the column. */
type Columns = Map<string, Column>;

/** The columns that hold one stretch of text each. */
const single = ['kicker', 'section', 'column', 'byline', 'credit', 'dateline'];
/** Occurrences that may be read for one part of a query: 60 MB. */
const mostOccurrences = 2_000_000;
/** Occurrences read in the time that one text is cut into words, as measured. */
const occurrencesPerText = 200;

function termsOf(query: Places): Term[] {
  if (query.type === 'phrase') return query.terms;
  const parts =
    query.type === 'or' ? query.of : query.type === 'first' ? [query.of] : [query.left, query.right];
  return parts.flatMap(termsOf);
}

/** The same without a limit of first words. */
function anywhere(query: Places): Places {
  if (query.type === 'phrase') return query;
  if (query.type === 'first') return anywhere(query.of);
  if (query.type === 'or') return { ...query, of: query.of.map(anywhere) };
  return { ...query, left: anywhere(query.left), right: anywhere(query.right) };
}

/** The places of a phrase in a column, its words numbered without the breaks between paragraphs. */
function phraseIn(column: Column, terms: Term[], wordAt: (offset: number) => number): Place[] {
  const offsets = terms.map((term) => {
    const found = [...column].filter(([token]) => fits(token, term)).flatMap(([, places]) => places);
    return found.sort((a, b) => a - b);
  });
  const [firsts = [], ...rest] = offsets;
  const others = rest.map((places) => new Set(places));
  // A break has an offset of its own: what is side by side stands in one paragraph.
  return firsts
    .filter((first) => others.every((places, index) => places.has(first + index + 1)))
    .map((first) => ({ first: wordAt(first), last: wordAt(first) + terms.length - 1 }));
}

function stretchOf(column: Column): Run {
  return { starts: [0], phrase: (terms) => phraseIn(column, terms, (offset) => offset) };
}

/** The body as one run: every paragraph before a word has put one break into its offset. */
function bodyOf(column: Column, paragraphs: Uint8Array): Run {
  const starts: number[] = [];
  const offsets: number[] = [];
  let words = 0;
  unpack(paragraphs, [0, paragraphs.length], (length) => {
    offsets.push(words + starts.length);
    starts.push(words);
    words += length;
  });
  const wordAt = (offset: number): number => {
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((offsets[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset - (low - 1);
  };
  return { starts, phrase: (terms) => phraseIn(column, terms, wordAt) };
}

function prepare(sqlite: Database) {
  sqlite.exec(
    'CREATE VIRTUAL TABLE IF NOT EXISTS temp.articles_positions USING fts5vocab(main, articles_index, instance)',
  );
  return {
    occurrences: sqlite.prepare<[string], number>('SELECT cnt FROM articles_words WHERE term = ?').pluck(),
    positions: sqlite
      .prepare<[string], [number, string, number]>(
        'SELECT doc, col, "offset" FROM temp.articles_positions WHERE term = ?',
      )
      .raw(),
    paragraphs: sqlite
      .prepare<[number], Uint8Array | null>('SELECT paragraphs FROM articles WHERE key = ?')
      .pluck(),
    repaired: sqlite
      .prepare<[], number>(
        `SELECT key FROM repairs JOIN articles ON articles.id = repairs.article COLLATE NOCASE
         WHERE taken_back_at IS NULL`,
      )
      .pluck(),
  };
}

/** Decides a clause for some of the candidates; the others are not told by positions alone. */
export type Positions = (
  clause: PlacesClause,
  candidates: KeySet,
) => { holds: Set<number>; undecided: KeySet };

/** Whether a clause holds by where its words stand; null where a headline of two parts makes that uncertain. */
function decide(clause: PlacesClause, columns: Columns, paragraphs: Uint8Array): boolean | null {
  const { of, times, scope } = clause;
  const body = columns.get('body');
  const runs = body ? [bodyOf(body, paragraphs)] : [];
  if (scope === 'text') {
    for (const name of single) {
      const column = columns.get(name);
      if (column) runs.push(stretchOf(column));
    }
  }
  if (countPlaces(of, runs, times) >= times) return true;
  const headline = scope === 'text' ? columns.get('headline') : undefined;
  return headline && countPlaces(anywhere(of), [stretchOf(headline)], 1) > 0 ? null : false;
}

/** Opens the look at positions, over the index alone. */
export function openPositions(sqlite: Database, archive: Archive): Positions {
  let statements: ReturnType<typeof prepare> | undefined;

  /** Every word of a clause, or null where reading the texts is quicker. */
  const wordsOf = (of: Places, candidates: number): string[] | null => {
    const expanded = termsOf(of).map((term) => expand(term, archive));
    if (expanded.includes(null)) return null;
    const words = [...new Set(expanded.flatMap((tokens) => tokens ?? []))];
    const most = Math.min(mostOccurrences, candidates * occurrencesPerText);
    let occurrences = 0;
    for (const word of words) {
      if (word === paragraphBreak) return null;
      occurrences += statements?.occurrences.get(word) ?? 0;
      if (occurrences > most) return null;
    }
    return words;
  };
  const gather = (words: string[], candidates: KeySet): Map<number, Columns> => {
    const found = new Map<number, Columns>(Array.from(candidates, (key) => [key, new Map()]));
    for (const word of words) {
      for (const [key, name, offset] of statements?.positions.iterate(word) ?? []) {
        const columns = found.get(key);
        if (!columns) continue;
        const column = columns.get(name) ?? new Map<string, number[]>();
        columns.set(name, column);
        const offsets = column.get(word);
        if (offsets) offsets.push(offset);
        else column.set(word, [offset]);
      }
    }
    return found;
  };

  return (clause, candidates) => {
    const holds = new Set<number>();
    if (clause.scope !== 'text' && clause.scope !== 'td') return { holds, undecided: candidates };
    statements ??= prepare(sqlite);
    const { paragraphs, repaired } = statements;
    const words = wordsOf(clause.of, candidates.length);
    if (words === null) return { holds, undecided: candidates };
    // The index holds both texts of what was repaired, one behind the other.
    const twofold = new Set(repaired.all());
    const columns = gather(words, candidates);
    const undecided = candidates.filter((key) => {
      const lengths = paragraphs.get(key) ?? null;
      if (lengths === null || twofold.has(key)) return true;
      const verdict = decide(clause, columns.get(key) ?? new Map(), lengths);
      if (verdict) holds.add(key);
      return verdict === null;
    });
    return { holds, undecided };
  };
}
