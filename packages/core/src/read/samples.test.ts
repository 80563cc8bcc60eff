import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Article } from '../index.ts';
import { readAll } from './testing/read-all.ts';

// Real exports are copyrighted: they lie beside the repository, and nothing of them is in it.
const folder = join(import.meta.dirname, '../../../../../shared/samples/factiva');
const here = existsSync(folder);
if (!here) console.warn(`SKIPPED: no real exports at ${folder}; the readers were not tried on them.`);

const read = (file: string) => readAll(readFileSync(join(folder, file)), { file });

function text(file: string, charset = 'utf-8'): string {
  return new TextDecoder(charset).decode(readFileSync(join(folder, file)));
}

/** The publication day in an accession number, decoded apart from the reader. */
function numbered(accession: string): string {
  const value = (from: number, to: number) => Number.parseInt(accession.slice(from, to), 36);
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${1500 + value(16, 18)}-${pad(value(18, 19))}-${pad(value(19, 20))}`;
}

const plain = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const tilesExactly = (spans: { start: number; end: number }[], bytes: number) =>
  spans.every((span, index) => span.start === (spans[index - 1]?.end ?? 0) && span.end > span.start) &&
  spans.at(-1)?.end === bytes;

const languages: Record<string, string> = {
  German: 'de',
  English: 'en',
  Englisch: 'en',
  英文: 'en',
  德文: 'de',
  西班牙文: 'es',
  葡萄牙文: 'pt',
  日文: 'ja',
  '中文(繁體)': 'zh-Hant',
  '中文(簡體)': 'zh-Hans',
  意大利文: 'it',
  芬蘭文: 'fi',
  瑞典文: 'sv',
  法文: 'fr',
  荷蘭文: 'nl',
};
const monthsOf = (names: string) => names.split(' ');
const english = monthsOf(
  'January February March April May June July August September October November December',
);
const german = monthsOf('Januar Februar März April Mai Juni Juli August September Oktober November Dezember');

function isoOf(shown: string): string {
  const pad = (part: string | number) => String(part).padStart(2, '0');
  const chinese = /^(\d{4}) 年 (\d+) 月 (\d+) 日/.exec(shown);
  if (chinese) return `${chinese[1]}-${pad(chinese[2] ?? '')}-${pad(chinese[3] ?? '')}`;
  const [day = '', month = '', year = ''] = shown.split(' ');
  return `${year}-${pad(Math.max(english.indexOf(month), german.indexOf(month)) + 1)}-${pad(day)}`;
}

/** The values of each article by their place in the raw page, with no knowledge of the reader's. */
function valuesInPage(page: string) {
  return page
    .split(/(?=<div[^>]*class="article [a-z]{2,4}Article")/)
    .slice(1)
    .map((piece) => {
      const header = piece.split(/articleParagraph/)[0] ?? '';
      const divs = [...header.matchAll(/<div(?:>|\s[^>]*>)([\s\S]*?)<\/div>/g)].map((match) =>
        plain(match[1] ?? ''),
      );
      const count = divs.findIndex((value) => /^[\d,.]+ (?:words|Wörter|字)$/.test(value));
      const date = divs[count + 1] ?? '';
      const language = divs.findIndex((value, index) => index > count && Object.hasOwn(languages, value));
      const timed = /\d\d:\d\d$/.exec(date)?.[0];
      return {
        accession: /<p>\s*\S+ ([A-Za-z0-9]{25})\s*<\/p>/.exec(piece)?.[1] ?? '',
        // One headline has a space before its semicolon too.
        headline: plain(/Headline'?"?>([\s\S]*?)<\/(?:b|span)>\s*<\/div>/.exec(piece)?.[1] ?? '').replace(
          ' ; ',
          '; ',
        ),
        words: Number((divs[count] ?? '').replace(/\D/g, '')),
        date: isoOf(date),
        ...(timed && { time: timed }),
        source: divs[count + 2] ?? '',
        code: divs[count + 3] ?? '',
        language: languages[divs[language] ?? ''] ?? '',
        copyright: divs[language + 1] ?? '',
      };
    });
}

describe.skipIf(!here)('real exports', () => {
  it.each([
    ['html-2014-german-small.htm', 'utf-8', { count: 9, headlines: 0 }],
    ['html-2014-magazine.htm', 'utf-8', { count: 70, headlines: 0 }],
    ['html-nyt-1993-wrong-charset.html', 'windows-1252', { count: 27, headlines: 0 }],
    ['html-2018-chinese-ui-mixed-languages.html', 'utf-8', { count: 97, headlines: 3 }],
  ])('%s: every field stands as the page shows it', async (file, charset, { count, headlines }) => {
    const { articles, report } = await read(file);
    const full = articles.filter((article) => article.kind === 'article');
    const joined = (article: Article) => [article.headline, article.subheadline].filter(Boolean).join('; ');
    const found = full.map((article) => ({
      accession: article.accession?.number,
      headline: joined(article),
      words: article.wordCount.stated,
      date: article.publication?.date,
      ...(article.publication?.time && { time: article.publication.time }),
      source: article.source?.name,
      code: article.source?.code,
      language: article.language,
      copyright: article.copyright?.replace(/\s/g, ''),
    }));
    const shown = valuesInPage(text(file, charset)).map((values) => ({
      ...values,
      copyright: values.copyright.replace(/\[https?:[^\]]*\]/g, '').replace(/\s/g, ''),
    }));
    expect(found).toEqual(shown);
    expect([full.length, articles.length - full.length]).toEqual([count, headlines]);
    expect(report).toMatchObject({ found: count + headlines, unreadBytes: 0, rejected: 0, balanced: true });
  });

  it('dates the mixed file in the viewer’s zone: 14 articles one day after their number', async () => {
    const { articles } = await read('html-2018-chinese-ui-mixed-languages.html');
    const shifted = articles.filter(
      (article) => article.publication?.date !== numbered(article.accession?.number ?? ''),
    );
    expect(shifted).toHaveLength(14);
    for (const { publication, accession, diagnostics } of shifted) {
      expect(Date.parse(publication?.date ?? '') - Date.parse(numbered(accession?.number ?? ''))).toBe(
        86_400_000,
      );
      expect(publication?.other).toBe(numbered(accession?.number ?? ''));
      expect(diagnostics.map(({ code }) => code)).toContain('date-shifted');
    }
  });

  it('takes headline items with their numbers from the markup', async () => {
    const { articles } = await read('html-2018-chinese-ui-mixed-languages.html');
    const page = text('html-2018-chinese-ui-mixed-languages.html');
    const shown = [...page.matchAll(/data-accno="(\w+)"/g)].map((match) => match[1]);
    const items = articles.filter((article) => article.kind === 'headline');
    expect(items.map((article) => article.accession?.number)).toEqual(shown);
    expect(items.map((article) => [article.publication?.date, article.language])).toEqual(
      items.map(() => ['2018-09-18', 'en']),
    );
  });

  it('keeps the search of a page as its provenance', async () => {
    const { report } = await read('html-nyt-1993-wrong-charset.html');
    expect(report.summary).toMatchObject({ title: 'Zusammenfassung der Suche', results: 27 });
    expect(report.declared).toBe(27);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['charset-lie']);
  });

  it('reads the indexed page field by field', async () => {
    const { articles } = await read('html-2011-french-indexed.html');
    const page = text('html-2011-french-indexed.html');
    const rows = [
      ...page.matchAll(
        /<tr><td[^>]*class="index">(?:<[^>]*>)*([A-Z]{2,3})<\/b>&nbsp;(?:<\/p>)?<\/td><td>([\s\S]*?)<\/td><\/tr>/g,
      ),
    ];
    const shown = rows.map((match) => [match[1], plain(match[2] ?? '')]);
    const bodies = ['LP', 'TD'];
    const raw = articles.flatMap((article) =>
      article.raw.map(({ label, values }) => [label, values.join(' ')]),
    );
    expect(raw.filter(([label = '']) => !bodies.includes(label))).toEqual(
      shown.filter(([label = '']) => !bodies.includes(label)),
    );
    expect(articles.map((article) => article.body.map(({ kind, part }) => [kind, part]))).toEqual([
      [
        ['text', 'lead'],
        ['text', 'lead'],
        ['text', 'rest'],
        ['text', 'rest'],
        ['note', undefined],
      ],
      [
        ['text', 'lead'],
        ['text', 'lead'],
      ],
    ]);
    expect(
      articles.map((article) => [article.publication?.date, article.publication?.time, article.language]),
    ).toEqual([
      ['2011-12-29', '15:32', 'fr'],
      ['2011-12-29', undefined, 'fr'],
    ]);
    expect(articles[1]?.source).toEqual({
      name: 'Ouest France',
      code: 'TESTFR',
      group: 'Test newspaper',
      edition: 'something',
    });
  });

  it('reads the RTF field by field', async () => {
    const { articles, report } = await read('rtf-2022-indexed.rtf');
    const markup = readFileSync(join(folder, 'rtf-2022-indexed.rtf'), 'latin1');
    const rows = [
      ...markup.matchAll(
        /\\b(?: \\cf0)?\s+([A-Z]{2,3})\s*\n\\f1\\b0[\s\S]*?\\cell\s([\s\S]*?)\\cell \\lastrow/g,
      ),
    ].map((match) => ({
      label: match[1] ?? '',
      value: (match[2] ?? '')
        .replace(/\\'[0-9a-f]{2}|\\[a-z]+-?\d* ?/g, '')
        .replace(/[\s\\]+/g, ' ')
        .trim(),
    }));
    const starts = rows.flatMap(({ label }, index) => (label === 'HD' ? [index] : []));
    const valueIn = (start: number, label: string) =>
      rows.find((row, index) => index >= start && row.label === label)?.value ?? '';
    expect(starts).toHaveLength(55);
    const shown = starts.map((start) => ({
      accession: valueIn(start, 'AN').replace('Document ', ''),
      words: Number.parseInt(valueIn(start, 'WC'), 10),
      date: isoOf(valueIn(start, 'PD')),
      source: valueIn(start, 'SN'),
      code: valueIn(start, 'SC'),
    }));
    const found = articles.map((article) => ({
      accession: article.accession?.number,
      words: article.wordCount.stated,
      date: article.publication?.date,
      source: article.source?.name,
      code: article.source?.code,
    }));
    expect(found).toEqual(shown);
    expect(articles.filter((article) => article.body.every(({ part }) => part !== 'rest'))).toHaveLength(7);
    expect(new Set(articles.map((article) => article.language))).toEqual(new Set(['en']));
    expect(report).toMatchObject({ found: 55, unreadBytes: 0, balanced: true });
  });

  it('reads the damaged seed as it is and names the damage', async () => {
    const { articles } = await read('wsj-2017-nonindexed-damaged.txt');
    const [seed] = articles;
    const page = text('wsj-2017-nonindexed-damaged.txt');
    expect(articles).toHaveLength(1);
    expect(seed).toMatchObject({
      section: 'World',
      authors: [{ name: 'Asa Fitch' }],
      dateline: 'DUBAI',
      language: 'en',
      accession: { loaded: '2017-04-08', published: '2017-04-08', serial: 2301 },
      publication: { date: '2017-04-08', time: '23:41', basis: 'display' },
      source: { name: 'The Wall Street Journal Online', code: 'WSJO' },
      wordCount: { stated: 772 },
    });
    const kinds = (kind: string) => seed?.body.filter((block) => block.kind === kind).length;
    expect([kinds('text'), kinds('contact'), kinds('related')]).toEqual([15, 1, 6]);
    for (const block of seed?.body ?? []) expect(page).toContain(block.text);
    const damage = seed?.diagnostics.map(({ code, candidates }) => [
      code,
      candidates?.map((candidate) => candidate.text),
    ]);
    expect(damage).toEqual([
      ['damage-lost-character', ['Following']],
      ['damage-lost-character', ['a']],
      ['damage-lost-character', expect.arrayContaining(['Do'])],
      ['damage-control-word', ['ISIS']],
    ]);
  });

  it.each([
    'wsj-2017-nonindexed-damaged.txt',
    'html-2011-french-indexed.html',
    'html-2014-german-small.htm',
    'html-2014-magazine.htm',
    'html-2018-chinese-ui-mixed-languages.html',
    'html-nyt-1993-wrong-charset.html',
    'rtf-2022-indexed.rtf',
  ])(
    '%s: spans tile the file, each article keeps to the schema and holds its number in its bytes',
    async (file) => {
      const { articles, report } = await read(file);
      const bytes = readFileSync(join(folder, file));
      expect(tilesExactly(report.spans, bytes.length)).toBe(true);
      for (const article of articles) {
        expect(Article.parse(article)).toEqual(article);
        const { start, end } = article.provenance.span;
        expect(bytes.subarray(start, end).toString('latin1')).toContain(article.accession?.number);
      }
      const numbers = new Set(
        bytes
          .toString('latin1')
          .match(/\b[A-Za-z0-9]{8}(?:19|20)\d{6}[0-9a-z]{2}[1-9a-c][1-9a-v][0-9a-z]{5}\b/g),
      );
      expect(new Set(articles.map((article) => article.accession?.number))).toEqual(numbers);
    },
  );
});
