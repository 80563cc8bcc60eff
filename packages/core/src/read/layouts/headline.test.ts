import { expect, it } from 'vitest';
import type { Block } from '../reader.ts';
import { isItemLine, readHeadline } from './headline.ts';

const lines = (...texts: string[]): Block[] =>
  texts.map((text) => ({ kind: 'line', value: { text }, span: { start: 0, end: 0 } }));

it.each([
  ['The Harbour Post, 11 May 2019, 120 words, Ada Lind, (English)', { byline: 'Ada Lind' }],
  ['The Harbour Post, 06:04, 11 May 2019, 1,120 words, (English)', { time: '06:04' }],
  ['The Harbour Post, May 11, 2019, 120 words, Ada Lind;Bo Kern, (English)', { byline: 'Ada Lind;Bo Kern' }],
  ['The Harbour Post, Saturday, May 11, 2019, 120 words, (English)', {}],
  ['港口邮报，2019 年 5 月 11 日，120 字，卢品，（英文）', { byline: '卢品' }],
  ['Hafen, Post, 11 Mai 2019, 120 Wörter, (Englisch)', {}],
])('reads the line %j', (line, parts: { time?: string; byline?: string }) => {
  const draft = readHeadline(lines('Ferry vote put off', line, 'The council met ...'));
  expect(draft).toMatchObject({ kind: 'headline', headline: 'Ferry vote put off', language: 'en' });
  expect(draft?.publication).toMatchObject({ date: '2019-05-11' });
  expect([draft?.publication?.time, draft?.byline]).toEqual([parts.time, parts.byline]);
  expect(draft?.statedWords).toBe(line.includes('1,120') ? 1120 : 120);
  expect(draft?.source?.name).toBe(line.split(/[,，] ?(?:\d|May|Saturday)/)[0]);
  expect(draft?.body.map(({ text }) => text)).toEqual(['The council met ...']);
});

it('reads an item without a date', () => {
  const draft = readHeadline(lines('Ferry vote put off', 'The Harbour Post, 120 words, Ada Lind, (English)'));
  expect(draft).toMatchObject({ byline: 'Ada Lind', statedWords: 120, language: 'en' });
  expect(draft?.source?.name).toBe('The Harbour Post');
});

it.each([
  ['The Harbour Post, 120 words, (English)', true],
  ['In the harbour, 120 ferries, as ever, (English)', false],
  ['The Harbour Post, Ada Lind, (English)', false],
  ['The council wrote 120 words (in English)', false],
])('tells whether %j is the line of an item', (line, isItem) => {
  expect(isItemLine(line)).toBe(isItem);
});

it('keeps an item whose line cannot be read', () => {
  const draft = readHeadline(lines('Ferry vote put off', 'nobody knows'));
  expect(draft?.raw).toEqual([
    { label: '', values: ['Ferry vote put off'] },
    { label: '', values: ['nobody knows'] },
  ]);
});

it('takes nothing for nothing', () => {
  expect(readHeadline(lines(''))).toBeNull();
});
