import fc from 'fast-check';
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

const close: Set = (label, value) => `${label} ${value}\n`;
const starred: Set = (label, value) => `*${label}*\n${value}\n`;
const fields = [
  ['SE', 'Harbour'],
  ['HD', 'Ferry vote put off'],
  ['BY', 'By Ada Lind'],
  ['WC', '20 words'],
  ['PD', '11 May 2019'],
  ['SN', 'The Harbour Herald'],
  ['SC', 'HARB'],
  ['PG', 'A6'],
  ['LA', 'English'],
  ['CY', '(c) 2019 The Harbour Herald'],
  ['LP', lead],
  ['TD', 'It was to sail in spring, members of the council said.'],
  ['CO', 'acme : Acme Boats'],
  ['NS', 'gcat : Political'],
] as const;

it.each<[string, Set]>([
  ['apart', apart],
  ['tabbed', tabbed],
  ['above', above],
  ['close', close],
  ['starred', starred],
])('fields whose labels stand %s are read in any order before the number', async (_, set) => {
  const textOf = (order: readonly (readonly [string, string])[]) =>
    [1, 2]
      .map((serial) => [...order, ['AN', `Document HARB000020190511ef5b000a${serial}`] as const])
      .map((article) => article.map(([label, value]) => set(label, value)).join(''))
      .join('\n');
  const told = async (text: string) => {
    const { articles, report } = await readAll(text);
    return {
      balanced: report.balanced,
      articles: articles.map(({ raw: _, provenance: __, ...rest }) => rest),
    };
  };
  const inOrder = await told(textOf(fields));
  expect(inOrder.articles).toHaveLength(2);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...fields], { minLength: fields.length }), async (order) => {
      expect(await told(textOf(order))).toEqual(inOrder);
    }),
    { numRuns: 40 },
  );
});

it.each<[string, Set]>([
  ['a tab', tabbed],
  ['two spaces', apart],
  ['one space', close],
])('an article without a number, %s behind its labels, is known', async (_, set) => {
  const { articles } = await readAll(fields.map(([label, value]) => set(label, value)).join(''));
  expect(articles.map(({ headline, body }) => [headline, body.length])).toEqual([['Ferry vote put off', 2]]);
});
