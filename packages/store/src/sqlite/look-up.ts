import { type DayRange, keysOf as keysOfDays } from '../key.ts';
import { type Clause, isPlain, type Plan } from '../plan.ts';
import { type Columns, placeOf } from './columns.ts';
import { openDoclists } from './doclists.ts';
import { openFacts } from './facts.ts';
import type { FinderSources } from './find.ts';
import { openHeld } from './held.ts';
import { type KeySet, union } from './key-sets.ts';
import { openLineCounts } from './line-counts.ts';
import type { Archive } from './match-expression.ts';
import { openMemory } from './memory.ts';
import { openPositions } from './positions.ts';
import { parseKeys, placesIn, type Range, rangeOf } from './range.ts';
import { type Lookup, resolve } from './resolve.ts';
import { isOfWords, openSets } from './sets.ts';
import { openWordCount, standsIn } from './verify.ts';

/** Opens what is looked up in the index, in the columns and, where these do not tell, in the texts. */
export function openLookup(
  { sqlite, columns, dictionary, files, versionsAt }: FinderSources,
  archive: Archive,
) {
  const matching = sqlite
    .prepare<[Range], Buffer | null>(
      `SELECT CAST(group_concat(rowid) AS BLOB) FROM articles_index
       WHERE articles_index MATCH :match AND rowid BETWEEN :from AND :to`,
    )
    .pluck();
  const positionsOf = openPositions(sqlite, archive);
  const facet = openHeld({ columns, dictionary, files });
  const facts = openFacts(sqlite);
  const doclists = openDoclists(sqlite);
  const sets = openSets(sqlite, archive, doclists);
  const keysIn = (range: Range): KeySet => {
    if (range.match !== null) return parseKeys(matching.get(range) ?? null);
    return columns().keys.slice(...placesIn(range, columns()));
  };
  const plainIn = (plan: Plan): KeySet => {
    const range = rangeOf(plan, archive);
    if (!isOfWords(plan.clause) || isFew(range, columns())) return keysIn(range);
    return sets.keysOf(plan, columns());
  };
  const lookupIn = (days: DayRange, positions: typeof positionsOf): Lookup => {
    const plain = (clause: Clause) => plainIn({ days, clause });
    const places: Lookup['places'] = (clause, candidates) => {
      const { told, undecided } = positions(clause)(candidates);
      return union(told, standsIn(clause, undecided, versionsAt));
    };
    const known: Lookup['known'] = (clause) => {
      const keys = facts.meeting(clause);
      const { from, to } = keysOfDays(days);
      return keys.subarray(placeOf(keys, from), placeOf(keys, to + 1));
    };
    return { plain, places, known, facet, words: openWordCount({ columns, plain }) };
  };
  const remembered = openMemory<KeySet>(() => sqlite.pragma('data_version', { simple: true }), mostKept);
  const keysOf = (range: Range): KeySet =>
    remembered.keep(`${range.match} ${range.from} ${range.to}`, () => keysIn(range));
  /** What finds hits of one clause on some days after others, within one transaction: its words are looked up once. */
  const hitsOn = (clause: Clause): ((days: DayRange) => KeySet) => {
    if (isPlain(clause)) return (days) => plainIn({ days, clause });
    const positions = once(positionsOf);
    return (days) => resolve(clause, lookupIn(days, positions));
  };
  const hitsOf = ({ days, clause }: Plan): KeySet => hitsOn(clause)(days);
  return {
    keysIn,
    keysOf,
    hitsOf,
    hitsOn,
    doclists,
    sets,
    remembered,
    lineCount: openLineCounts(sqlite, archive),
  };
}

/** Makes a function that is asked once for each thing. */
function once<Asked extends object, Answer>(ask: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>();
  return (asked) => {
    const answer = known.get(asked) ?? ask(asked);
    known.set(asked, answer);
    return answer;
  };
}

/** Whether a range is such a small part of an archive that its words are sooner looked up than taken from whole sets. */
function isFew(range: Range, columns: Columns): boolean {
  const [first, end] = placesIn(range, columns);
  return !range.isOpen && range.match !== null && (end - first) * 16 < columns.keys.length;
}

/** Searches whose hits are kept, so that a page after the first costs nothing: 8 MB of keys. */
const mostKept = { most: 16, mostLength: 1_000_000 };

/** What was looked up for searches. */
export type LookedUp = ReturnType<typeof openLookup>;
