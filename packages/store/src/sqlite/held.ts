import { foldedValue, isSpelt } from '../facets.ts';
import type { Clause } from '../plan.ts';
import { type Columns, locateKeys } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import type { Files } from './files.ts';
import type { KeySet } from './key-sets.ts';
import { namesOf } from './names.ts';
import { firstMark } from './packed.ts';

type Facet = Extract<Clause, { type: 'facet' }>;

/** What values that no index knows are looked up in. */
interface Held {
  columns: () => Columns;
  dictionary: Dictionary;
  files: Files;
}

/** Makes the function that keeps of some articles those with any of the values, by a look at the columns. */
export function openHeld({
  columns,
  dictionary,
  files,
}: Held): (clause: Facet, candidates: KeySet) => KeySet {
  const idsOf = (dimension: Facet['dimension'], value: string): number[] => {
    if (dimension === 'file') return [files.find(value) ?? []].flat();
    if (!isSpelt(dimension)) return [dictionary.find(dimension, value)?.id ?? []].flat();
    const spellings = namesOf(dictionary, dimension).get(foldedValue(dimension, value)) ?? [];
    return spellings.map(({ id }) => id);
  };
  return ({ dimension, values }, candidates) => {
    const now = columns();
    const marks = new Uint32Array(dimension === 'file' ? files.size() : dictionary.size());
    for (const id of values.flatMap((value) => idsOf(dimension, value))) marks[id] = 1;
    const lists = dimension === 'file' ? now.files : now.facets;
    const places = locateKeys(now, candidates);
    return candidates.filter((_, index) => firstMark(lists, places[index] as number, marks) > 0);
  };
}
