import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../index.ts';
import { readAll } from '../testing/read-all.ts';

const _encode = (text: string) => new TextEncoder().encode(text);

const numberOf = (serial: number) => `HARB000020190511ef5b${serial.toString(36).padStart(5, '0')}`;
const numbersOf = (articles: Article[]) => articles.map(({ accession }) => accession?.number);
const textsOf = (article: Article | undefined) => article?.body.map(({ text }) => text);

const paragraphs = [
  'The council met in the old granary and voted on the ferry.',
  'A second vote is due in autumn.',
];

const bare = (serial: number, { body = paragraphs, end = `\n\nDocument ${numberOf(serial)}\n` } = {}) =>
  `Harbour
Ferry ${serial} put off; Harbour waits

By Ada Lind
120 words
11 May 2019
The Harbour Post
HARB
A6
English
(c) 2019 Harbour Post Ltd.

${body.join('\n\n')}${end}`;

const fields = (serial: number, body = paragraphs): [string, string][] => [
  ['SE', 'Harbour'],
  ['HD', `Ferry ${serial} put off`],
  ['BY', 'By Ada Lind'],
  ['WC', '120 words'],
  ['PD', '11 May 2019'],
  ['SN', 'The Harbour Post'],
  ['SC', 'HARB'],
  ['LA', 'English'],
  ['CY', '(c) 2019 Harbour Post Ltd.'],
  ['LP', body[0] ?? ''],
  ['TD', body.slice(1).join('\n\n')],
  ['NS', 'gpol : Domestic Politics | gcat : '],
  ['AN', `Document ${numberOf(serial)}`],
];
const labelled = (serial: number, body = paragraphs, between = '\n') =>
  fields(serial, body)
    .map(([label, value]) => `${label}${between}${value}\n`)
    .join('');

const swapByline = (text: string) => text.replace(/^(BY\S*).*\n(?:By.*\n)?/m, '$1\n');

describe('between articles', () => {
  test.each([
    ['Page 3 of 20 © 2026 Factiva, Inc. All rights reserved.'],
    ['© 2026 Factiva, Inc. All rights reserved. Page 3 of 20'],
    ['Seite 3 von 20 © 2026 Factiva, Inc. Alle Rechte vorbehalten.'],
    ['第 3 页，共 20 页 © 2026 Factiva, Inc.'],
    ['Factiva'],
    ['12'],
    ['Dow Jones Factiva'],
    ['Dow Jones Factiva\nDow Jones'],
    ['Dow Jones Factiva\n\n\tDow Jones'],
    ['Table of Contents'],
    ['Ferry 2 put off ............ 12'],
  ])('“%s” is the vendor’s', async (line) => {
    const { articles, unread, report } = await readAll(
      [bare(1), bare(2), labelled(3), labelled(4)].join(`\n${line}\n\n`),
    );
    expect(numbersOf(articles)).toEqual([1, 2, 3, 4].map(numberOf));
    expect(articles.map(({ section, headline }) => [section, headline])).toEqual(
      [1, 2, 3, 4].map((serial) => ['Harbour', `Ferry ${serial} put off`]),
    );
    expect(unread).toEqual([]);
    expect(report.balanced).toBe(true);
  });

  test.each([
    ['a remark', 'Good for chapter three.'],
    ['a remark of two paragraphs', 'Good for chapter three.\n\nAsk the library for the rest of it.'],
  ])('%s is unread, and in neither article', async (_, note) => {
    for (const kind of [bare, labelled]) {
      const { articles, unread, report } = await readAll(`${kind(1)}\n${note}\n\n${kind(2)}`);
      expect(numbersOf(articles)).toEqual([1, 2].map(numberOf));
      expect(articles[1]).toMatchObject({ section: 'Harbour', headline: 'Ferry 2 put off' });
      expect(articles[1]?.raw[0]?.values).toEqual(['Harbour']);
      expect(unread).toEqual([note.replaceAll('\n\n', ' ')]);
      expect(report.balanced).toBe(false);
    }
  });

  test('a remark beside the foot of a page is unread all the same', async () => {
    const foot = 'Page 3 of 20 © 2026 Factiva, Inc. All rights reserved.';
    const { unread } = await readAll(`${bare(1)}\nGood for chapter three.\n\n${foot}\n\f${bare(2)}`);
    expect(unread).toEqual(['Good for chapter three.']);
  });

  test('a search summary in the middle of joined files', async () => {
    const summary = 'Search Summary\nText\tferry\nDate\t01/01/2019 to 31/12/2019\nResults Found\t2\n';
    const { articles, unread, report } = await readAll(
      `${bare(1)}\n${bare(2)}\n${summary}\n\ufeff${bare(3)}`,
    );
    expect(numbersOf(articles)).toEqual([1, 2, 3].map(numberOf));
    expect(articles[2]).toMatchObject({ section: 'Harbour', headline: 'Ferry 3 put off' });
    expect(unread).toEqual([]);
    expect(report.summary?.results).toBe(2);
  });

  test('a search summary with its values under their labels', async () => {
    const summary = 'Search Summary\n\nText\n\nferry\n\nResults Found\n\n1\n';
    const { report } = await readAll(`${labelled(1)}\n${summary}`);
    expect(report).toMatchObject({
      declared: 1,
      balanced: true,
      summary: {
        rows: [
          { label: 'Text', value: 'ferry' },
          { label: 'Results Found', value: '1' },
        ],
      },
    });
  });

  test('its page head over an article, the names of product and house on lines of their own', async () => {
    const { articles, unread } = await readAll(
      `Dow Jones Factiva\n\nDow Jones\n\n${bare(1).replace('Harbour\n', '')}`,
    );
    expect(articles[0]).toMatchObject({ headline: 'Ferry 1 put off', byline: 'By Ada Lind' });
    expect(articles[0]?.section).toBeUndefined();
    expect(unread).toEqual([]);
  });

  test('but not the house’s name alone, which is a section', async () => {
    const { articles } = await readAll(bare(1).replace('Harbour\n', 'Dow Jones\n'));
    expect(articles[0]).toMatchObject({ section: 'Dow Jones', headline: 'Ferry 1 put off' });
  });

  test('contents before the first article, set apart by a page', async () => {
    const contents = 'Factiva\n\nTable of Contents\n\nFerry 1 put off\t2\nFerry 2 put off\t3\n\f';
    const { articles, unread } = await readAll(`${contents}${bare(1)}\f${bare(2)}`);
    expect(articles.map(({ headline }) => headline)).toEqual(['Ferry 1 put off', 'Ferry 2 put off']);
    expect(unread).toEqual([]);
  });

  test('contents under a title, but not what is longer than one', async () => {
    const page = (over: string) =>
      `${bare(1)}\f${over}\nFactiva\n\nTable of Contents\n\nFerry 2 put off\t2\n\f${bare(2)}`;
    const long = Array.from({ length: 10 }, (_, index) => `Line ${index} of ${'some '.repeat(8)}other file`);
    for (const [over, spans] of [
      ['Ferries in May', 0],
      [long.join('\n'), 1],
    ] as const) {
      const { articles, unread } = await readAll(page(over));
      expect(numbersOf(articles)).toEqual([1, 2].map(numberOf));
      expect(unread).toHaveLength(spans);
    }
  });
});

