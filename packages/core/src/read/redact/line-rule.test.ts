import { expect, it } from 'vitest';
import { readByline } from '../names.ts';
import { kindOf } from '../paragraphs.ts';
import { LineRule } from './line-rule.ts';

it.each([
  ['By The Associated Press', 'By The Associated Press'],
  ['Ada Lind with Bo Kern', 'Qqq Qqqq with Qq Qqqq'],
  ['Par Ada Lind avec Bo Kern', 'Par Qqq Qqqq avec Qq Qqqq'],
  ['Von Ada Lind mit Bo Kern', 'Von Qqq Qqqq mit Qq Qqqq'],
  ['Por Rui da Silva e Lia dos Santos', 'Por Qqq da Qqqqq e Qqq dos Qqqqqq'],
  ["Door Jan van Dijk en Tom van 't Hof", "Door Jan van Qqqq en Qqq van 't Qqq"],
  ['Par Ada Lind (avec Agence France-Presse)', 'Par Qqq Qqqq (avec Agence France-Presse)'],
  ['Ada Lind and agencies', 'Qqq Qqqq and agencies'],
  ['BY By Ada Lind, Canadian Press', 'BY By Qqq Qqqq, Canadian Press'],
])('%j names as many authors and the same agency when it is covered', (byline, covered) => {
  expect(new LineRule().line(byline)).toBe(covered);
  const [before, after] = [byline, covered].map((text) => readByline(text.replace(/^BY /, '')));
  expect(after?.authors.length).toBe(before?.authors.length);
  expect(after?.agency).toBe(before?.agency);
});

it.each([
  ['Écrire à Ada Lind', 'Écrire à Qqq Qqqq', 'contact'],
  [
    'Readers of the Lind column who want a copy may write to Ada Lind, Box 12',
    'Readers of the Qqqq qqqqqq who qqqq a qqqq may write to Qqq Qqqq, Qqq 00',
    'contact',
  ],
  [
    'Leser aus Lind können sich an die Redaktion in Lind wenden',
    'Leser qqq Qqqq können sich an die Redaktion qq Qqqq wenden',
    'contact',
  ],
  ['Readers may write to the Lind Post', 'Readers may write to the Qqqq Qqqq', 'contact'],
  ['Readers may write to Lind, the council said', 'Readers may write to Qqqq, the qqqqqqq said', 'text'],
  ['Follow Ada Lind on Twitter', 'Follow Qqq Qqqq on Twitter', 'contact'],
  ['图为海港', '图为某某', 'caption'],
])('%j asks for letters, or does not, when it is covered too', (line, covered, kind) => {
  expect(new LineRule().line(line)).toBe(covered);
  expect([line, covered].map(kindOf)).toEqual([kind, kind]);
});
