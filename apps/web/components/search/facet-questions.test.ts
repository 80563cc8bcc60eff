import { expect, test } from 'vitest';
import { loadSearch } from './address.ts';
import { facetDimensions, facetQuestion, shortList } from './facet-questions.ts';

const ask = (search: string) => facetQuestion(loadSearch(new URLSearchParams(search)));

test('one question asks for a few values of every facet, whatever is chosen', () => {
  expect(ask('q=ferry&source=TIDE&not-language=de&from=2017-01-01&sort=words')).toEqual({
    q: 'ferry',
    selection: { source: ['TIDE'], exclude: { language: ['de'] }, dates: { from: '2017-01-01' } },
    by: facetDimensions({ times: 'year' }),
    top: shortList,
  });
});

test('of the times one is asked for: years, or what the address says', () => {
  const times = ['year', 'quarter', 'month', 'week', 'day'];
  const asked = (search: string) => ask(search).by.filter((dimension) => times.includes(dimension));
  expect(['', 'times=month', 'times=day&year=2017', 'times=hour'].map(asked)).toEqual([
    ['year'],
    ['month'],
    ['day'],
    ['year'],
  ]);
  expect(ask('times=week').by.slice(0, 4)).toEqual(['source', 'language', 'week', 'section']);
});

test('facets count all hits, not those of a sample', () => {
  expect(ask('q=ferry&sample=10&seed=7').selection).toEqual({});
});
