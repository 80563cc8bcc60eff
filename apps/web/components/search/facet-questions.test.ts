import { expect, test } from 'vitest';
import { loadSearch } from './address.ts';
import { facetDimensions, facetQuestion, shortList } from './facet-questions.ts';

const ask = (search: string) => facetQuestion(loadSearch(new URLSearchParams(search)));

test('one question asks for a few values of every facet, whatever is chosen', () => {
  expect(ask('q=ferry&source=TIDE&not-language=de&from=2017-01-01&sort=words')).toEqual({
    q: 'ferry',
    selection: { source: ['TIDE'], exclude: { language: ['de'] }, dates: { from: '2017-01-01' } },
    by: facetDimensions,
    top: shortList,
  });
});

test('facets count all hits, not those of a sample', () => {
  expect(ask('q=ferry&sample=10&seed=7').selection).toEqual({});
});
