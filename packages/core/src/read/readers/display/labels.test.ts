import { expect, it } from 'vitest';
import { readAll } from '../../testing/read-all.ts';

type Set = (label: string, value: string) => string;
const apart: Set = (label, value) => `${label}  ${value}\n`;
const tabbed: Set = (label, value) => `${label}\t${value}\n`;
const above: Set = (label, value) => `${label}\n${value}\n`;

const lead = 'The council of Harbour Town put off its vote on the ferry.';

/** An article whose lead is followed by some lines, its fields set in one way. */
const articleOf = (set: Set, lines: string) =>
  [
    ['HD', 'Ferry vote put off'],
    ['WC', '20 words'],
    ['PD', '11 May 2019'],
    ['SN', 'The Harbour Herald'],
    ['LP', `${lead}\n${lines}`],
    ['NS', 'gcat : Political'],
    ['AN', 'Document HARB000020190511ef5b000a1'],
  ]
    .map(([label = '', value = '']) => set(label, value))
    .join('');

async function read(text: string) {
  const [article] = (await readAll(text)).articles;
  return { raw: article?.raw ?? [], body: article?.body.map(({ text }) => text) ?? [] };
}

it.each<[string, Set]>([
  ['two spaces', apart],
  ['a tab', tabbed],
  ['a line end', above],
])('an unknown label behind the text, %s before its value, is in raw', async (_, set) => {
  const { raw, body } = await read(
    articleOf(set, `${set('ZZ', 'desk note')}${set('QQX', 'ferries')}`.trimEnd()),
  );
  expect(body).toEqual([lead]);
  expect(raw).toEqual(
    expect.arrayContaining([
      { label: 'ZZ', values: ['desk note'] },
      { label: 'QQX', values: ['ferries'] },
    ]),
  );
});

it.each<[string, Set, string[]]>([
  ['a sentence', apart, ['UN  The council said so.']],
  ['a row of figures', apart, ['USD  1.22']],
  ['rows of a table', apart, ['ARS  Arsenal', 'CHE  Chelsea', 'LIV  Liverpool']],
  ['an agency and a place', above, ['AFP', 'Paris']],
  ['initials', above, ['JK']],
  ['a line among others', apart, ['ZZ  desk note', 'and the rest of it']],
  ['a label set as none of the article is', above, ['ZZ  desk note']],
])('%s behind the text stays in it', async (_, set, lines) => {
  const { raw, body } = await read(articleOf(set, lines.join('\n')));
  expect(body).toEqual([lead, ...lines]);
  expect(raw.map(({ label }) => label)).toEqual(['HD', 'WC', 'PD', 'SN', 'LP', 'NS', 'AN']);
});
