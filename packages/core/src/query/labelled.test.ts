import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inventArticle } from './invented-article.ts';
import { parseQueries, parseQueryTable, tableColumns } from './labelled.ts';
import { match } from './match.ts';
import { parseQuery } from './parse.ts';

const readings = (text: string, options = {}) =>
  parseQueries(text, options).map(({ label, text, line, parsed }) => [label, text, line, parsed.ok]);

describe('labelled lines', () => {
  test('a label stands before `=` with white space, a line without one is its own label', () => {
    expect(
      readings('climate = clima* or co2\n\n  ferry and harbour  \r\n"Smith, John = JS" = by="john smith"'),
    ).toEqual([
      ['climate', 'clima* or co2', 1, true],
      ['ferry and harbour', 'ferry and harbour', 3, true],
      ['Smith, John = JS', 'by="john smith"', 4, true],
    ]);
  });

  test('a field is no label, however it is written', () => {
    expect(
      readings('hd=ferry\nhd = ferry\nharbour and hd = ferry\nwc = 500\nold = hd = ferry\n"hd" = ferry'),
    ).toEqual([
      ['hd=ferry', 'hd=ferry', 1, true],
      ['hd = ferry', 'hd = ferry', 2, true],
      ['harbour and hd = ferry', 'harbour and hd = ferry', 3, true],
      ['wc = 500', 'wc = 500', 4, expect.any(Boolean)],
      ['old', 'hd = ferry', 5, true],
      ['hd', 'ferry', 6, true],
    ]);
  });

  test.each([
    ['date = 2017', 'date 2017'],
    ['headline = ferry', 'hd=ferry'],
    ['ｈｄ = ferry', undefined],
    ['x and headline = ferry', 'x and hd=ferry'],
    ['wc>5 and x = ferry', 'wc>5 and "x = ferry"'],
    ['hd:ferry x = quay', undefined],
  ])('%s is a query, as in the search box', (line, mend) => {
    const [read, ...more] = parseQueries(line);
    expect([read?.label, read?.text, more]).toEqual([line, line, []]);
    const alone = parseQuery(line);
    expect(read?.parsed).toEqual(alone);
    if (mend !== undefined && !alone.ok) expect(alone.problems[0]?.mend).toBe(mend);
  });

  test.each(['length = 500', 'publication = times', 'steel /p iron = x'])('%s is a Nexis query', (line) => {
    expect(parseQueries(line, { dialect: 'nexis' })[0]?.label).toBe(line);
  });

  test('any other words are a label, and any in quotes or before a name', () => {
    const labels = [
      'Steel (EU)',
      'One source',
      'Theme 1: steel',
      '100% organic',
      "Ford's <best>",
      '"x and headline"',
      '"date"',
    ];
    for (const label of labels)
      expect(readings(`${label} = ferry`)).toEqual([[label.replaceAll('"', ''), 'ferry', 1, true]]);
    expect(readings('Marks and Spencer = Marks & Sparks', { names: true })).toEqual([
      ['Marks and Spencer', '"Marks Sparks"', 1, true],
    ]);
  });

  test('a line that cannot be read says where, and the others are read', () => {
    const read = parseQueries('a = ferry\nb = harbour and (\nc = quay\nclimate=co2\nempty =');
    expect(
      read.map(({ label, parsed }) => [
        label,
        parsed.ok ? 'read' : parsed.problems.map(({ line, column }) => [line, column]),
      ]),
    ).toEqual([
      ['a', 'read'],
      ['b', [[2, expect.any(Number)]]],
      ['c', 'read'],
      ['climate=co2', [[4, 1]]],
      ['empty', [[5, 8]]],
    ]);
    const [, broken] = read;
    const problem = broken?.parsed.ok === false ? broken.parsed.problems[0] : undefined;
    // The span points into the text of the query alone, the column into the line.
    expect((problem?.column ?? 0) - (problem?.span.start ?? 0)).toBe('b = '.length + 1);
  });

  test('names are looked for as they stand', () => {
    const [band, dots, nothing] = parseQueries('Rock and Roll\nYahoo? "Inc*"\n!!!', { names: true });
    expect([band?.label, band?.text, dots?.label, dots?.text]).toEqual([
      'Rock and Roll',
      '"Rock and Roll"',
      'Yahoo? "Inc*"',
      '"Yahoo Inc"',
    ]);
    expect(nothing?.parsed.ok).toBe(false);
    const query = band?.parsed.ok ? band.parsed.query : { type: 'all' as const };
    expect(match(query, inventArticle({ headline: 'They play rock and roll' }))).toBe(true);
    expect(match(query, inventArticle({ headline: 'A roll on the rock' }))).toBe(false);
  });

  test('no line but an empty one is left out, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
        const wanted = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
        expect(parseQueries(text).map(({ line }) => line)).toEqual(wanted);
        expect(parseQueries(text, { names: true }).map(({ line }) => line)).toEqual(wanted);
      }),
    );
  });
});

describe('a table of queries', () => {
  const read = async (text: string, options = {}) =>
    (await parseQueryTable(text, options)).map(({ label, text, line, parsed }) => [
      label,
      text,
      line,
      parsed.ok,
    ]);

  test('the column is chosen by its header; `query` and `name` need not be said', async () => {
    const text = '\uFEFFid;Name;label\r\n1;ferry;F\r\n\r\n2;"harbour; quay";H\r\n';
    expect(await read(text)).toEqual([
      ['F', 'ferry', 2, true],
      ['H', 'harbour; quay', 4, true],
    ]);
    expect(await read('firm,country\n"Maersk\nLine",DK\nStena,SE', { column: 'Country' })).toEqual([
      ['DK', 'DK', 2, true],
      ['SE', 'SE', 4, true],
    ]);
    expect(await read('firm,country\n"Maersk\nLine",DK\nStena,SE', { names: true })).toEqual([
      ['Maersk Line', '"Maersk Line"', 2, true],
      ['Stena', '"Stena"', 4, true],
    ]);
  });

  test('rows that are damaged or empty are said with their line', async () => {
    expect(await read('query,x\nferry,1\nquay,1,2\n,3\n"harbour,4\nboat,5')).toEqual([
      ['ferry', 'ferry', 2, true],
      ['quay,1,2', 'quay,1,2', 3, false],
      ['', '', 4, false],
      ['"harbour,4', '"harbour,4', 5, false],
      ['boat', 'boat', 6, true],
    ]);
  });

  test.each([
    ['\uFEFFid;Name;label\r\n1;ferry;F', ['id', 'Name', 'label'], 'Name'],
    ['firm,country,firm\nMaersk,DK,x', ['firm', 'country'], 'firm'],
    ['"a ""b"", c",query\n1,2', ['a "b", c', 'query'], 'query'],
    [',x\n1,2', ['x'], null],
    ['', [], null],
  ])('the columns of %j are %j, and the queries stand in %s', async (text, columns, chosen) => {
    expect(await tableColumns(text)).toEqual({ columns, chosen });
  });

  test('a header that is not there is a problem, not an empty list', async () => {
    const [only, ...more] = await parseQueryTable('a,b\n1,2', { column: 'c' });
    expect([only?.parsed.ok, only?.line, more]).toEqual([false, 1, []]);
    expect(only?.parsed.ok === false && only.parsed.problems[0]?.message).toContain('a, b');
    expect(await parseQueryTable('')).toEqual([]);
  });
});