describe('within an article', () => {
  test.each([['By Ada'], ['120 words'], ['The Harbour Post'], ['The council'], ['A second']])(
    'a printed page may begin before “%s”',
    async (line) => {
      const { articles, unread } = await readAll((bare(1) + bare(2)).replaceAll(line, `\f${line}`));
      expect(articles.map(({ section, headline, byline }) => [section, headline, byline])).toEqual(
        [1, 2].map((serial) => ['Harbour', `Ferry ${serial} put off`, 'By Ada Lind']),
      );
      expect(articles.map(textsOf)).toEqual([paragraphs, paragraphs]);
      expect(unread).toEqual([]);
    },
  );

  test('the foot of a page is no text', async () => {
    const foot = 'Page 3 of 20 © 2026 Factiva, Inc. All rights reserved.';
    const two = 'Page 3 of 20\n\n© 2026 Factiva, Inc. All rights reserved.';
    for (const lines of [foot, two]) {
      const body = [paragraphs[0] ?? '', lines, paragraphs[1] ?? ''];
      const { articles } = await readAll(bare(1, { body }) + labelled(2, body));
      expect(articles.map(textsOf)).toEqual([paragraphs, paragraphs]);
    }
  });

  test.each([['IN'], ['RE'], ['CO'], ['LBA'], ['PR'], ['TASS'], ['HD'], ['WC'], ['PD'], ['SN'], ['LA']])(
    'a paragraph “%s” is one',
    async (word) => {
      const body = [...paragraphs, word, 'It said so on the board. Nobody minded.', 'The end came at noon.'];
      const { articles } = await readAll(labelled(1, body) + bare(2, { body }) + labelled(3));
      expect(articles.map(textsOf)).toEqual([body, body, paragraphs]);
      expect(articles[0]?.codes).toEqual(articles[2]?.codes);
    },
  );

  test('a label and one space; prose that begins like one', async () => {
    const body = [...paragraphs, 'IN the end it rained.', 'CO was found. HD screens showed it.'];
    const { articles } = await readAll(labelled(1, body, ' ') + labelled(2, paragraphs, ' '));
    expect(articles.map(textsOf)).toEqual([body, paragraphs]);
    expect(articles.map(({ headline, wordCount }) => [headline, wordCount.stated])).toEqual([
      ['Ferry 1 put off', 120],
      ['Ferry 2 put off', 120],
    ]);
    expect(articles[0]?.codes.subjects[0]).toEqual({ code: 'gpol', name: 'Domestic Politics' });
  });

  test('fields behind the accession number are of the article', async () => {
    const late = `${labelled(1)}PUB\nHarbour Press Ltd\nRE\nusa : United States\n`;
    const { articles, unread } = await readAll(late + labelled(2));
    expect(articles[0]).toMatchObject({
      publisher: 'Harbour Press Ltd',
      codes: { regions: [{ code: 'usa', name: 'United States' }] },
    });
    expect(numbersOf(articles)).toEqual([1, 2].map(numberOf));
    expect(unread).toEqual([]);
  });

  test('an identifier of another form ends it too', async () => {
    const odd = labelled(1).replace(/Document \w+/, 'REUT00019870226-0001');
    const { articles } = await readAll(odd + labelled(2));
    expect(numbersOf(articles)).toEqual(['REUT00019870226-0001', numberOf(2)]);
  });

  test('excerpts around the words that were searched for', async () => {
    const body = ['... voted on the ferry that ...', '... the last ferry of autumn ...'];
    const indexed = labelled(3).replace(/LP\n.*NS\n/s, `${body.join('\n\n')}\nNS\n`);
    const { articles, report } = await readAll(bare(1, { body }) + bare(2, { body }) + indexed);
    expect(articles.map(textsOf)).toEqual([body, body, body]);
    expect(articles.map(({ kind, copyright }) => [kind, copyright])).toEqual(
      [1, 2, 3].map(() => ['article', '(c) 2019 Harbour Post Ltd.']),
    );
    expect(report).toMatchObject({ found: 3, unreadBytes: 0 });
  });

  test.each([
    ['of the first article', [1]],
    ['of articles in a row', [12, 13, 14]],
    ['behind one that is lost', [1, 2, 4]],
  ])('the running number of a headline is in raw alone: %s', async (_, numbers) => {
    for (const form of [bare, labelled]) {
      const parts = numbers.map((number) => form(number).replace('Ferry', `${number}) Ferry`));
      const { articles } = await readAll(parts.join(''));
      expect(articles.map(({ headline }) => headline)).toEqual(
        numbers.map((number) => `Ferry ${number} put off`),
      );
      for (const [at, { raw }] of articles.entries())
        expect(raw[1]?.values[0]).toContain(`${numbers[at]}) Ferry`);
    }
  });

  test('a number cut off under its label is none, one whose line has an end is', async () => {
    // What a cut left of another number is before it.
    const cut = `003ta\n\n${labelled(1, paragraphs, ' ')}`.slice(0, -21);
    expect(cut).toMatch(/AN Document HARB0$/);
    expect(numbersOf((await readAll(cut)).articles)).toEqual([]);
    expect(numbersOf((await readAll(`${cut}\n`)).articles)).toEqual(['HARB0']);
  });

  test.each(['REUT00019870226-0001', 'vi-id-INFOB000X1', 'INFOB123', 'HARB000020190511ef5b0001'])(
    'the last article of a whole file is read although its number is of another form: %s',
    async (id) => {
      for (const end of [`\n\nDocument ${id}\n`, `\n\nAsiakirja ${id}\r\n`, `\n\n${id}\n`])
        expect((await readAll(bare(1) + bare(2, { end }))).report).toMatchObject({
          found: 2,
          balanced: true,
        });
      for (const between of ['\n', ' ']) {
        const last = labelled(2, paragraphs, between).replace(/Document \w+\n$/, `Document ${id}\n`);
        const { articles, report } = await readAll(labelled(1, paragraphs, between) + last);
        expect(numbersOf(articles)).toEqual([numberOf(1), id]);
        expect(report.balanced).toBe(true);
      }
    },
  );

  test.each([
    ['a line', '\n'],
    ['two spaces', '  '],
    ['a tab', '\t'],
  ])('a label that nobody knows, %s before its value, stays in raw', async (_, between) => {
    const text = labelled(1, paragraphs, between);
    const added = text.replace(/^WC/m, `QX${between}quarterly\nWC`).replace(/^AN/m, `ZZ${between}Upper\nAN`);
    const { articles } = await readAll(added);
    const [plain] = (await readAll(text)).articles;
    const [article] = articles;
    expect(article?.raw).toContainEqual({ label: 'QX', values: ['quarterly'] });
    expect(article?.raw).toContainEqual({ label: 'ZZ', values: ['Upper'] });
    expect(article?.codes).toEqual(plain?.codes);
    expect(article?.byline).toBe(plain?.byline);
    expect(article?.wordCount).toEqual(plain?.wordCount);
    expect(numbersOf(articles)).toEqual([numberOf(1)]);
  });

  test('a source code or a line of capitals under a value is no label', async () => {
    const text = labelled(1)
      .replace('SC\nHARB', 'SC\nLBA')
      .replace('BY\nBy Ada Lind', 'BY\nBy Ada Lind\nAFP');
    const [article] = (await readAll(text)).articles;
    expect(article?.source?.code).toBe('LBA');
    expect(article?.raw.map(({ label }) => label)).toEqual(fields(1).map(([label]) => label));
  });

  test('a number that no other follows is the headline’s own', async () => {
    for (const form of [bare, labelled]) {
      const parts = [form(1), form(2).replace('Ferry', '7) Ferry'), form(3)];
      const { articles } = await readAll(parts.join(''));
      expect(articles[1]?.headline).toBe('7) Ferry 2 put off');
    }
  });
});

