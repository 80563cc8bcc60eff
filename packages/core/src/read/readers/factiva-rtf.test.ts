import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSource } from '../decode.ts';
import type { Piece } from '../reader.ts';
import { factivaRtf } from './factiva-rtf.ts';

async function split(units: string): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const source = await openSource(new Uint8Array(Buffer.from(units, 'latin1')));
  for await (const step of factivaRtf.split(source)) pieces.push(...step);
  return pieces;
}

/** Accession number of the day's article with this serial. */
const numberOf = (serial: number) => `EXAM000020240305ek35${serial.toString(36).padStart(5, '0')}`;

const row = (label: string, value: string) =>
  `${String.raw`\trowd\cellx1\cellx2\pard\intbl\qr {\b ${label}}\~ \cell\pard\intbl ${value}\cell\row`}\n`;

/** An invented article, a row a field. */
const indexed = (serial: number, ending = row('AN', `Document ${numberOf(serial)}`)) =>
  [
    row('SE', 'Harbour'),
    row('HD', `Ferry ${serial} returns`),
    row('BY', 'By Ada Example'),
    row('WC', '12 words'),
    row('PD', '5 March 2024'),
    row('SN', 'Example Post'),
    row('SC', 'EXAM'),
    row('LA', 'English'),
    row('LP', String.raw`The ferry came back\par at noon.`),
    row(
      'TD',
      String.raw`Nobody had expected it. See {\field{\*\fldinst HYPERLINK "https://example.org/"}{\fldrslt the list}}.`,
    ),
    row('CO', 'exco : Example Ferries'),
    row('ZZ', 'unknown'),
    ending,
  ].join('');

/** The same in bare lines. */
const bare = (serial: number, ending = `Document ${numberOf(serial)}`) =>
  `${[
    'Harbour',
    String.raw`{\b Ferry ${serial} returns}`,
    'By Ada Example',
    '12 words',
    '5 March 2024',
    '09:30',
    'Example Post',
    'EXAM',
    'English',
    String.raw`\'a9 2024 Example Press`,
    'The ferry came back at noon.',
    String.raw`Nobody\u8212 not even the crew\u8212 had expected it.`,
    ending,
  ].join('\\par\n')}\\par\n`;

const rtf = (...parts: string[]) =>
  String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}{\info{\title Factiva RTF Display Format}}` +
  String.raw`{\footer Page {\field{\*\fldinst PAGE}{\fldrslt 1}} of {\field{\*\fldinst NUMPAGES}{\fldrslt 9}}\par}` +
  '\n' +
  parts.join('') +
  '}';

const entry = (serial: number) =>
  String.raw`{\field{\*\fldinst HYPERLINK \\l "toc${serial}"}{\fldrslt Ferry ${serial} returns\tab ${serial + 1}}}\par` +
  '\n';
const contents = `${String.raw`{\pict\pngblip 89504e470d0a}\par Table of Contents\par ${entry(1)}${entry(2)}\page`}\n`;
const summary =
  String.raw`\pard\page Search Summary\par` +
  [
    ['Text', 'ferry'],
    ['Results Found', '2'],
  ]
    .map(([label = '', value = '']) => row(label, value))
    .join('');

const outline = (pieces: Piece[]) => pieces.map(({ kind, span }) => [kind, span.start, span.end]);
const kinds = (pieces: Piece[]) => pieces.map((piece) => piece.kind);
const numbers = (pieces: Piece[]) =>
  pieces.flatMap((piece) => (piece.kind === 'article' ? [factivaRtf.read(piece)?.accession?.number] : []));

function expectTiling(pieces: Piece[], length: number): void {
  let at = 0;
  for (const { span } of pieces) {
    expect(span.start).toBe(at);
    expect(span.end).toBeGreaterThan(at);
    at = span.end;
  }
  expect(at).toBe(length);
}

