import { Article, type FileReport } from '@pressmark/core';
import { parseQuery, type Query } from '@pressmark/core/query';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  Hit,
  Import,
  ImportFile,
  type Page,
  Page as PageSchema,
  type Selection,
  type Sort,
  type Store,
  Totals,
} from './contract.ts';
import { articleNumbered, articles as articlesOf } from './testing/arbitraries.ts';
import { compareWithBruteForce } from './testing/compare.ts';
import { testFacets } from './testing/facets.ts';
import { testFacts } from './testing/facts.ts';
import { testLines } from './testing/lines.ts';
import { testOrdersAndSamples } from './testing/orders.ts';
import { describeRepairs } from './testing/repairs.ts';
import { testScripts } from './testing/scripts.ts';
import { testSearches } from './testing/searches.ts';
import { testVocabulary } from './testing/vocabulary.ts';
import { testWithdrawals } from './testing/withdrawals.ts';

/** Milliseconds a test may take on a machine that is busy. */
const patience = 120_000;
const seed = Number(process.env.PRESSMARK_SEED ?? Date.now() % 2 ** 31);

function parse(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.query;
}

function draw<T>(arbitrary: fc.Arbitrary<T>, at = seed): T {
  return fc.sample(arbitrary, { seed: at, numRuns: 1 })[0] as T;
}

const plain = draw(articleNumbered(0), 1);

/** An invented article with nothing in it but what is given. */
function article(number: number, given: Partial<Article> = {}): Article {
  const { id, accession, provenance } = draw(articleNumbered(number), 1);
  return {
    id,
    accession: { vendor: 'factiva', number: accession?.number ?? '' },
    kind: 'article',
    headline: `Headline ${number}`,
    authors: [],
    body: [{ kind: 'text', text: `The text of article ${number}.` }],
    wordCount: { counted: 5 },
    codes: { companies: [], industries: [], subjects: [], regions: [], people: [], provider: [] },
    links: [],
    raw: [],
    diagnostics: [],
    ...given,
    provenance,
  };
}