/** Wraps as a mail program does: as many words a line as fit. */
function wrapAt(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

const word = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 1, maxLength: 9 });
const sentence = fc.array(word, { minLength: 30, maxLength: 80 }).map((words) => `The ${words.join(' ')}.`);

describe('the header', () => {
  const swap = (text: string, from: string, to: string) => text.replace(from, to);

  test.each([
    [['01', 'A6'], { edition: '01', page: 'A6' }],
    [['E01', '12'], { edition: 'E01', page: '12' }],
    [['1', '12', 'Vol. 3, No. 4'], { edition: '1', page: '12', volume: 'Vol. 3, No. 4' }],
    [['A6', 'Tome 12'], { page: 'A6', volume: 'Tome 12' }],
    [['A6', 'Vol. CCLXIX, No. 84'], { page: 'A6', volume: 'Vol. CCLXIX, No. 84' }],
    [['7', '第12期'], { page: '7', volume: '第12期' }],
    [['First', 'WEB'], { edition: 'First', page: 'WEB' }],
    [['Pg. A12'], { page: 'Pg. A12' }],
    [['18+19'], { page: '18+19' }],
    [['A14(L)'], { page: 'A14(L)' }],
    [['METRO3'], { page: 'METRO3' }],
    [['12 ff.'], { page: '12 ff.' }],
    [['1 und 3'], { page: '1 und 3' }],
    [['XXIV'], { page: 'XXIV' }],
  ])('tells edition, page and volume in %j', async (values, placed) => {
    const { articles } = await readAll(swap(bare(1), 'A6\n', values.map((value) => `${value}\n`).join('')));
    const { page, volume, source } = articles[0] ?? {};
    expect({ page, volume, edition: source?.edition }).toEqual(placed);
  });

  test.each([
    ['Von der Leyen reist nach Rom', 'Ada Lind\n'],
    ['Von der Leyen reist nach Rom', ''],
    ['Di Maio attacca il governo', 'Ada Lind\n'],
    ['By the sea, a ferry is put off', 'By Ada Lind\n'],
    ['Slip', ''],
  ])(
    'has a headline that opens as a byline does, or is short: “%s”, byline “%s”',
    async (headline, byline) => {
      const text = `Business / Financial Desk\n${headline}\n\n${byline}`;
      const own = (serial: number) =>
        swap(bare(serial), `Harbour\nFerry ${serial} put off; Harbour waits\n\nBy Ada Lind\n`, text);
      const { articles } = await readAll(own(1) + own(2));
      expect(articles.map((article) => [article.section, article.headline, article.byline])).toEqual(
        [1, 2].map(() => ['Business / Financial Desk', headline, byline.trim() || undefined]),
      );
    },
  );
});

test.each([['1984'], ['Page 3'], ['Contents'], ['Top 10 ..... 12']])(
  'a headline that looks like a line of the vendor’s: “%s”',
  async (headline) => {
    const own = (serial: number) => bare(serial).replace(/^Harbour\n.*\n/, `${headline}\n`);
    const { articles, report } = await readAll(own(1) + own(2));
    expect(articles.map((article) => [article.headline, article.byline])).toEqual(
      [1, 2].map(() => [headline, 'By Ada Lind']),
    );
    expect(report.balanced).toBe(true);
  },
);

test.each(['\n', '\n\n'])('byline and credit part by blank lines, then %j', async (between) => {
  const article = (serial: number) =>
    `Harbour\nFerry ${serial} put off\n\nBy Ada Lind\n\nReuters${between}120 words\n11 May 2019\nThe Harbour Post\nHARB\nEnglish\n(c) 2019 Harbour Post Ltd.\n\n${paragraphs.join('\n\n')}\n\nDocument ${numberOf(serial)}\n\n`;
  const { articles, unread } = await readAll(article(1) + article(2));
  expect(unread).toEqual([]);
  expect(
    articles.map(({ section, headline, byline, credit }) => [section, headline, byline, credit]),
  ).toEqual([
    ['Harbour', 'Ferry 1 put off', 'By Ada Lind', 'Reuters'],
    ['Harbour', 'Ferry 2 put off', 'By Ada Lind', 'Reuters'],
  ]);
});

test('section and column over a blank line', async () => {
  const own = (serial: number) => bare(serial).replace(/^Harbour\n/, 'Harbour\nNotebook\n\n');
  const { articles, unread } = await readAll(own(1) + own(2));
  expect(articles.map(({ section, column, headline }) => [section, column, headline])).toEqual(
    [1, 2].map((serial) => ['Harbour', 'Notebook', `Ferry ${serial} put off`]),
  );
  expect(unread).toEqual([]);
});