describe('with indexing', () => {
  test('a row is a field, the number ends the article, and the pieces tile the file', async () => {
    const one = indexed(1);
    const two = indexed(2);
    const units = rtf(one, '\\pard\\page\\par\n', two);
    const pieces = await split(units);
    const first = units.indexOf(one);
    const second = units.indexOf(two);
    expect(outline(pieces)).toEqual([
      ['front', 0, first],
      ['article', first, first + one.length - 1],
      ['boilerplate', first + one.length - 1, second],
      ['article', second, second + two.length - 1],
      ['trailer', second + two.length - 1, units.length],
    ]);
    expect(pieces[1]?.blocks.map((block) => block.kind === 'field' && [block.label, block.values])).toEqual([
      ['SE', [{ text: 'Harbour' }]],
      ['HD', [{ text: 'Ferry 1 returns' }]],
      ['BY', [{ text: 'By Ada Example' }]],
      ['WC', [{ text: '12 words' }]],
      ['PD', [{ text: '5 March 2024' }]],
      ['SN', [{ text: 'Example Post' }]],
      ['SC', [{ text: 'EXAM' }]],
      ['LA', [{ text: 'English' }]],
      ['LP', [{ text: 'The ferry came back' }, { text: 'at noon.' }]],
      [
        'TD',
        [
          {
            text: 'Nobody had expected it. See the list.',
            links: [{ text: 'the list', url: 'https://example.org/' }],
          },
        ],
      ],
      ['CO', [{ text: 'exco : Example Ferries' }]],
      ['ZZ', [{ text: 'unknown' }]],
      ['AN', [{ text: `Document ${numberOf(1)}` }]],
    ]);
    const hd = pieces[1]?.blocks[1]?.span;
    expect(units.slice(hd?.start, hd?.end)).toBe(row('HD', 'Ferry 1 returns').trimEnd());
  });

  test('the article is read', async () => {
    const [, piece] = await split(rtf(indexed(7)));
    expect(piece && factivaRtf.read(piece)).toMatchObject({
      kind: 'article',
      headline: 'Ferry 7 returns',
      section: 'Harbour',
      statedWords: 12,
      language: 'en',
      source: { name: 'Example Post', code: 'EXAM' },
      publication: { date: '2024-03-05', basis: 'display' },
      accession: { number: numberOf(7), published: '2024-03-05', serial: 7 },
      codes: { companies: [{ code: 'exco', name: 'Example Ferries' }] },
      body: [{ part: 'lead' }, { part: 'lead' }, { part: 'rest' }],
    });
  });

  test('contents, picture, footer and search summary are no articles and not unread', async () => {
    const pieces = await split(rtf(contents, indexed(1), '\\page\n', indexed(2), summary));
    expect(kinds(pieces)).toEqual(['front', 'article', 'boilerplate', 'article', 'trailer']);
    expect(pieces.at(-1)?.summary).toEqual({
      title: 'Search Summary',
      rows: [
        { label: 'Text', value: 'ferry' },
        { label: 'Results Found', value: '2' },
      ],
      results: 2,
    });
  });

  test('right-to-left languages swap the cells', async () => {
    const swapped = indexed(1).replaceAll(
      /(\\intbl\\qr \{\\b )(\w+)(\}\\~ \\cell\\pard\\intbl )(.*)(\\cell\\row)/g,
      '$1$4$3$2$5',
    );
    const [, piece] = await split(rtf(swapped));
    expect(piece && factivaRtf.read(piece)).toMatchObject({
      headline: 'Ferry 1 returns',
      source: { code: 'EXAM' },
    });
  });

  test('a table within a table: its rows are fields', async () => {
    const nested = (rows: string) =>
      rows.replaceAll(
        /\\trowd\\cellx1\\cellx2\\pard\\intbl\\qr (.*?)\\cell\\pard\\intbl (.*)\\cell\\row/g,
        String.raw`\pard\intbl\itap2 $1\nestcell\pard\intbl\itap2 $2\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}`,
      );
    const outer = (cell: string) =>
      String.raw`\trowd\cellx1\pard\intbl\itap1 ${cell}\pard\intbl\itap1\cell\row\pard `;
    const [plain, other] = (await split(rtf(indexed(1), indexed(2)))).filter(
      ({ kind }) => kind === 'article',
    );
    for (const file of [
      rtf(outer(nested(indexed(1))), outer(nested(indexed(2)))),
      rtf(outer(nested(indexed(1) + indexed(2)))),
    ]) {
      const pieces = await split(file);
      expectTiling(pieces, file.length);
      const drafts = pieces.filter(({ kind }) => kind === 'article').map(factivaRtf.read);
      expect(drafts).toEqual([plain, other].map((piece) => piece && factivaRtf.read(piece)));
    }
  });

  test('a table within the cell of a field is a table of the text', async () => {
    const inner = (...cells: string[]) =>
      String.raw`\pard\intbl\itap2 ${cells.map((cell) => `${cell}\\nestcell `).join('')}{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}`;
    const cell = String.raw`Before.\par ${inner('Ada', '12')}${inner('Bo', '7')}\pard\intbl\itap1 After.`;
    const file = rtf(indexed(1).replace(row('SC', 'EXAM'), row('SC', 'EXAM') + row('TD', cell)));
    const [piece] = (await split(file)).filter(({ kind }) => kind === 'article');
    const rest = piece && factivaRtf.read(piece)?.body.filter(({ part }) => part === 'rest');
    expect(rest?.map(({ kind, text }) => [kind, text]).slice(0, 3)).toEqual([
      ['text', 'Before.'],
      ['table', 'Ada\t12\nBo\t7'],
      ['text', 'After.'],
    ]);
  });

  test('a source code that looks like a label is a value, on either side', async () => {
    const odd = row('SC', 'HD');
    const swap = (rows: string) =>
      rows.replaceAll(
        /(\\intbl\\qr \{\\b )(\w+)(\}\\~ \\cell\\pard\\intbl )(.*)(\\cell\\row)/g,
        '$1$4$3$2$5',
      );
    const file = indexed(1).replace(row('SC', 'EXAM'), odd);
    for (const units of [file, swap(file)]) {
      const pieces = await split(rtf(units, indexed(2)));
      expect(numbers(pieces)).toEqual([1, 2].map(numberOf));
      expect(pieces[1] && factivaRtf.read(pieces[1])).toMatchObject({
        headline: 'Ferry 1 returns',
        source: { name: 'Example Post', code: 'HD' },
      });
    }
  });

  test('fields behind the number are of the article', async () => {
    const late = indexed(1) + row('PUB', 'Example Press') + row('RE', 'usa : United States');
    const pieces = await split(rtf(late, indexed(2)));
    expect(numbers(pieces)).toEqual([1, 2].map(numberOf));
    expect(pieces[1] && factivaRtf.read(pieces[1])).toMatchObject({
      publisher: 'Example Press',
      codes: { regions: [{ code: 'usa', name: 'United States' }] },
    });
  });

  test('rows that a program turned into lines with tabs', async () => {
    const lines = indexed(1).replaceAll(
      /\\trowd.*?\{\\b (\w+)\}\\~ \\cell\\pard\\intbl (.*)\\cell\\row/g,
      '{\\b $1}\\tab $2\\par',
    );
    const [, piece] = await split(rtf(lines, indexed(2)));
    const [, whole] = await split(rtf(indexed(1)));
    expect(piece && factivaRtf.read(piece)).toEqual(whole && factivaRtf.read(whole));
  });

  test('a row without label and a line between rows go on with the field above', async () => {
    const broken = indexed(1).replace(
      row('CO', 'exco : Example Ferries'),
      `${row('', 'More.')}\\pard And more.\\par\n`,
    );
    const [, piece] = await split(rtf(broken));
    const td = piece?.blocks.find((block) => block.kind === 'field' && block.label === 'TD');
    expect(td?.kind === 'field' && td.values.map((value) => value.text)).toEqual([
      'Nobody had expected it. See the list.',
      'More.',
      'And more.',
    ]);
  });
});

