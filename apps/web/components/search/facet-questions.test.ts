import { expect, test } from 'vitest';
import { loadSearch } from './address.ts';
import { facetQuestions } from './facet-questions.ts';

const ask = (search: string) => facetQuestions(loadSearch(new URLSearchParams(search)));

test('a facet in which something is chosen is counted without its own choice', () => {
  expect(ask('q=ferry&source=TIDE&language=de')).toEqual([
    {
      q: 'ferry',
      selection: { source: ['TIDE'], language: ['de'] },
      by: ['year', 'subject', 'company', 'region', 'kind'],
    },
    { q: 'ferry', selection: { language: ['de'] }, by: ['source'] },
    { q: 'ferry', selection: { source: ['TIDE'] }, by: ['language'] },
  ]);
});

test('nothing chosen is one question; a month narrows but is no facet', () => {
  expect(ask('').length).toBe(1);
  expect(ask('month=2017-04')).toEqual([
    {
      q: '',
      selection: { month: ['2017-04'] },
      by: ['source', 'language', 'year', 'subject', 'company', 'region', 'kind'],
    },
  ]);
});
