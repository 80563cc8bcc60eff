import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/browser/esm/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openSource } from '../decode.ts';
import { type CsvRow, csvRows } from './csv.ts';

async function scan(text: string, chunk = Number.MAX_SAFE_INTEGER): Promise<CsvRow[]> {
  const bytes = new TextEncoder().encode(text);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const found: CsvRow[] = [];
  for await (const rows of csvRows(await openSource(chunks()))) found.push(...rows);
  return found;
}

it('reads what a library wrote, as a library reads it, wherever the chunks are cut', async () => {
  const cell = fc.oneof(fc.string(), fc.stringMatching(/^[",;\r\n a]{0,6}$/));
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 9 }),
      async (rows, ending, size) => {
        const header = rows[0]?.map((_, index) => `column ${index}`) ?? [];
        const text = stringify([header, ...rows], { record_delimiter: ending, quoted: true });
        const expected: string[][] = parse(text, { relax_column_count: true });
        expect((await scan(text, size)).map(({ values }) => values)).toEqual(expected);
      },
    ),
  );
});

it('takes the separator from the header', async () => {
  for (const separator of [',', ';', '\t', '|']) {
    const rows = await scan(`an${separator}title\n1${separator}"a${separator}b"\n`);
    expect(rows.map(({ values }) => values)).toEqual([
      ['an', 'title'],
      ['1', `a${separator}b`],
    ]);
  }
  expect((await scan('sep=;\r\nan;title\r\n1;a,b\r\n')).map(({ values }) => values)).toEqual([
    ['an', 'title'],
    ['1', 'a,b'],
  ]);
});

it.each([
  ['prose', '2,b,"Two ""words"" and', ['2', 'b', 'Two "words" and']],
  ['half a code', '2,b,"Tw', ['2', 'b']],
  ['a value without quotes', '2,Tw', ['2']],
  ['nothing', '2,"Two words"', ['2', 'Two words']],
  ['prose on two lines', '2,"Two\nlines', ['2', 'Two\nlines']],
])('a file that ends within %s gives the row so far', async (_, row, values) => {
  const text = `an,title,body\n1,a,b\n${row}`;
  for (const chunk of [text.length, 1]) {
    const rows = await scan(text, chunk);
    expect(rows.map(({ values, damaged }) => [damaged, values.length])).toEqual([
      [false, 3],
      [false, 3],
      [false, values.length],
    ]);
    expect(rows.at(-1)).toMatchObject({ values, cut: true, end: text.length });
  }
});

it.each([
  ['a quote that does not close', '2,"b'],
  ['a quote within', '2,"b"x,c'],
  ['a value too few', '2,b'],
  ['a value too many', '2,b,c,d'],
])('a row with %s costs only itself', async (_, row) => {
  const rows = await scan(`an,title,body\n1,a,"two\nlines"\n${row}\n3,"c, d",x\n4,e,f`);
  expect(rows.map(({ values, damaged }) => [damaged, values[0]])).toEqual([
    [false, 'an'],
    [false, '1'],
    [true, expect.stringMatching(/^2,/)],
    [false, '3'],
    [false, '4'],
  ]);
  expect(rows.map(({ start }, index) => start - (rows[index - 1]?.end ?? 0))).toEqual([0, 0, 0, 0, 0]);
});

it.each([
  ['a row', '1,a,b', [[false, '1']]],
  ['a row in quotes', '1,a,"b, c"', [[false, '1']]],
  ['a row with a value too few', '1,a', [[true, expect.stringMatching(/^1,a/)]]],
  [
    'another file',
    '1,a,b\n{\\rtf1 Words,\n\\par }',
    [
      [false, '1'],
      [true, expect.stringMatching(/^\{/)],
    ],
  ],
])('the header begins a row behind the end of %s without a line end', async (_, end, expected) => {
  for (const header of ['an,title,body', '"an","title","body"']) {
    const text = `${header}\n${end}${header}\n2,c,d\n`;
    for (const chunk of [text.length, 1]) {
      const rows = await scan(text, chunk);
      expect(rows.map(({ values, damaged }) => [damaged, values[0]])).toEqual([
        [false, 'an'],
        ...expected,
        [false, 'an'],
        [false, '2'],
      ]);
      expect(rows.every(({ start }, index) => start === (rows[index - 1]?.end ?? 0))).toBe(true);
    }
  }
});

it('a damaged row costs as much wherever the chunks are cut', async () => {
  const text = 'an,title\n"1"xy,b\n2,c\n';
  for (const chunk of [text.length, 1]) {
    const rows = await scan(text, chunk);
    expect(rows.map(({ damaged, end }) => [damaged, end])).toEqual([
      [false, 9],
      [true, 17],
      [false, 21],
    ]);
  }
});
