import type { Article } from '@pressmark/core';
import { countPlaces, tokenizeArticle } from '@pressmark/core/query';
import type { Clause } from '../plan.ts';
import { type Columns, placeOf } from './columns.ts';
import { filterBy, type KeySet } from './key-sets.ts';
import { checkpoint } from './watch.ts';

/** Articles read between two looks at whether to go on. */
const stride = 16;

/** Those of the candidates in whose text, as the file has it or repaired, a clause stands at so many places. */
export function standsIn(
  { of, scope, times }: Extract<Clause, { type: 'places' }>,
  candidates: KeySet,
  versionsAt: (key: number) => Article[],
): KeySet {
  return candidates.filter((key, index) => {
    if (index % stride === 0) checkpoint();
    return versionsAt(key).some(
      (article) => countPlaces(of, tokenizeArticle(article).runs(scope), times) >= times,
    );
  });
}

/** What the length of articles is told from. */
interface Lengths {
  columns: () => Columns;
  plain: (clause: Clause) => KeySet;
}

const headlines: Clause = { type: 'facet', dimension: 'kind', values: ['headline'] };

/** Makes the look-up of lengths; that of a headline alone is unknown where none is stated, and then fits no range. */
export function openWordCount({ columns, plain }: Lengths) {
  return (
    { min = 0, max = Number.POSITIVE_INFINITY }: Extract<Clause, { type: 'words' }>,
    candidates: KeySet,
  ) => {
    const { keys, words } = columns();
    const long = (length: number) => length >= min && length <= max;
    let place = 0;
    const lengths = candidates.map((key) => {
      place = placeOf(keys, key, place);
      return words[place] as number;
    });
    const found = candidates.filter((_, index) => long(lengths[index] as number));
    if (!long(0)) return found;
    const empty = candidates.filter((_, index) => lengths[index] === 0);
    const unknown = filterBy(empty, plain(headlines), true);
    return filterBy(found, unknown, false);
  };
}
