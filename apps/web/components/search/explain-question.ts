import { type SearchAddress, selectionOf, sinceOf } from './address.ts';

/** What a search asks for its explanation: its parts and notes, without the tree. */
export function explainQuestion(search: SearchAddress) {
  return { q: search.q, selection: selectionOf(search), ...sinceOf(search), deep: false };
}