test('a number of things over a day, in the text, is no word count', async () => {
  const body = [paragraphs[0] ?? '', '10 children', '11 May 2019', 'were there.'];
  const { articles } = await readAll(bare(1, { body }) + bare(2));
  expect(articles.map(textsOf)).toEqual([body, paragraphs]);
});

test.each([['\n'], ['\t'], [': ']])(
  'an empty field before one with its value, set apart by %j',
  async (between) => {
    const text = swapByline(labelled(1, paragraphs, between)) + labelled(2, paragraphs, between);
    const { articles, report } = await readAll(text);
    expect(articles.map(({ byline, wordCount }) => [byline, wordCount.stated])).toEqual([
      [undefined, 120],
      ['By Ada Lind', 120],
    ]);
    expect(report.diagnostics).toEqual([]);
  },
);

test('in running text a line that opens as a list of codes is none', async () => {
  const body = [...paragraphs, 'RE: your letter'];
  const { articles } = await readAll(labelled(1, body, ' '));
  expect([textsOf(articles[0]), articles[0]?.codes.regions]).toEqual([body, []]);
});

describe('a list of headlines', () => {
  const item = (serial: number, end = '') =>
    `${serial}.  Ferry ${serial} put off\nThe Harbour Post, 09:30, 11 May 2019, 1,120 words, By Ada Lind, (English)\nThe council met in the old granary ...\n${end}\n`;
  const expected = (serial: number) => ({
    kind: 'headline',
    headline: `Ferry ${serial} put off`,
    byline: 'By Ada Lind',
    wordCount: { stated: 1120 },
    source: { name: 'The Harbour Post' },
    publication: { date: '2019-05-11', time: '09:30' },
    language: 'en',
    body: [{ text: 'The council met in the old granary ...' }],
  });

  test.each([
    ['with numbers', (serial: number) => `Document ${numberOf(serial)}`],
    ['with numbers in brackets', (serial: number) => `(Document ${numberOf(serial)})`],
    ['without numbers', () => ''],
  ])('%s', async (_, end) => {
    const { articles, unread, report } = await readAll(
      [1, 2, 3].map((serial) => item(serial, end(serial))).join(''),
    );
    expect(articles).toMatchObject([1, 2, 3].map(expected));
    expect(numbersOf(articles)).toEqual(
      [1, 2, 3].map((serial) => (end(serial) ? numberOf(serial) : undefined)),
    );
    expect([report.reader, report.balanced, unread]).toEqual(['factiva-text', true, []]);
  });

  test('among full articles', async () => {
    const { articles, unread } = await readAll(
      bare(1) + item(2, `Document ${numberOf(2)}`) + labelled(3) + item(4) + bare(5),
    );
    expect(articles.map(({ kind, headline }) => [kind, headline])).toEqual(
      [1, 2, 3, 4, 5].map((serial) => [serial % 2 ? 'article' : 'headline', `Ferry ${serial} put off`]),
    );
    expect(unread).toEqual([]);
  });
});

describe('what ends a text', () => {
  test.each([
    'He has since left the company.',
    'Nobody wanted to talk to the media.',
    'The bell weighs about 90 kg.',
    'She now works for the Harbour Press.',
    '(c) 2019 Harbour Post Ltd.',
    'Harbour Post Ltd. All rights reserved.',
  ])('is no publisher: %s', async (last) => {
    const body = [...paragraphs, last];
    const { articles } = await readAll(bare(1, { body }));
    expect([articles[0]?.publisher, textsOf(articles[0])]).toEqual([undefined, body]);
  });

  test.each([
    'Harbour Post Ltd.',
    'Editora nacional S.A.',
    'Dow & Sons Company, Inc.',
    'Verlag am Hafen GmbH',
  ])('is the publisher: %s', async (publisher) => {
    const { articles } = await readAll(bare(1, { body: [...paragraphs, publisher] }));
    expect([articles[0]?.publisher, textsOf(articles[0])]).toEqual([publisher, paragraphs]);
  });

  test.each([
    ['PUB', 'Dow & Company, Inc.', 'publisher'],
    ['PUB', 'Acme Pty. Ltd.', 'publisher'],
    ['DLN', 'HARBOUR, D.C.', 'dateline'],
  ] as const)('is a field, though its value ends as a sentence does: %s %s', async (label, value, key) => {
    for (const between of ['\n', ' ']) {
      const own = fields(1).filter(([code]) => code !== 'NS');
      const text = [...own.slice(0, -1), [label, value], ...own.slice(-1)]
        .map(([code, value]) => `${code}${between}${value}\n`)
        .join('');
      const { articles } = await readAll(text);
      expect([articles[0]?.[key], textsOf(articles[0])]).toEqual([value, paragraphs]);
    }
  });
});

describe('a header', () => {
  test.each(['\n', '  ', '*'])(
    'whose word count stands behind the text is whole (between: %j)',
    async (between) => {
      const body = Array.from({ length: 30 }, (_, at) => `Paragraph ${at} of the story goes on for a while.`);
      const late = (serial: number) => {
        const all = fields(serial, body);
        const count = all.filter(([label]) => label === 'WC');
        return [...all.filter(([label]) => label !== 'WC').slice(0, -1), ...count, ...all.slice(-1)]
          .map(([label, value]) =>
            between === '*' ? `*${label}* ${value}\n` : `${label}${between}${value}\n`,
          )
          .join('');
      };
      const { articles, unread } = await readAll(late(1) + late(2));
      expect(unread).toEqual([]);
      expect(
        articles.map(({ section, headline, wordCount }) => [section, headline, wordCount.stated]),
      ).toEqual([1, 2].map((serial) => ['Harbour', `Ferry ${serial} put off`, 120]));
      expect(articles.map(textsOf)).toEqual([body, body]);
    },
  );

  test.each(['1984', '9/11', '300', 'Page 3'])(
    'whose headline is a number keeps its section: %s',
    async (headline) => {
      const second = bare(2).replace(/Ferry.*/, headline);
      const { articles, unread } = await readAll(`${bare(1)}\n${second}`);
      expect(unread).toEqual([]);
      expect(articles[1]).toMatchObject({ section: 'Harbour', headline, byline: 'By Ada Lind' });
    },
  );
});