describe('without indexing', () => {
  test('lines up to the accession number, the bold one marked', async () => {
    const pieces = await split(rtf(contents, bare(1), '\\page\n', bare(2)));
    expect(kinds(pieces)).toEqual(['front', 'article', 'boilerplate', 'article', 'trailer']);
    const lines = pieces[1]?.blocks.map((block) => block.kind === 'line' && [block.value.text, block.mark]);
    expect(lines?.slice(0, 3)).toEqual([
      ['Harbour', undefined],
      ['Ferry 1 returns', 'headline'],
      ['By Ada Example', undefined],
    ]);
    expect(lines?.slice(-2)).toEqual([
      ['Nobody—not even the crew—had expected it.', undefined],
      [`Document ${numberOf(1)}`, undefined],
    ]);
    expect(pieces[1] && factivaRtf.read(pieces[1])).toMatchObject({
      headline: 'Ferry 1 returns',
      section: 'Harbour',
      statedWords: 12,
      publication: { date: '2024-03-05', time: '09:30' },
      source: { name: 'Example Post', code: 'EXAM' },
      copyright: '© 2024 Example Press',
    });
  });

  test('contents whose pages were lost', async () => {
    for (const form of [indexed, bare]) {
      const pieces = await split(
        rtf(contents.replace('\\page', '').replaceAll(/\\tab \d/g, ''), form(1), form(2)),
      );
      expect(kinds(pieces)).not.toContain('unread');
      expect(numbers(pieces)).toEqual([1, 2].map(numberOf));
    }
  });

  test('contents on the page of the first article', async () => {
    const pieces = await split(rtf(contents.replace('\\page', ''), bare(1)));
    expect(kinds(pieces)).toEqual(['front', 'article', 'trailer']);
    expect(pieces[1]?.blocks[0]).toMatchObject({ value: { text: 'Harbour' } });
  });

  test('the word before the number is of any language', async () => {
    for (const word of ['Dokument', String.raw`\u25991?\u20214?`, 'Asiakirja']) {
      expect(numbers(await split(rtf(bare(1, `${word} ${numberOf(1)}`), bare(2))))).toEqual([
        numberOf(1),
        numberOf(2),
      ]);
    }
  });

  test('a table in the text stays a table', async () => {
    const table = row('Port', 'Ships') + row('Ayr', '3').replace('\\cell\\row', '\\cell 4\\cell\\row');
    const [, piece] = await split(rtf(bare(1).replace('Nobody', () => `${table}\\pard Nobody`)));
    expect(
      piece?.blocks.flatMap((block) => (block.kind === 'line' && block.value.table ? [block.value] : [])),
    ).toEqual([
      { text: 'Port\tShips', table: true },
      { text: 'Ayr\t3\t4', table: true },
    ]);
  });
});

