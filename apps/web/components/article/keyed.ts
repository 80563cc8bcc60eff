/** Items of a list that may hold the same one twice, each with a key: its place, which never changes. */
export function keyed<T>(items: readonly T[]): { key: number; item: T }[] {
  return items.map((item, key) => ({ key, item }));
}