describe('lines', () => {
  test('wrapped at any width they make the same paragraphs', async () => {
    const bodies = fc.array(sentence, { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(bodies, fc.integer({ min: 60, max: 80 }), async (body, width) => {
        const whole = (kind: typeof bare | typeof labelled) =>
          kind === bare ? bare(1, { body }) : labelled(1, body);
        for (const kind of [bare, labelled]) {
          const wrapped = whole(kind)
            .split('\n')
            .map((line) => wrapAt(line, width))
            .join('\n');
          const { articles } = await readAll(wrapped);
          expect(articles.map(textsOf)).toEqual([body]);
          expect(articles[0]).toMatchObject({ headline: 'Ferry 1 put off', section: 'Harbour' });
        }
      }),
      { numRuns: 60 },
    );
  });

  test('wrapped behind their labels they hang in a column', async () => {
    const long = paragraphs.map((text) => `${text} ${text.toLowerCase()} ${text}`);
    const value = (text: string, label: string, pad: number) =>
      wrapAt(text, 72 - pad)
        .split('\n')
        .map((line, index) => `${(index === 0 ? label : '').padEnd(pad)}${line}\n`)
        .join('');
    for (const pad of [4, 6, 10]) {
      const text = [
        ...fields(1, long).slice(0, -1),
        ['PUB', 'Harbour Post Ltd'],
        ['AN', `Document ${numberOf(1)}`],
      ]
        .map(([label = '', text = '']) => value(text, label, pad))
        .join('');
      const { articles, unread } = await readAll(text);
      expect(textsOf(articles[0])).toEqual(long);
      expect([articles[0]?.publisher, articles[0]?.codes.subjects.length, unread]).toEqual([
        'Harbour Post Ltd',
        2,
        [],
      ]);
    }
  });

  test('that are paragraphs stay apart', async () => {
    const body = Array.from({ length: 12 }, (_, at) =>
      `Line ${at} of a list ${'that goes on '.repeat(at % 5)}`.trim(),
    );
    const { articles } = await readAll(bare(1, { body: [body.join('\n')] }));
    expect(textsOf(articles[0])).toEqual(body);
  });

  test.each([
    ['LF', (text: string) => text],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
    ['mixed', (text: string) => text.replace(/\n/g, (_, at: number) => ['\n', '\r\n', '\r'][at % 3] ?? '')],
  ])('end with %s', async (_, convert) => {
    // A CR before an LF would be one end; none stands so here.
    const file = convert(bare(1) + labelled(2)).replaceAll('\r\n\n', '\r\n\r\n');
    const { articles } = await readAll(file);
    expect(numbersOf(articles)).toEqual([1, 2].map(numberOf));
    expect(articles.map(textsOf)).toEqual([paragraphs, paragraphs]);
  });

  test.each([['utf16le'], ['utf16be']])('in %s', async (charset) => {
    const bytes = Buffer.from(`\ufeff${bare(1)}${labelled(2)}`, 'utf16le');
    const { articles, report } = await readAll(
      new Uint8Array(charset === 'utf16be' ? bytes.swap16() : bytes),
    );
    expect(numbersOf(articles)).toEqual([1, 2].map(numberOf));
    expect(report.balanced).toBe(true);
  });
});

describe('without accession numbers', () => {
  const bareNone = (serial: number) => bare(serial, { end: '\n' });
  const labelledNone = (serial: number) => labelled(serial).replace(/AN\n.*\n/, '');

  test.each([
    ['with blank lines', (serial: number) => `${bareNone(serial)}\n`],
    ['with labels', labelledNone],
    ['on pages', (serial: number) => `${bareNone(serial)}\f`],
    ['without any blank line', (serial: number) => bareNone(serial).replaceAll('\n\n', '\n')],
  ])('several articles %s', async (_, form) => {
    const { articles, unread } = await readAll([1, 2, 3].map(form).join(''));
    expect(articles.map(({ section, headline }) => [section, headline])).toEqual(
      [1, 2, 3].map((serial) => ['Harbour', `Ferry ${serial} put off`]),
    );
    expect(articles.map(textsOf)).toEqual([paragraphs, paragraphs, paragraphs]);
    expect(unread).toEqual([]);
  });

  test('one whose number was lost costs only itself', async () => {
    const { articles } = await readAll(`${bare(1)}\n${bareNone(2)}\n${bare(3)}`);
    expect(numbersOf(articles)).toEqual([numberOf(1), undefined, numberOf(3)]);
    expect(articles.map(textsOf)).toEqual([paragraphs, paragraphs, paragraphs]);
  });
});

describe('laws', () => {
  const notes = [
    '',
    'A remark on what is above, for later.\n',
    'Page 2 of 9 © 2026 Factiva, Inc.\n',
    '\f',
    '\n\n',
  ];
  const parts = fc.uniqueArray(
    fc.record({
      serial: fc.integer({ min: 1, max: 9999 }),
      form: fc.constantFrom<(serial: number) => string>(bare, labelled, (serial) =>
        labelled(serial, paragraphs, ' '),
      ),
      note: fc.constantFrom(...notes),
    }),
    { minLength: 1, maxLength: 10, selector: ({ serial }) => serial },
  );

  test('joined in any order and form: one article for each accession number, all of them whole', async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (all) => {
        const { articles } = await readAll(
          all.map(({ form, serial, note }) => `${form(serial)}\n${note}\n`).join(''),
        );
        expect(numbersOf(articles)).toEqual(all.map(({ serial }) => numberOf(serial)));
        expect(articles.map(({ headline }) => headline)).toEqual(
          all.map(({ serial }) => `Ferry ${serial} put off`),
        );
        expect(articles.map(textsOf)).toEqual(all.map(() => paragraphs));
      }),
      { numRuns: 100 },
    );
  });

  test('a header alone, which a cut left of the only article, is none', async () => {
    const cut =
      'Sea grass is back in the bay\n\nBy Ada Lind\n181 words\n15 November 2017\nThe Harbour Post\nHARBP\nEnglish\n(c)';
    const { articles, report } = await readAll(cut);
    expect(articles).toEqual([]);
    expect([report.rejected, report.balanced, report.unreadBytes]).toEqual([1, false, cut.length]);
    expect(report.diagnostics.map(({ code }) => code)).toContain('file-truncated');
  });

  test('cut anywhere at both ends: articles found are the accession numbers present', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.nat(), fc.nat(), async (all, from, to) => {
        const file = all.map(({ form, serial }) => `${form(serial)}\n`).join('');
        const [start, end] = [from % file.length, to % file.length].sort((a, b) => a - b);
        const cut = file.slice(start, end);
        const present = all
          .map(({ serial }) => numberOf(serial))
          .filter((number) => new RegExp(`(?<![A-Za-z0-9])${number}`).test(cut));
        const { articles } = await readAll(cut);
        expect(numbersOf(articles).filter((number) => number !== undefined)).toEqual(present);
      }),
      { numRuns: 200 },
    );
  });
});