describe('text that no page shows', () => {
  const readOne = async (units: string) => {
    const [, piece] = await split(rtf(units));
    return piece && factivaRtf.read(piece);
  };

  test.each([
    ['with labels', indexed],
    ['without', bare],
  ])('is kept apart from the text, %s', async (_, form) => {
    const marked = form(1).replace(
      'Nobody',
      () => String.raw`{\v secret}No{\deleted nobod}{\*\annotation sure?}{\v code}{\footnote See below.}body`,
    );
    const [plain, draft] = [await readOne(form(1)), await readOne(marked)];
    expect(draft?.body).toEqual([...(plain?.body ?? []), { kind: 'note', text: 'See below.' }]);
    expect(draft?.raw.slice(plain?.raw.length)).toEqual([
      { label: 'hidden', values: ['secret', 'code'] },
      { label: 'deleted', values: ['nobod'] },
      { label: 'comment', values: ['sure?'] },
      { label: 'footnote', values: ['See below.'] },
    ]);
    const told = draft?.diagnostics.filter(({ code }) => code === 'text-hidden');
    expect(told?.map(({ path }) => path)).toEqual(
      [0, 1, 2].map((at) => `raw.${(plain?.raw.length ?? 0) + at}.values.0`),
    );
  });

  test('a hidden paragraph between articles is unread', async () => {
    const pieces = await split(rtf(indexed(1), String.raw`\pard{\v Once more\par}`, indexed(2)));
    expect(pieces.flatMap(({ kind, text }) => (kind === 'unread' ? [text] : []))).toEqual(['Once more']);
    expect(numbers(pieces)).toEqual([1, 2].map(numberOf));
  });
});

