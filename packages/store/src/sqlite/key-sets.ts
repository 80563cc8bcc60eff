/** Keys of articles, ascending, each once. */
export type KeySet = Float64Array;

export const noKeys: KeySet = new Float64Array(0);

/** The keys of `a` that are in `b`, or with `isIn` false those that are not. */
export function filterBy(a: KeySet, b: KeySet, isIn: boolean): KeySet {
  const kept = new Float64Array(a.length);
  let count = 0;
  let at = 0;
  for (const key of a) {
    while (at < b.length && (b[at] as number) < key) at++;
    if ((b[at] === key) === isIn) kept[count++] = key;
  }
  return kept.slice(0, count);
}

/** The keys of either set. */
export function union(a: KeySet, b: KeySet): KeySet {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const joined = new Float64Array(a.length + b.length);
  let count = 0;
  let at = 0;
  for (const key of a) {
    while (at < b.length && (b[at] as number) < key) joined[count++] = b[at++] as number;
    if (b[at] === key) at++;
    joined[count++] = key;
  }
  joined.set(b.subarray(at), count);
  return joined.slice(0, count + b.length - at);
}