describe('quoted by a mail program', () => {
  const exported = [1, 2]
    .map(
      (serial) =>
        `Harbour\nFerry ${serial} put off\n\nBy Ada Lind\n120 words\n11 May 2019\nThe Harbour Post\nHARB\nEnglish\n(c) 2019 Harbour Post Ltd.\n\n${paragraphs.join('\n\n')}\n\nDocument ${numberOf(serial)}\n`,
    )
    .join('\n\n');
  const labelled = `HD\nFerry 1 put off\nWC\n120 words\nPD\n11 May 2019\nSN\nThe Harbour Post\nLA\nEnglish\nLP\n${paragraphs[0]}\nTD\n${paragraphs[1]}\nAN\nDocument ${numberOf(1)}\n`;
  const quote = (text: string, mark: string) =>
    text.replace(/^.*$/gm, (line) => (line === '' ? mark.trimEnd() : mark + line));

  test.each(['> ', '>', '>> ', '> > ', ' > '])('the marks %j go', async (mark) => {
    for (const text of [exported, labelled]) {
      const plain = await readAll(text);
      const { articles, unread } = await readAll(`Here it is.\n\n${quote(text, mark)}\nA. L.\n`);
      const said = (read: Article[]) =>
        read.map(({ provenance, diagnostics, ...article }) => ({
          ...article,
          codes: diagnostics.map(({ code }) => code),
        }));
      expect(said(articles)).toEqual(said(plain.articles));
      expect(unread).toEqual(['Here it is.', 'A. L.']);
    }
  });

  test('in other texts they stay', async () => {
    const { articles } = await readAll(exported.replace(paragraphs[0] ?? '', '> 3 of 4 ferries were late.'));
    expect(textsOf(articles[0])?.[0]).toBe('> 3 of 4 ferries were late.');
  });
});

describe('headlines counted `1. `', () => {
  const bare = (serial: number, headline: string) =>
    `Harbour\n${headline}\n\nBy Ada Lind\n120 words\n11 May 2019\nThe Harbour Post\nHARB\nEnglish\n(c) 2019 Harbour Post Ltd.\n\n${paragraphs.join('\n\n')}\n\nDocument ${numberOf(serial)}\n\n`;
  const labelled = (serial: number, headline: string) =>
    `HD\n${headline}\nWC\n120 words\nPD\n11 May 2019\nSN\nThe Harbour Post\nLA\nEnglish\nLP\n${paragraphs[0]}\nAN\nDocument ${numberOf(serial)}\n\n`;
  const headlinesOf = async (headlines: string[], article: typeof bare) => {
    const { articles } = await readAll(headlines.map((headline, at) => article(at + 1, headline)).join(''));
    const first = articles[0]?.raw.flatMap(({ values }) => values).find((value) => value === headlines[0]);
    expect(first).toBe(headlines[0]);
    return articles.map(({ headline }) => headline);
  };

  test.each([bare, labelled])('lose the numbers where they count on', async (article) => {
    const headlines = [
      '1. Ferry put off',
      '2. A pier; of stone',
      '3. Rain',
      '4.\u00a0Snow',
      'Wind',
      '6. Fog',
    ];
    expect(await headlinesOf(headlines, article)).toEqual([
      'Ferry put off',
      'A pier',
      'Rain',
      'Snow',
      'Wind',
      'Fog',
    ]);
  });

  test.each([bare, labelled])('keep numbers of their own', async (article) => {
    for (const headlines of [
      ['1. FC Harbour wins'],
      ['1. FC Harbour wins', '2. League begins'],
      ['1. FC Harbour wins', 'Rain', '3. Liga', '1. FC Harbour loses', '5.5 ferries', '7. Ferry'],
    ])
      expect(await headlinesOf(headlines, article)).toEqual(headlines);
  });
});

describe('what programs put between and before lines', () => {
  const article = (serial: number) =>
    `Ferry ${serial} put off\n\nBy Ada Lind\n120 words\n11 May 2019\nThe Harbour Post\nHARB\nEnglish\n(c) 2019 Harbour Post Ltd.\n\n${paragraphs.join('\n\n')}\n\nDocument ${numberOf(serial)}\n`;

  test.each(['----------', '=====', '* * *', 'Article 2', 'Document 2 of 2:', 'Artikel 2/2'])(
    'the line %j belongs to no article',
    async (line) => {
      const { articles, report, unread } = await readAll(`${article(1)}${line}\n${article(2)}`);
      expect(articles.map(({ section, headline }) => [section, headline])).toEqual([
        [undefined, 'Ferry 1 put off'],
        [undefined, 'Ferry 2 put off'],
      ]);
      expect(unread).toEqual([]);
      expect(report.balanced).toBe(true);
    },
  );

  test.each(['\u200e', '\u200f', '\u200b', '\u2066', '\ufeff\u200e '])(
    'the sign %j before each line goes',
    async (sign) => {
      const { articles } = await readAll(article(1).replace(/^(?=.)/gm, sign));
      const plain = await readAll(article(1));
      expect(articles.map(({ provenance, ...rest }) => rest)).toEqual(
        plain.articles.map(({ provenance, ...rest }) => rest),
      );
    },
  );

  test.each(['\u001a', '\0'.repeat(8), '\r\n\u001a\r\n'])(
    'what fills the end of a file is none of it: %j',
    async (end) => {
      const { articles, report, unread } = await readAll(article(1) + end);
      expect(numbersOf(articles)).toEqual([numberOf(1)]);
      expect([unread, report.balanced]).toEqual([[], true]);
    },
  );

  test('labels before a wide colon', async () => {
    const fields = {
      HD: 'Ferry put off',
      WC: '120 words',
      PD: '11 May 2019',
      SN: 'The Harbour Post',
      LA: 'English',
      LP: paragraphs[0],
      AN: `Document ${numberOf(1)}`,
    };
    const lines = Object.entries(fields).map(([label, value]) => `${label}：${value}\n`);
    const { articles } = await readAll(lines.join(''));
    expect(articles.map(({ headline, language, body }) => [headline, language, body])).toEqual([
      ['Ferry put off', 'en', [{ kind: 'text', part: 'lead', text: paragraphs[0] }]],
    ]);
  });

  test('a link behind the accession number goes', async () => {
    const redir = `https://global.example.com/redir?an=${numberOf(1)}`;
    const linked = article(1).replace(/Document \S+/, `$& <${redir}>`);
    const { articles } = await readAll(linked.replace('old granary', 'old granary<http://granary.example/>'));
    expect(numbersOf(articles)).toEqual([numberOf(1)]);
    expect(textsOf(articles[0])).toEqual(paragraphs);
    expect(articles[0]?.links).toEqual([
      { text: redir, url: redir },
      { text: 'granary', url: 'http://granary.example/' },
    ]);
  });
});