describe('damage', () => {
  test('both layouts in one file', async () => {
    const pieces = await split(rtf(indexed(1), '\\pard\\page\n', bare(2), '\\page\n', indexed(3)));
    expect(numbers(pieces)).toEqual([1, 2, 3].map(numberOf));
    expect(kinds(pieces)).not.toContain('unread');
  });

  test('an article without its number costs only itself', async () => {
    const rows = await split(rtf(indexed(1), indexed(2, ''), indexed(3)));
    expect(numbers(rows)).toEqual([numberOf(1), undefined, numberOf(3)]);
    const pages = await split(rtf(bare(1), '\\page\n', bare(2, 'The end.'), '\\page\n', bare(3)));
    expect(numbers(pages)).toEqual([numberOf(1), undefined, numberOf(3)]);
  });

  test('a file cut within an article gives the article and says so', async () => {
    const units = rtf(indexed(1), indexed(2));
    const cut = units.slice(0, units.lastIndexOf('Nobody') + 9);
    const pieces = await split(cut);
    expectTiling(pieces, cut.length);
    expect(pieces.at(-1)).toMatchObject({
      kind: 'article',
      diagnostics: [{ code: 'file-truncated', severity: 'error' }],
    });
    const last = pieces.at(-1);
    expect(last && factivaRtf.read(last)).toMatchObject({
      headline: 'Ferry 2 returns',
      body: [{}, {}, { text: 'Nobody ha' }],
    });
    expect((await split(units)).flatMap((piece) => piece.diagnostics ?? [])).toEqual([]);
  });

  test('text that belongs to nothing is unread, with its first characters', async () => {
    const pieces = await split(
      rtf(
        'A letter to the editor.\\par\\page\n',
        indexed(1),
        '\\pard Some stray words\\par and more\\par',
        indexed(2),
        '\\pard Goodbye',
      ),
    );
    expect(pieces.flatMap((piece) => (piece.kind === 'unread' ? [piece.text] : []))).toEqual([
      'A letter to the editor.',
      'Some stray words and more',
      'Goodbye',
    ]);
    expect(numbers(pieces)).toEqual([1, 2].map(numberOf));
  });

  test('a cell of a hundred thousand lines', async () => {
    const long = row('', 'x\\line '.repeat(200_000));
    const [, piece] = await split(rtf(row('HD', 'Long'), long, row('AN', numberOf(1))));
    const first = piece?.blocks[0];
    expect(first?.kind === 'field' && first.values.length).toBe(200_001);
  });

  test('two files joined', async () => {
    const units = rtf(contents, indexed(1), summary) + rtf(contents, bare(2), summary);
    const pieces = await split(units);
    expectTiling(pieces, units.length);
    expect(kinds(pieces)).toEqual(['front', 'article', 'boilerplate', 'article', 'trailer']);
  });

  test('an empty file has no pieces, an empty document has front matter', async () => {
    expect(await split('')).toEqual([]);
    expect(kinds(await split('{\\rtf1\\ansi}'))).toEqual(['front']);
  });
});

