import { expect, test } from 'vitest';
import * as query from './index.ts';

test('the names of @pressmark/core/query', () => {
  expect(Object.keys(query).sort()).toEqual([
    'DateOrder',
    'Query',
    'QueryField',
    'QueryProblem',
    'Term',
    'articleFields',
    'columnTexts',
    'fieldColumns',
    'highlight',
    'indexText',
    'isUnspaced',
    'match',
    'matchTokens',
    'paragraphBreak',
    'parseQuery',
    'printQuery',
    'queryFields',
    'snippet',
    'textColumns',
    'tokenize',
    'tokenizeArticle',
  ]);
});