test.each(['664 W?rter', '664 W\ufffdrter', '664 WÃ¶rter', '664 Wrter'])(
  'the word count %j is one',
  async (count) => {
    const { articles } = await readAll(
      `Fähre verschoben\n\nVon Ada Lind\n${count}\n11. Mai 2019\nHafenpost\nHARB\nDeutsch\n(c) 2019 Hafenpost\n\n${paragraphs.join('\n\n')}\n\nDokument ${numberOf(1)}\n`,
    );
    expect(articles.map(({ headline, wordCount }) => [headline, wordCount.stated])).toEqual([
      ['Fähre verschoben', 664],
    ]);
  },
);

describe('what looks like a header and is none', () => {
  const article = (serial: number, text: string) =>
    `Harbour\nFerry ${serial} put off\n\nBy Ada Lind\n120 words\n11 May 2019\n09:30\nThe Harbour Post\nHARB\nEnglish\n(c) 2019 Harbour Post Ltd.\n\n${text}\n\nDocument ${numberOf(serial)}\n\n`;

  test('a count and a date that open the text', async () => {
    const { articles, unread } = await readAll(
      article(1, `100 words\n11 May 2019\n\n${paragraphs[0]}`) + article(2, 'It rose.'),
    );
    expect(unread).toEqual([]);
    expect(articles.map(({ headline, body }) => [headline, body.map(({ text }) => text)])).toEqual([
      ['Ferry 1 put off', ['100 words', '11 May 2019', paragraphs[0]]],
      ['Ferry 2 put off', ['It rose.']],
    ]);
  });

  test('an accession number alone is no headline', async () => {
    const { articles } = await readAll(`Document ${numberOf(1)}\n`);
    expect(
      articles.map(({ headline, diagnostics }) => [headline, diagnostics.map(({ code }) => code)]),
    ).toEqual([['', ['headline-missing', 'word-count-missing']]]);
  });

  const rates = [
    'Currency            Close    Open   Change  Year',
    'British pound      1.3215  1.3190  +0.0025  3.55',
    'Japanese yen       111.75  111.90  -0.1500  1.90',
    'Swiss franc        1.0012  0.9998  +0.0014  2.02',
    'Canadian dollar    1.3390  1.3352  +0.0038 -1.80',
  ].join('\n');

  test.each([
    ['alone', [rates]],
    ['under a line as long', ['Closing rates in Harbour on Monday, per dollar.', rates]],
    ['under a paragraph', [paragraphs.join(' ').repeat(2), rates]],
  ])('rows whose columns spaces set are a table: %s', async (_, body) => {
    const { articles } = await readAll(bare(1, { body }) + labelled(2, body));
    for (const each of articles) expect(each.body.at(-1)).toMatchObject({ kind: 'table', text: rates });
    expect(articles.map(textsOf)).toEqual([body, body]);
  });

  test('sentences of one length are paragraphs, and words set apart are no table', async () => {
    const body = [
      'Pier A said it would cut the fares in the second half.',
      'Pier B said that it had no plans to change its prices.',
      'Pier C said it was waiting for the figures of the year.',
      'Pier D said it would  follow  the others in the autumn.',
    ];
    const { articles } = await readAll(bare(1, { body: [body.join('\n')] }));
    expect(articles[0]?.body).toEqual(body.map((text) => ({ kind: 'text', text })));
  });

  test('rows of columns between tabs are a table', async () => {
    const { articles } = await readAll(
      article(1, 'The fares:\n\nPort\tAdult\tChild\nNorth\t4\t2\n\n1.\tIt rose.'),
    );
    expect(articles[0]?.body).toEqual([
      { kind: 'text', text: 'The fares:' },
      { kind: 'table', text: 'Port\tAdult\tChild\nNorth\t4\t2' },
      { kind: 'text', text: '1.\tIt rose.' },
    ]);
  });
});

describe('a line of figures', () => {
  test.each(['24', '360', '2000', '20/20'])('over a headline is its section: %s', async (section) => {
    const own = (serial: number) => bare(serial).replace('Harbour\n', `${section}\n`);
    const { articles, unread } = await readAll(own(1) + own(2));
    expect(articles.map((article) => [article.section, article.headline, article.page])).toEqual(
      [1, 2].map((serial) => [section, `Ferry ${serial} put off`, 'A6']),
    );
    expect(unread).toEqual([]);
  });

  test.each(['12\n\n', '12\nHarbour\n', '12\n\f'])('in another place is that of a page: %j', async (head) => {
    const own = (serial: number) => bare(serial).replace('Harbour\n', head);
    const { articles, unread } = await readAll(`${own(1)}\f${own(2)}`);
    expect(articles.map((article) => [article.section, article.headline])).toEqual(
      [1, 2].map((serial) => [head.includes('Harbour') ? 'Harbour' : undefined, `Ferry ${serial} put off`]),
    );
    expect(unread).toEqual([]);
  });
});

test('a line drawn over a headline is no section', async () => {
  for (const form of [bare, labelled]) {
    const own = (serial: number) => form(serial).replace('Harbour\n', '***\n');
    const { articles } = await readAll(own(1) + own(2));
    expect(articles.map((article) => [article.section, article.headline.slice(0, 15)])).toEqual(
      [1, 2].map((serial) => [undefined, `Ferry ${serial} put off`]),
    );
  }
});

test('a dash in place of a byline is none, and raw keeps it', async () => {
  const { articles } = await readAll(labelled(1).replace('By Ada Lind', '–'));
  expect(articles.map(({ byline, authors }) => [byline, authors])).toEqual([[undefined, []]]);
  expect(articles[0]?.raw.find(({ label }) => label === 'BY')?.values).toEqual(['–']);
});

test.each(['ada.lind@example.org', 'E-mail: ada.lind@example.org', '<ada.lind@example.org>'])(
  'an address under a byline is the author’s, and no credit: %s',
  async (line) => {
    const own = (serial: number) => bare(serial).replace('By Ada Lind\n', `By Ada Lind\n${line}\nReuters\n`);
    const { articles, unread } = await readAll(own(1) + own(2));
    expect(articles.map(({ authors, credit }) => [authors, credit])).toEqual(
      [1, 2].map(() => [[{ name: 'Ada Lind', email: 'ada.lind@example.org' }], 'Reuters']),
    );
    expect(unread).toEqual([]);
  },
);

