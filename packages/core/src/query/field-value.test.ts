import { expect, test } from 'vitest';
import type { Article } from '../article.ts';
import { explainQuery } from './explain.ts';
import { inventArticle } from './invented-article.ts';
import { match } from './match.ts';
import { parseQuery } from './parse.ts';
import type { Query } from './query.ts';

function parse(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.query;
}

const called = (language: string | undefined, languageRaw: string | undefined): Article =>
  inventArticle({ language, languageRaw });

test.each([
  // A file in an interface of another language, or a record that has the code alone.
  ['la=english', called('en', '英文'), true],
  ['la=English', called('en', undefined), true],
  ['la=Englisch', called('en', 'English'), true],
  ['la=(german or français)', called('fr', 'French'), true],
  ['la=francais', called('fr', 'French'), true],
  ['lang="simplified chinese"', called('zh-Hans', '简体中文'), true],
  ['la=chinese', called('zh-Hant', '繁體中文'), true],
  ['la=英语', called('en', 'English'), true],
  ['la=en not la=english', called('en', '英文'), false],
  ['la=english', called('de', 'German'), false],
  ['la=en', called('en', '英文'), true],
  // What no table has is looked for as the file says it.
  ['la=klingon', called(undefined, 'Klingon'), true],
  ['la=klingon', called('en', 'English'), false],
  // A truncated name is found as it stands.
  ['la=engl*', called('en', '英文'), false],
])('%s, %#', (text, article, expected) => {
  expect(match(parse(text), article)).toBe(expected);
  expect(explainQuery(parse(text), article).verdict?.holds).toBe(expected);
});

test('other fields and the text do not translate', () => {
  const article = inventArticle({ language: 'en', headline: 'Nothing of that name' });
  expect(match(parse('english'), article)).toBe(false);
  expect(match(parse('hd=english'), article)).toBe(false);
});
