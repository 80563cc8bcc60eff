import { expect, test } from 'vitest';
import { loadSearch, selectionOf } from '@/components/search/address.ts';
import { isSearch, type Kept, savedHref } from './address.ts';

const read = (href: string) => loadSearch(new URL(href, 'http://pressmark.test').searchParams);
const kept: Kept = {
  text: 'Ferry and (harbour or port)',
  query: 'ferry and (harbour or port)',
  dialect: 'factiva',
  selection: {
    source: ['TIDE', ''],
    language: ['de'],
    exclude: { author: ['Ada Lind'] },
    dates: { from: '2017-04-08', to: '2017-05-01' },
  },
};

test('a saved search leads to the page with everything it was saved with, and to what is new of it', () => {
  const search = read(savedHref(kept, 57));
  const selection = { ...kept.selection, exclude: { author: ['ada lind'] } };
  expect([search.q, search.since, selectionOf(search)]).toEqual([kept.text, 57, selection]);
  expect(read(savedHref(kept)).since).toBeNull();
});

test('what was typed in another language goes there as it was read', () => {
  const nexis: Kept = { text: 'ferry w/5 port', query: 'ferry near5 port', dialect: 'nexis', selection: {} };
  expect(savedHref(nexis)).toBe('/search?q=ferry+near5+port');
});

test('a search is known on its page, whatever its order, its sample or its news', () => {
  expect(isSearch(kept, read(`${savedHref(kept, 57)}&sort=oldest&sample=5`))).toBe(true);
  expect(isSearch(kept, read(savedHref({ ...kept, text: 'ferry' })))).toBe(false);
  expect(isSearch(kept, read(savedHref({ ...kept, selection: {} })))).toBe(false);
});