test('detection is by content', () => {
  const score = (text: string, isWhole = true) => factivaRtf.detect({ text, isWhole, file: 'a.html' });
  expect(score(rtf(indexed(1)))).toBe(0.98);
  expect(score(`{\\rtf1 ${bare(1)}}`)).toBe(0.9);
  expect(score(`{\\rtf1 ${indexed(1, '')}}`)).toBe(0.9);
  expect(score('{\\rtf1 Dear Ada,\\par}')).toBe(0.1);
  const pieces = bare(1, numberOf(1).replace(/(.{5})/g, '{\\b $1}\n'));
  expect(score(`{\\rtf1 ${pieces}}`)).toBe(0.9);
  // The first article may stand behind more pictures than the head of the file holds.
  expect(score(`{\\rtf1 {\\pict ${'00'.repeat(1024)}`, false)).toBe(0.3);
  expect(score(`<html>${numberOf(1)}</html>`)).toBe(0);
});

describe('laws', () => {
  const part = fc
    .integer({ min: 1, max: 99 })
    .chain((serial) =>
      fc.constantFrom(
        indexed(serial),
        `${bare(serial)}\\page\n`,
        '\\page\n',
        summary,
        contents,
        'stray\\par\n',
        indexed(serial, ''),
      ),
    );
  const file = fc.array(part, { maxLength: 6 }).map((parts) => rtf(...parts));

  test('however a file is cut or its bytes changed, the pieces tile it', async () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.nat(1000).map((permille) => permille / 1000),
        flips,
        async (units, share, changes) => {
          const bytes = Buffer.from(units.slice(0, Math.round(units.length * share)), 'latin1');
          for (const [place, value] of changes) if (bytes.length > 0) bytes[place % bytes.length] = value;
          const pieces = await split(bytes.toString('latin1'));
          // A byte order mark is no unit, nor an odd byte at the end of what changes make UTF-16.
          const { charset, byteSpan } = await openSource(new Uint8Array(bytes));
          const mark = byteSpan({ start: 0, end: 0 }).start;
          const width = charset.startsWith('utf-16') ? 2 : 1;
          expectTiling(pieces, Math.floor((bytes.length - mark) / width));
          for (const piece of pieces) if (piece.kind === 'article') factivaRtf.read(piece);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('in any order, articles found are numbers present', async () => {
    const articles = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.boolean()), {
      maxLength: 12,
      selector: ([serial]) => serial,
    });
    await fc.assert(
      fc.asyncProperty(articles, async (chosen) => {
        const parts = chosen.map(([serial, rows]) =>
          rows ? `${indexed(serial)}\\pard\\page\n` : `${bare(serial)}\\page\n`,
        );
        const pieces = await split(rtf(contents, ...parts, summary));
        expect(numbers(pieces)).toEqual(chosen.map(([serial]) => numberOf(serial)));
        expect(kinds(pieces)).not.toContain('unread');
      }),
      { numRuns: 100 },
    );
  });
});

const sample = new URL('../../../../../../shared/samples/factiva/rtf-2022-indexed.rtf', import.meta.url);
if (!existsSync(sample))
  console.warn('SKIPPED: the real export ../shared/samples/factiva/rtf-2022-indexed.rtf is absent');

test.skipIf(!existsSync(sample))(
  'a real export: every accession number, every field row, nothing unread',
  async () => {
    const units = readFileSync(sample, 'latin1');
    const pieces = await split(units);
    expectTiling(pieces, units.length);
    const present = [...units.matchAll(/Document (\w{8}20\d{6}\w{9})\\cell/g)].map((match) => match[1]);
    expect(present).toHaveLength(55);
    expect(numbers(pieces)).toEqual(present);
    expect(kinds(pieces)).not.toContain('unread');
    const articles = pieces.filter((piece) => piece.kind === 'article');
    const labels = articles.map((piece) =>
      piece.blocks.map((block) => block.kind === 'field' && block.label),
    );
    expect(labels.filter((all) => !all.includes('TD'))).toHaveLength(7);
    // Each row of the file is one field: its label stands alone in bold before the cell ends.
    expect(labels.flat()).toEqual(
      [...units.matchAll(/\b([A-Z]{2,3})\s*\n?\\f1\\b0 \\cell/g)].map((match) => match[1]),
    );
  },
);