describe('a header without a date', () => {
  test.each([
    ['', undefined],
    ['23:41\n', '23:41'],
  ])('keeps every other value in its place, behind %j', async (time, clock) => {
    const own = (serial: number) => bare(serial).replace('11 May 2019\n', time);
    const { articles, unread } = await readAll(own(1) + bare(2) + own(3));
    expect(
      articles.map(({ publication, source, page, language, copyright, wordCount, section }) => [
        [publication?.date, publication?.basis, publication?.time],
        [source?.name, source?.code, page, language, copyright, wordCount.stated, section],
      ]),
    ).toEqual(
      [1, 2, 3].map((serial) => [
        ['2019-05-11', serial === 2 ? 'display' : 'accession', serial === 2 ? undefined : clock],
        ['The Harbour Post', 'HARB', 'A6', 'en', '(c) 2019 Harbour Post Ltd.', 120, 'Harbour'],
      ]),
    );
    expect(articles.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))).not.toContain(
      'date-unreadable',
    );
    expect(unread).toEqual([]);
  });

  test('and without a word count is told by the source code', async () => {
    const { articles, unread } = await readAll(
      bare(1) + bare(2).replace('120 words\n11 May 2019\n', '') + bare(3),
    );
    expect(
      articles.map(({ headline, byline, source, page }) => [headline, byline, source?.name, page]),
    ).toEqual(
      [1, 2, 3].map((serial) => [`Ferry ${serial} put off`, 'By Ada Lind', 'The Harbour Post', 'A6']),
    );
    expect(articles[1]?.wordCount.stated).toBeUndefined();
    expect(articles[1]?.body.map(({ text }) => text)).toEqual(paragraphs);
    expect(unread).toEqual([]);
  });

  test.each(['20 Minuten', 'Il Sole 24 Ore'])(
    'takes no source with a number for a date: %s',
    async (name) => {
      const own = (serial: number) =>
        bare(serial).replace('11 May 2019\n', '').replace('The Harbour Post', name);
      const { articles } = await readAll(own(1) + own(2));
      expect(articles.map(({ source }) => [source?.name, source?.code])).toEqual(
        [1, 2].map(() => [name, 'HARB']),
      );
    },
  );

  test('but a date that nobody can read is one', async () => {
    const own = (serial: number) => bare(serial).replace('11 May 2019', 'Ventôse 11, 227');
    const { articles } = await readAll(own(1) + own(2));
    expect(articles[0]?.source?.name).toBe('The Harbour Post');
    expect(articles[0]?.diagnostics.map(({ code }) => code)).toContain('date-unreadable');
  });
});

describe('the last line before the number', () => {
  const lastLine = async (line: string) => {
    const { articles } = await readAll(bare(1, { body: [...paragraphs, line] }) + bare(2));
    return articles[0]?.publisher;
  };

  test.each([
    'The Harbour Post',
    'Agence France-Presse',
    'Axel Springer SE',
    'Verlag Harbour',
    'dpa Deutsche Presse-Agentur GmbH',
    'Ediciones Harbour, S.L.',
    'Harbour MediaGroup S.p.A.',
    '毎日新聞社',
    '中国新闻社',
    '한국경제신문',
    'ООО Гавань',
  ])('is the publisher: %s', async (line) => {
    expect(await lastLine(line)).toBe(line);
  });

  test.each([
    'Ada Lind',
    'END',
    'Harbour desk',
    'Reporting by Ada Lind',
    'Source: Harbour Press',
    'Bo Kern, Harbour Press',
    'Ada Lind works for the Harbour Press.',
    'The council meets the press',
    '王芳',
  ])('is no publisher: %s', async (line) => {
    expect(await lastLine(line)).toBeUndefined();
  });
});

test.each([
  ['De notre envoyée spéciale à Osterby Ada Lind', 'Ada Lind'],
  ['[서울=뉴시스] 김철수 기자', '김철수'],
  ['Ada Lind, political correspondent', 'Ada Lind'],
])('a byline that is longer than the headline over it: %s', async (byline, name) => {
  const own = (serial: number) =>
    bare(serial).replace(/^Harbour\n.*\n\nBy Ada Lind\n/, `Ferry ${serial}\n\n${byline}\n`);
  const { articles, unread } = await readAll(own(1) + own(2));
  expect(articles.map((article) => [article.headline, article.byline, article.authors[0]?.name])).toEqual(
    [1, 2].map((serial) => [`Ferry ${serial}`, byline, name]),
  );
  expect(unread).toEqual([]);
});

test('an agency under the headline is the credit, and under the text no publisher', async () => {
  const own = (serial: number) =>
    bare(serial, { body: [...paragraphs, 'EFE'] }).replace('By Ada Lind\n', 'EFE\n');
  const { articles } = await readAll(own(1) + own(2));
  expect(articles.map(({ credit, byline, publisher }) => [credit, byline, publisher])).toEqual(
    [1, 2].map(() => ['EFE', undefined, undefined]),
  );
});

test.each([
  ['NEL', '\u0085'],
  ['line separators', '\u2028'],
  ['paragraph separators', '\u2029'],
])('lines that %s end are lines', async (_, end) => {
  const text = bare(1) + bare(2);
  const plain = await readAll(text);
  const ended = text.replaceAll('\n', end);
  const bodies = (read: typeof plain) =>
    read.articles.map(({ headline, byline, body }) => [headline, byline, body]);
  expect(plain.articles).toHaveLength(2);
  expect(bodies(await readAll(ended))).toEqual(bodies(plain));
});

test('the publisher under a header without text is the publisher', async () => {
  const { articles } = await readAll(
    bare(1, { body: ['The Harbour Post'] }) + bare(2, { body: ['Harbour'] }),
  );
  expect(articles.map(({ publisher, body }) => [publisher, body.map(({ text }) => text)])).toEqual([
    ['The Harbour Post', []],
    [undefined, ['Harbour']],
  ]);
});

test('the time of a broadcast behind an edition is the page', async () => {
  const { articles } = await readAll(bare(1).replace('A6', '1\n00:00:37') + bare(2));
  expect([articles[0]?.source?.edition, articles[0]?.page, articles[0]?.volume]).toEqual([
    '1',
    '00:00:37',
    undefined,
  ]);
});
