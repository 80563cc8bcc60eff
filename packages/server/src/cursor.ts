import { createHash } from 'node:crypto';
import type { Selection, Sort } from '@pressmark/store';
import { Refusal } from './refusal.ts';

/** What a cursor belongs to: the pages of one search in one order. */
export interface Search {
  query: string;
  selection: Selection | undefined;
  sort: Sort;
}

/** Binds a cursor of the store to its search, so that it cannot be used to page through another. */
export function cursorFor(search: Search, cursor: string): string {
  return `${digest(search)}.${cursor}`;
}

/** The store's part of a cursor; refuses one of another search. */
export function storeCursor(search: Search, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const prefix = `${digest(search)}.`;
  if (!cursor.startsWith(prefix)) throw new Refusal('BAD_REQUEST', 'This cursor belongs to another search.');
  return cursor.slice(prefix.length);
}

function digest({ query, selection = {}, sort }: Search): string {
  const chosen = Object.entries(selection).map(([dimension, values]) => [dimension, [...values].sort()]);
  return createHash('sha256')
    .update(JSON.stringify([query, chosen.sort(), sort]))
    .digest('base64url')
    .slice(0, 12);
}
