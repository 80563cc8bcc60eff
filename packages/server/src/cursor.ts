import { createHash } from 'node:crypto';
import type { LineSort, Selection, Sort } from '@pressmark/store';
import { Refusal } from './refusal.ts';

/** What a cursor belongs to: the pages of one search in one order. */
export interface Search {
  query: string;
  selection: Selection | undefined;
  since?: number | undefined;
  sort: Sort | LineSort;
}

/** Binds a cursor of the store to its search, so that it cannot be used to page through another. */
export function cursorFor(search: Search, cursor: string): string {
  return `${digest(search, cursor)}.${cursor}`;
}

/** The store's part of a cursor; refuses one of another search, and what never was one. */
export function storeCursor(search: Search, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const own = cursor.slice(cursor.indexOf('.') + 1);
  if (cursor !== cursorFor(search, own))
    throw new Refusal('BAD_REQUEST', 'This cursor belongs to another search.');
  return own;
}

/** The same for every order in which a selection can be written. */
function ordered(part: unknown): unknown {
  if (Array.isArray(part)) return [...part].sort();
  if (typeof part !== 'object' || part === null) return part;
  return Object.entries(part)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value: ordered(value) }));
}

function digest({ query, selection = {}, since, sort }: Search, cursor: string): string {
  const text = JSON.stringify([query, ordered(selection), since, sort, cursor]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}
