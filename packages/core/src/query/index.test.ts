import { expect, test } from 'vitest';
import * as query from './index.ts';

test('the names of @pressmark/core/query', () => {
  expect(Object.keys(query).sort()).toEqual([
    'DateOrder',
    'Places',
    'Query',
    'QueryField',
    'QueryLimit',
    'QueryProblem',
    'Term',
    'articleFields',
    'bodyColumns',
    'columnTexts',
    'countPlaces',
    'fieldColumns',
    'fits',
    'grammarVersion',
    'highlight',
    'indexText',
    'isPlaces',
    'isUnspaced',
    'match',
    'matchTokens',
    'paragraphBreak',
    'parseQuery',
    'printQuery',
    'queryFields',
    'snippet',
    'stemOf',
    'textColumns',
    'tokenize',
    'tokenizeArticle',
    'wordsOf',
  ]);
});