function dated(number: number, date: string, given: Partial<Article> = {}): Article {
  return article(number, { publication: { date, raw: date, basis: 'display' }, ...given });
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const everything = { query: { type: 'all' } as const };

/**
 * The contract of a store as tests. `open` opens the archive of a name, which is empty at first; the same name gives the
 * same archive again, after `close` or beside it.
 */
export function testStore(open: (name: string) => Promise<Store>): void {
  let number = 0;
  const opened: Store[] = [];
  const archive = async (name = `archive-${++number}`): Promise<Store> => {
    const store = await open(name);
    opened.push(store);
    return store;
  };
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  const idsOf = async (store: Store, text: string) => collect(store.ids({ query: parse(text) }));

  testVocabulary({ archive: () => archive(), dated, seed });
  testWithdrawals({ archive: () => archive(), dated, idsOf });
  testFacets({ archive: () => archive(), dated, seed });
  testFacts({ archive, dated, idsOf, parse });
  testOrdersAndSamples({ archive: () => archive(), dated, seed });
  testLines({ archive: () => archive(), dated, parse, seed });
  testSearches({ archive, dated, seed });
  testScripts({ archive: () => archive(), dated, idsOf });

  describe('put and get', { timeout: patience }, () => {
    test('give back every article as it was', async () => {
      const store = await archive();
      const given = draw(articlesOf(60));
      expect(given.map((one) => Article.parse(one))).toEqual(given);
      expect(await store.put(given)).toEqual(given.map(() => 'new'));
      for (const one of given) expect((await store.get(one.id))?.article).toEqual(one);
    });

    test('find an article by its accession number, in any case', async () => {
      const store = await archive();
      await store.put([article(7)]);
      const { id, accession } = article(7);
      const asked = [
        id,
        id.toUpperCase(),
        accession?.number ?? '',
        accession?.number.toUpperCase() ?? '',
        'none',
      ];
      const found = await Promise.all(asked.map((one) => store.get(one)));
      expect(found.map((one) => one?.article.id)).toEqual([id, id, id, id, undefined]);
    });

    test('tell new, unchanged and updated apart, in the order given, within a batch too', async () => {
      const store = await archive();
      const [one, two] = [article(1), article(2)];
      const changed = { ...one, headline: 'Another headline' };
      expect(await store.put([two, one, two, changed, one])).toEqual([
        'new',
        'new',
        'unchanged',
        'updated',
        'unchanged',
      ]);
      expect((await store.get(one.id))?.article).toEqual(changed);
      expect(await store.put([])).toEqual([]);
    });

    test('count place and diagnostics for nothing: the first place stays', async () => {
      const store = await archive();
      const first = article(1);
      await store.put([first]);
      const again = {
        ...first,
        provenance: { ...first.provenance, file: 'other.rtf' },
        id: first.id.toUpperCase(),
      };
      expect(await store.put([again])).toEqual(['unchanged']);
      expect((await store.get(first.id))?.article).toEqual(first);
    });

    test('keep what an update replaces, and know it again', async () => {
      const store = await archive();
      const versions = ['one', 'two', 'three'].map((headline, day) =>
        dated(1, `2017-04-0${day + 1}`, { headline }),
      ) as [Article, Article, Article];
      for (const version of versions) await store.put([version]);
      const stored = await store.get(versions[0].id);
      expect(stored?.article).toEqual(versions[2]);
      expect(stored?.versions.map(({ version }) => version)).toEqual([2, 1]);
      expect(await store.version(versions[0].id, 1)).toEqual(versions[0]);
      expect(await store.version(versions[0].id, 2)).toEqual(versions[1]);
      expect(await store.version(versions[0].id, 3)).toBeNull();
      // Reading the same files again in the same order changes nothing.
      for (const version of versions) expect(await store.put([version])).toEqual(['unchanged']);
      expect(await idsOf(store, 'three')).toEqual([versions[0].id]);
      expect(await idsOf(store, 'one or two')).toEqual([]);
    });

    test('never let a headline item hide the article', async () => {
      const store = await archive();
      const full = article(1);
      const headline: Article = { ...full, kind: 'headline', body: [] };
      expect(await store.put([headline, full, headline])).toEqual(['new', 'updated', 'unchanged']);
      expect((await store.get(full.id))?.article).toEqual(full);
    });

    test('store a batch whole or not at all', async () => {
      const store = await archive();
      await expect(store.put([article(1)], { file: 99, read: 1 })).rejects.toThrow('99');
      expect(await store.get(article(1).id)).toBeNull();
      expect(await store.put([article(1, { source: { name: 'River Post' } })])).toEqual(['new']);
      const { counts } = await store.count(everything, ['source']);
      expect(counts.source).toEqual([{ value: 'River Post', label: 'River Post', count: 1 }]);
    });

    test('are seen by another connection to the same archive, and outlive both', async () => {
      const [store, other] = [await archive('shared'), await archive('shared')];
      await store.put([dated(1, '2017-04-08')]);
      expect((await other.count(everything, ['year'])).counts.year).toEqual([
        { value: '2017', label: '2017', count: 1 },
      ]);
      await other.put([dated(2, '2018-04-08')]);
      await store.put([dated(3, '2018-04-09', { source: { name: 'River Post', code: 'RP' } })]);
      for (const each of [store, other]) {
        const { total, counts } = await each.count(everything, ['year', 'source']);
        expect([total, counts.year?.map(({ count }) => count)]).toEqual([3, [1, 2]]);
        expect(counts.source).toEqual([
          { value: '', label: '', count: 2 },
          { value: 'RP', label: 'River Post', count: 1 },
        ]);
      }
      await store.close();
      await other.close();
      opened.length = 0;
      expect((await collect((await archive('shared')).stream(everything))).map(({ id }) => id)).toEqual(
        [3, 2, 1].map((one) => article(one).id),
      );
    });
  });

  describe('search', { timeout: patience }, () => {
    test('shows hits with their marks, and leaves out what the article has not', async () => {
      const store = await archive();
      const full = dated(1, '2017-04-08', {
        headline: 'A river rises',
        subheadline: 'Slowly',
        byline: 'By Ada Example',
        source: { name: 'River Post', code: 'RP' },
        language: 'en',
        body: [{ kind: 'text', text: 'The river rose.' }],
        wordCount: { stated: 3, counted: 6 },
        publication: { date: '2017-04-08', time: '23:41', raw: '8 April 2017', basis: 'display' },
        diagnostics: [
          { code: 'accession-missing', severity: 'warning', message: 'No number.' },
          { code: 'date-shifted', severity: 'info', message: 'A day.' },
        ],
      });
      const bare = article(2, { kind: 'headline', headline: 'river', body: [] });
      await store.put([full, bare]);
      const page = await store.search({ query: parse('river'), sort: 'newest', limit: 10 });
      expect(page).toEqual({
        total: 2,
        next: null,
        hits: [
          {
            id: full.id,
            kind: 'article',
            headline: { text: 'A river rises', marks: [{ start: 2, end: 7 }] },
            subheadline: 'Slowly',
            date: '2017-04-08',
            time: '23:41',
            source: 'River Post',
            sourceCode: 'RP',
            language: 'en',
            byline: 'By Ada Example',
            words: 3,
            warnings: 1,
            snippet: { text: 'The river rose.', marks: [{ start: 4, end: 9 }] },
          },
          {
            id: bare.id,
            kind: 'headline',
            headline: { text: 'river', marks: [{ start: 0, end: 5 }] },
            date: null,
            source: '',
            words: null,
            warnings: 0,
            snippet: { text: '', marks: [] },
          },
        ],
      });
      expect(PageSchema.parse(page)).toEqual(page);
      expect(page.hits.every((hit) => Hit.safeParse(hit).success)).toBe(true);
    });

    test('finds words, phrases, fields, truncation, dates and their combinations', async () => {
      const store = await archive();
      await store.put([
        dated(1, '2017-04-08', {
          headline: 'Peas and carrots',
          subheadline: 'Election day',
          codes: { ...plain.codes, subjects: [{ code: 'gpol', name: 'Domestic Politics' }] },
          source: { name: 'River Post', code: 'RP' },
          body: [
            { kind: 'text', text: 'The first paragraph ends here' },
            { kind: 'text', text: 'and the second begins.' },
            { kind: 'text', text: 'The third says café.' },
          ],
        }),
        dated(2, '2018-01-01', { headline: 'Carrots and peas', language: 'de' }),
        article(3, { headline: 'Elected' }),
      ]);
      const found = async (text: string) =>
        (await idsOf(store, text)).map((id) => Number.parseInt(id.slice(-5), 36)).sort();
      const cases: [string, number[]][] = [
        ['', [1, 2, 3]],
        ['"peas and carrots"', [1]],
        ['peas and carrots', [1, 2]],
        ['elect*', [1, 3]],
        ['elect* day', [1]],
        ['carrots election', []],
        ['"here and"', []],
        ['"ends here and"', []],
        ['cafe', [1]],
        ['lp=cafe', []],
        ['td=cafe', [1]],
        ['hd=cafe', []],
        ['gpol', []],
        ['ns=gpol', [1]],
        ['ns=politics', [1]],
        ['ns="domestic politics"', [1]],
        ['co=gpol', []],
        ['sc=rp', [1]],
        ['post', []],
        ['sn=post', [1]],
        ['la=de', [2]],
        ['peas not elect*', [2]],
        ['date 2017', [1]],
        ['date 2017 or elected', [1, 3]],
        ['peas and date from 2017-04-08 to 2017-04-08', [1]],
        ['date after 20170408', [2]],
        ['(peas or elected) not date 2018', [1, 3]],
      ];
      for (const [text, ids] of cases) {
        const parsed = parseQuery(text);
        if (!parsed.ok) throw new Error(`${text}: ${parsed.problems[0]?.message}`);
        expect([text, await found(text)]).toEqual([text, ids]);
      }
    });

    test('keeps facts apart: no phrase crosses, and an identifier is found whole', async () => {
      const store = await archive();
      const subjects = [
        { code: '', name: 'River Bank' },
        { code: '', name: 'Peas and Carrots' },
        { code: "production'sp'level", name: 'Output' },
      ];
      await store.put([article(1, { codes: { ...plain.codes, subjects } })]);
      const total = async (...words: string[]) => {
        const terms = words.map((word) => ({ text: word.replace('*', ''), prefix: word.endsWith('*') }));
        const of: Query = { type: 'phrase', terms, quoted: true, span: { start: 0, end: 0 } };
        const query: Query = { type: 'field', field: 'ns', of, span: { start: 0, end: 0 } };
        return (await store.search({ query, sort: 'newest', limit: 1 })).total;
      };
      const found = [
        ['river', 'bank'],
        ['riv*', 'ban*'],
        ['production', 'sp', 'level'],
        ['production', 's*'],
        ['prod*', 'sp', 'level'],
        ['prod*', 's*', 'l*'],
      ]; // prettier-ignore
      const missed = [
        ['bank', 'peas'],
        ['ban*', 'peas'],
        ['production'],
        ['production', 'sp'],
        ['sp', 'level'],
        ['prod*', 'sp'],
        ['prod*', 'level'],
      ]; // prettier-ignore
      for (const words of found) expect([words, await total(...words)]).toEqual([words, 1]);
      for (const words of missed) expect([words, await total(...words)]).toEqual([words, 0]);
    });

    test('takes chosen periods one by one, with nothing between them', async () => {
      const store = await archive();
      const dates = ['2015-12-31', '2016-06-01', '2017-04-08', '2017-04-09', '2017-04-10'];
      await store.put([...dates.map((date, index) => dated(index, date)), article(9)]);
      const found = async (selection: Selection) =>
        (await store.search({ ...everything, selection, sort: 'oldest', limit: 9 })).hits.map(
          ({ date }) => date,
        );
      expect(await found({ day: ['2017-04-10', '2017-04-08'] })).toEqual([dates[2], dates[4]]);
      expect(await found({ year: ['2015', '2017'], day: [] })).toEqual([dates[0], ...dates.slice(2)]);
      expect(await found({ year: ['2017', '2016'] })).toEqual(dates.slice(1));
      expect(await found({ year: ['2017'], day: ['2015-12-31'] })).toEqual([]);
      expect(await found({ month: ['', '2016-06'] })).toEqual([null, dates[1]]);
      expect(await found({ week: ['2017-W14'] })).toEqual(dates.slice(2, 4));
      expect(await found({ year: ['no year'] })).toEqual([]);
    });

    test(`finds, counts and pages as brute force does, seed ${seed}`, async () => {
      await compareWithBruteForce(await archive(), { seed, articles: 80, queries: 500 });
    });

    test('orders by date, newest or oldest first; undated articles are older than all', async () => {
      const store = await archive();
      const days = ['2017-04-08', '1987-02-26', '2026-11-22'];
      await store.put([...days.map((date, index) => dated(index, date)), article(9)]);
      const order = async (sort: Sort) =>
        (await store.search({ ...everything, sort, limit: 9 })).hits.map(({ date }) => date);
      expect(await order('newest')).toEqual(['2026-11-22', '2017-04-08', '1987-02-26', null]);
      expect(await order('oldest')).toEqual([null, '1987-02-26', '2017-04-08', '2026-11-22']);
    });

    test('orders by relevance: the headline before the lead, the lead before the rest', async () => {
      const store = await archive();
      const text = (...texts: string[]) => texts.map((one) => ({ kind: 'text' as const, text: one }));
      const filler = Array.from({ length: 20 }, (_, index) => article(100 + index));
      await store.put([
        dated(1, '2017-01-03', { body: text('one two', 'three four', 'river five') }),
        dated(2, '2017-01-02', { body: text('one river', 'three four', 'two five') }),
        dated(3, '2017-01-01', { headline: 'River 3', body: text('one two', 'three four', 'six five') }),
        ...filler,
      ]);
      const { hits } = await store.search({ query: parse('river'), sort: 'relevance', limit: 9 });
      expect(hits.map(({ id }) => id)).toEqual([3, 2, 1].map((one) => article(one).id));
    });

    test('pages stay right while articles come in', async () => {
      const store = await archive();
      const day = (index: number) => `2017-01-${String(index + 1).padStart(2, '0')}`;
      await store.put(Array.from({ length: 20 }, (_, index) => dated(index, day(index))));
      for (const sort of ['newest', 'oldest'] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        for (let turn = 0; cursor !== undefined || turn === 0; turn++) {
          const page: Page = await store.search({ query: parse('headline'), sort, limit: 6, cursor });
          seen.push(...page.hits.map(({ id }) => id));
          const extra = 1000 + turn + (sort === 'newest' ? 0 : 100);
          await store.put([dated(extra, sort === 'newest' ? '2026-01-01' : '1980-01-01')]);
          cursor = page.next ?? undefined;
        }
        const first = Array.from({ length: 20 }, (_, index) => article(index).id);
        expect(seen.filter((id) => first.includes(id))).toEqual(
          sort === 'newest' ? first.toReversed() : first,
        );
        expect(new Set(seen).size).toBe(seen.length);
      }
    });

    test('a page by relevance goes on behind the last hit, in the order of its moment', async () => {
      const store = await archive();
      const text = (words: string[]) => [{ kind: 'text' as const, text: words.join(' ') }];
      const times = (count: number, word: string) => Array<string>(count).fill(word);
      await store.put(
        Array.from({ length: 30 }, (_, index) =>
          article(index, {
            ...(index % 7 === 0 && { headline: 'river' }),
            body: text([
              ...times(1 + (index % 4), 'river'),
              ...times(index % 3, 'tide'),
              ...times(index, 'x'),
            ]),
          }),
        ),
      );
      const asked = { query: parse('river or tide'), sort: 'relevance' as const };
      const ids = ({ hits }: Page) => hits.map(({ id }) => id);
      let page = await store.search({ ...asked, limit: 4 });
      const seen = ids(page);
      for (let turn = 0; page.next !== null; turn++) {
        const body = text(times(50, turn % 2 ? 'river y' : 'z'));
        await store.put(
          Array.from({ length: 15 }, (_, index) => article(1000 + turn * 15 + index, { body })),
        );
        const now = ids(await store.search({ ...asked, limit: 500 }));
        const last = now.indexOf(ids(page).at(-1) ?? '');
        page = await store.search({ ...asked, limit: 4, cursor: page.next });
        expect(ids(page)).toEqual(now.slice(last + 1, last + 5));
        seen.push(...ids(page));
        if (turn === 4) break;
      }
      expect(seen).toHaveLength(24);
    });

    test('refuses a cursor of its own making only', async () => {
      const store = await archive();
      const request = { ...everything, sort: 'newest' as const, limit: 1 };
      await expect(store.search({ ...request, cursor: 'no cursor' })).rejects.toThrow('cursor');
    });

    test('streams every hit, newest first, beyond one chunk', async () => {
      const store = await archive();
      const many = Array.from({ length: 1203 }, (_, index) => dated(index, `2017-0${(index % 9) + 1}-10`));
      await store.put(many);
      const streamed = await collect(store.stream({ query: parse('headline') }));
      expect(streamed.length).toBe(1203);
      expect(new Set(streamed.map(({ id }) => id)).size).toBe(1203);
      const days = streamed.map(({ publication }) => publication?.date ?? '');
      expect(days).toEqual(days.toSorted().reverse());
      expect(await collect(store.ids(everything))).toEqual(streamed.map(({ id }) => id));
    });

    test('gives code names as last written, and the values themselves where there is no name', async () => {
      const store = await archive();
      const named = (index: number, name?: string) =>
        article(index, {
          language: 'zh-Hant',
          codes: {
            ...plain.codes,
            companies: [name === undefined ? { code: 'acme' } : { code: 'acme', name }],
            subjects: [],
            regions: [],
          },
        });
      const label = async () => (await store.count(everything, ['company'])).counts.company?.[0]?.label;
      await store.put([named(1)]);
      expect(await label()).toBe('acme');
      await store.put([named(2, 'Acme Ltd')]);
      await store.put([named(3), named(4, '')]);
      expect(await label()).toBe('Acme Ltd');
      await store.put([named(5, 'Acme plc')]);
      expect(await label()).toBe('Acme plc');
      const { counts } = await store.count(everything, ['language', 'kind', 'subject']);
      expect(counts).toEqual({
        language: [{ value: 'zh-Hant', label: 'Traditional Chinese', count: 5 }],
        kind: [{ value: 'article', label: 'Article', count: 5 }],
        subject: [{ value: '', label: '', count: 5 }],
      });
    });

    test('sums up the archive', async () => {
      const store = await archive();
      const { bytes, ...empty } = await store.totals();
      expect(empty).toEqual({
        articles: 0,
        headlines: 0,
        sources: 0,
        languages: 0,
        from: null,
        to: null,
        imports: 0,
        files: 0,
        words: 0,
      }); // prettier-ignore
      await store.put([
        dated(1, '2017-04-08', { source: { name: 'River Post', code: 'RP' }, language: 'en' }),
        dated(2, '1987-02-26', {
          source: { name: 'Bank Times' },
          language: 'de',
          wordCount: { stated: 100, counted: 5 },
        }),
        article(3, { kind: 'headline', body: [] }),
      ]);
      const totals = await store.totals();
      expect(totals).toEqual({
        ...empty,
        articles: 3,
        headlines: 1,
        sources: 2,
        languages: 2,
        from: '1987-02-26',
        to: '2017-04-08',
        words: 105,
        bytes: totals.bytes,
      }); // prettier-ignore
      expect(totals.bytes).toBeGreaterThan(bytes - 1);
      expect(Totals.parse(totals)).toEqual(totals);
    });
  });

  describeRepairs({ archive, article, patience });

  describe('imports', { timeout: patience }, () => {
    const file = { file: 'river bank.html', sha256: 'ab12', bytes: 1000 };
    const fresh: Omit<ImportFile, 'id'> = {
      ...file,
      within: null,
      read: 0,
      state: 'waiting',
      reader: null,
      declared: null,
      found: 0,
      new: 0,
      unchanged: 0,
      updated: 0,
      rejected: 0,
      unreadBytes: 0,
      balanced: false,
      diagnostics: [],
    };
    const note = { code: 'date-shifted', severity: 'info', message: 'A day.' } as const;
    const warning = { code: 'accession-missing', severity: 'warning', message: 'No number.' } as const;
    const error = {
      code: 'file-truncated',
      severity: 'error',
      message: 'Cut.',
      span: { start: 1, end: 2 },
    } as const;
    const report: FileReport = {
      file: file.file,
      sha256: file.sha256,
      bytes: 1000,
      reader: 'factiva-html',
      scores: [],
      charset: 'utf-8',
      declared: 3,
      found: 2,
      rejected: 1,
      unreadBytes: 10,
      balanced: false,
      spans: [
        { start: 0, end: 100, kind: 'front' },
        { start: 100, end: 990, kind: 'article', article: 0 },
        { start: 990, end: 1000, kind: 'unread', text: 'left over' },
      ],
      summary: { title: 'Search Summary', rows: [{ label: 'Text', value: 'river' }], results: 3 },
      diagnostics: [note, error],
    };

    test('count what a file brings, in the transaction that stores it', async () => {
      const store = await archive();
      const { id, ...created } = await store.imports.create();
      expect(created).toEqual({
        state: 'waiting',
        startedAt: created.startedAt,
        endedAt: null,
        trouble: null,
        files: 0,
        bytes: 0,
        read: 0,
        found: 0,
        new: 0,
        unchanged: 0,
        updated: 0,
        rejected: 0,
        failed: 0,
        unbalanced: 0,
      }); // prettier-ignore
      const added = await store.imports.addFile(id, file);
      expect(added).toEqual({ id: added.id, ...fresh });
      await store.imports.setState(id, 'running');
      await store.imports.setFileState(added.id, 'running');
      const [one, two] = [article(1, { diagnostics: [note, warning] }), article(2)];
      await store.put([one, two], { file: added.id, read: 400 });
      await store.put([one, { ...two, headline: 'Other' }], { file: added.id, read: 800 });
      expect(await store.imports.stored(added.id)).toBe(4);
      const running = await store.imports.get(id);
      expect(running?.import).toEqual({
        ...created,
        id,
        state: 'running',
        files: 1,
        bytes: 1000,
        read: 800,
        found: 4,
        new: 2,
        unchanged: 1,
        updated: 1,
      }); // prettier-ignore
      const finished = await store.imports.finishFile(added.id, report);
      expect(finished).toEqual({
        ...fresh,
        id: added.id,
        state: 'done',
        read: 1000,
        reader: 'factiva-html',
        declared: 3,
        found: 2,
        new: 2,
        unchanged: 1,
        updated: 1,
        rejected: 1,
        unreadBytes: 10,
        summary: report.summary,
        diagnostics: [
          error,
          { ...warning, article: one.id },
          { ...warning, article: one.id },
          { ...note, article: one.id },
          { ...note, article: one.id },
          note,
        ],
      }); // prettier-ignore
      expect(await store.imports.spans(added.id)).toEqual(report.spans);
      await store.imports.setState(id, 'done');
      const done = await store.imports.get(id);
      expect(done?.import).toMatchObject({ state: 'done', failed: 0, unbalanced: 1 });
      expect(done?.import.endedAt).not.toBeNull();
      expect(done?.files).toEqual([finished]);
      expect(await store.imports.file(added.id)).toEqual(finished);
      expect(Import.parse(done?.import)).toEqual(done?.import);
      expect(ImportFile.parse(finished)).toEqual(finished);
      expect((await store.get(one.id))?.files).toEqual([{ id: added.id, file: file.file }]);
    });

    test('announce files that are to come, and take each in once', async () => {
      const store = await archive();
      const [{ id }, other] = [await store.imports.create(), await store.imports.create()];
      const told = [1, 2].map((n) => ({ file: `${n}.html`, bytes: n * 100 }));
      const [first = 0, second = 0] = await store.imports.announce(id, told);
      const rows = [first, second].map((row, index) => ({ ...fresh, ...told[index], id: row, sha256: '' }));
      expect((await store.imports.get(id))?.files).toEqual(rows);
      const content = { importId: id, sha256: 'ab12', bytes: 90 };
      expect(await store.imports.fill(first, { ...content, importId: other.id })).toBeNull();
      expect(await store.imports.fill(first, content)).toEqual({ ...rows[0], sha256: 'ab12', bytes: 90 });
      expect(await store.imports.fill(first, content)).toBeNull();
      await store.imports.setFileState(second, 'cancelled');
      expect(await store.imports.fill(second, content)).toBeNull();
      // The same content under another name is the same file; one that never came is none.
      const again = await store.imports.addFile(other.id, { file: '3.html', sha256: 'ab12', bytes: 90 });
      await store.put([article(1)], { file: first, read: 90 });
      await store.put([article(1), article(2)], { file: again.id, read: 90 });
      const { counts } = await store.count({ query: parse('') }, ['file']);
      expect(counts.file?.map(({ value, count }) => [value, count])).toEqual([[String(first), 2]]);
    });

    test('count the files in a file once, and their articles', async () => {
      const store = await archive();
      const { id } = await store.imports.create();
      const outer = await store.imports.addFile(id, { file: 'a.zip', sha256: 'cd34', bytes: 500 });
      const inner = { file: 'a.zip/b.rtf', sha256: '', bytes: 0, within: outer.id };
      const member = await store.imports.addFile(id, inner);
      expect(member).toEqual({ id: member.id, ...fresh, ...inner });
      const within = { file: outer.id, read: 200 };
      await store.put([article(1), article(2)], { file: member.id, read: 900, within });
      const account = { ...report, bytes: 900, found: 2, sha256: 'ef56', spans: [], diagnostics: [] };
      const done = await store.imports.finishFile(member.id, { ...account, file: inner.file });
      expect([done.sha256, done.bytes, done.read, done.found]).toEqual(['ef56', 900, 900, 2]);
      const { import: sums, files } = (await store.imports.get(id)) ?? {};
      expect([sums?.files, sums?.bytes, sums?.read, sums?.found]).toEqual([2, 500, 200, 2]);
      expect(files?.map(({ file: name, within: outerId }) => [name, outerId])).toEqual([
        ['a.zip', null],
        ['a.zip/b.rtf', outer.id],
      ]);
    });

    test('finish a file twice as once', async () => {
      const store = await archive();
      const { id } = await store.imports.create();
      const added = await store.imports.addFile(id, file);
      const once = await store.imports.finishFile(added.id, report);
      expect(await store.imports.finishFile(added.id, report)).toEqual(once);
      expect(await store.imports.spans(added.id)).toEqual(report.spans);
    });

    test('fail a file that no reader knew', async () => {
      const store = await archive();
      const { id } = await store.imports.create();
      const added = await store.imports.addFile(id, file);
      const { summary: _, ...unknown } = { ...report, reader: null };
      expect((await store.imports.finishFile(added.id, unknown)).state).toBe('failed');
      expect((await store.imports.get(id))?.import).toMatchObject({ failed: 1, unbalanced: 0 });
    });

    test('show at most 500 diagnostics of a file, errors first', async () => {
      const store = await archive();
      const { id } = await store.imports.create();
      const added = await store.imports.addFile(id, file);
      const many = Array.from({ length: 600 }, (_, index) => article(index, { diagnostics: [note] }));
      await store.put(many, { file: added.id, read: 1 });
      const { diagnostics } = await store.imports.finishFile(added.id, report);
      expect([diagnostics.length, diagnostics[0]]).toEqual([500, error]);
    });

    test('list the newest first, page by page', async () => {
      const store = await archive();
      const ids: number[] = [];
      for (let turn = 0; turn < 5; turn++) ids.unshift((await store.imports.create()).id);
      expect((await store.imports.list({ limit: 3 })).map(({ id }) => id)).toEqual(ids.slice(0, 3));
      expect((await store.imports.list({ limit: 3, before: ids[2] })).map(({ id }) => id)).toEqual(
        ids.slice(3),
      );
      expect([await store.imports.get(99), await store.imports.file(99)]).toEqual([null, null]);
    });

    test('know all files of an article, oldest first, and follow it to another day', async () => {
      const store = await archive();
      const { id } = await store.imports.create();
      const [first, second] = [
        await store.imports.addFile(id, file),
        await store.imports.addFile(id, { ...file, file: 'second.rtf' }),
      ];
      await store.put([dated(1, '2017-04-08')], { file: first.id, read: 1 });
      await store.put([dated(1, '2017-04-09')], { file: second.id, read: 1 });
      expect((await store.get(article(1).id))?.files).toEqual([
        { id: first.id, file: 'river bank.html' },
        { id: second.id, file: 'second.rtf' },
      ]);
    });

    test('keep what broke an import off until it goes on', async () => {
      const store = await archive();
      const { id } = await store.imports.create();
      const trouble = { file: 'a.html', message: 'There was no room.' };
      await store.imports.setState(id, 'interrupted', trouble);
      const [shown] = await store.imports.list({ limit: 1 });
      expect([shown?.trouble, (await store.imports.get(id))?.import.trouble]).toEqual([trouble, trouble]);
      await store.imports.setState(id, 'running');
      expect((await store.imports.get(id))?.import.trouble).toBeNull();
    });

    test('leave running what this process runs', async () => {
      const store = await archive();
      const { id } = await store.imports.create();
      await store.imports.setState(id, 'running');
      expect(await store.imports.interrupted()).toEqual([]);
      expect((await store.imports.get(id))?.import.state).toBe('running');
    });
  });
}
