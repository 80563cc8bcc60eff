import type { Coded } from '../facets.ts';
import { foldedValue } from '../facets.ts';
import type { Dictionary, Entry } from './dictionary.ts';

/** The entries of a dimension that have one value, which are spellings of one name. */
type Names = Map<string, Entry[]>;

interface Known {
  names: Names;
  /** Entries that stand in it. */
  size: number;
}

const known = new WeakMap<readonly Entry[], Known>();

/** The entries of a dimension by the value that articles are chosen by; a dictionary only grows, and so do they. */
export function namesOf(dictionary: Dictionary, dimension: Coded): Names {
  const entries = dictionary.of(dimension);
  const found = known.get(entries) ?? { names: new Map(), size: 0 };
  known.set(entries, found);
  for (; found.size < entries.length; found.size++) {
    const entry = entries[found.size] as Entry;
    const value = foldedValue(dimension, entry.value);
    const others = found.names.get(value);
    if (others) others.push(entry);
    else found.names.set(value, [entry]);
  }
  return found.names;
}
