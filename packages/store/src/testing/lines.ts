import type { Article } from '@pressmark/core';
import { highlight, type LineWidth, lineSorts, type Query } from '@pressmark/core/query';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line, LineSort, LinesWanted, Store } from '../contract.ts';
import { articles, queries } from './arbitraries.ts';
import { hitsOf } from './oracle.ts';
import type { Tools } from './withdrawals.ts';

interface LineTools extends Pick<Tools, 'archive' | 'dated'> {
  parse(text: string): Query;
  seed: number;
}

const width: LineWidth = { unit: 'words', most: 3 };

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function count(store: Store, wanted: LinesWanted): Promise<number> {
  const counts = await collect(store.countLines(wanted));
  return counts.reduce((sum, lines) => sum + lines, 0);
}

/** Every page, one after the other; `between` runs after each. */
async function pages(store: Store, wanted: LinesWanted, between = async () => {}): Promise<Line[]> {
  const lines: Line[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.lines({ ...wanted, limit: 7, cursor });
    expect(page.lines.length).toBeLessThanOrEqual(7);
    lines.push(...page.lines);
    cursor = page.next ?? undefined;
    await between();
  } while (cursor !== undefined);
  return lines;
}

/** What brute force marks: article, path and hit, in no order. */
function marksOf(found: Article[], query: Query): string[] {
  return found.flatMap((article) =>
    Object.entries(highlight(query, article)).flatMap(([path, spans]) =>
      spans.map(() => `${article.id} ${path}`),
    ),
  );
}

const placeOf = ({ id, path }: Line) => `${id} ${path}`;
const keysOf = (lines: Line[]) => lines.map(({ id, hit }) => `${id} ${hit}`);

const text = (words: string): Partial<Article> => ({ body: [{ kind: 'text', text: words }] });

function testShape({ archive, dated, parse }: LineTools): void {
  test('every hit of every article with what stands around it, newest first, in reading order', async () => {
    const store = await archive();
    const one = dated(1, '2017-04-08', {
      headline: 'A ferry sinks',
      source: { name: 'The Harbour' },
      language: 'en',
      ...text('The old ferry left.\nNo Ferry came, said Ms Ito.'),
    });
    const two = dated(2, '2017-05-09', text('One ferry'));
    await store.put([one, two, dated(3, '2017-06-01', text('No boat'))]);
    const wanted = { query: parse('ferry'), sort: 'date' as const, width };
    const of = (article: Article) => ({
      id: article.id,
      date: article.publication?.date,
      source: article.source?.name ?? '',
      headline: article.headline,
      ...(article.language ? { language: article.language } : {}),
    });
    expect(await store.lines({ ...wanted, limit: 10 })).toEqual({
      lines: [
        { ...of(two), hit: 0, path: 'body.0.text', start: 4, left: 'One ', key: 'ferry', right: '' },
        { ...of(one), hit: 0, path: 'headline', start: 2, left: 'A ', key: 'ferry', right: ' sinks' },
        {
          ...of(one),
          hit: 1,
          path: 'body.0.text',
          start: 8,
          left: 'The old ',
          key: 'ferry',
          right: ' left. No Ferry',
        },
        {
          ...of(one),
          hit: 2,
          path: 'body.0.text',
          start: 23,
          left: 'ferry left. No ',
          key: 'Ferry',
          right: ' came, said Ms',
        },
      ],
      next: null,
    });
    expect(await count(store, wanted)).toBe(4);
  });
}

function testOrders({ archive, dated, parse, seed }: LineTools): void {
  test('in the order of the words beside the hit', async () => {
    const store = await archive();
    await store.put([
      dated(1, '2017-01-01', { headline: '', source: { name: 'B' }, ...text('zoo big ferry out') }),
      dated(2, '2017-01-02', { headline: '', source: { name: 'a' }, ...text('Ámber big Ferries yet') }),
      dated(3, '2017-01-03', { headline: '', source: { name: 'C' }, ...text('ferry') }),
    ]);
    const numbers = async (sort: LineSort) =>
      (await pages(store, { query: parse('ferr*'), sort, width })).map(({ date }) => Number(date?.slice(8)));
    expect({
      date: await numbers('date'),
      left: await numbers('left'),
      key: await numbers('key'),
      right: await numbers('right'),
      source: await numbers('source'),
    }).toEqual({ date: [3, 2, 1], left: [3, 2, 1], key: [2, 3, 1], right: [3, 1, 2], source: [2, 1, 3] });
  });

  test('are the marks of brute force, in every order, page by page and streamed', async () => {
    const store = await archive();
    const given = fc.sample(articles(120), { seed, numRuns: 1 })[0] as Article[];
    await store.put(given);
    for (const [index, query] of fc.sample(queries, { seed, numRuns: 40 }).entries()) {
      const wanted = { query, width, sort: lineSorts[index % lineSorts.length] as LineSort };
      const lines = await pages(store, wanted);
      const expected = marksOf(hitsOf(given, wanted), query).sort();
      expect({ seed, query, places: lines.map(placeOf).sort() }).toEqual({ seed, query, places: expected });
      expect(new Set(keysOf(lines)).size).toBe(lines.length);
      expect(await collect(store.streamLines(wanted))).toEqual(lines);
      expect(await count(store, wanted)).toBe(lines.length);
    }
  });
}

function testPaging({ archive, dated, parse }: LineTools): void {
  test.each(lineSorts)(
    'pages by %s hold what was there at first, once, while articles come and go',
    async (sort) => {
      const store = await archive();
      const given = Array.from({ length: 20 }, (_, index) =>
        dated(
          index + 1,
          `2017-03-${String(index + 1).padStart(2, '0')}`,
          text(`w${index % 5} ferry and ferry x${index}`),
        ),
      );
      await store.put(given);
      const wanted = { query: parse('ferry'), sort, width };
      const before = await pages(store, wanted);
      let number = 100;
      const during = await pages(store, wanted, async () => {
        number++;
        await store.put([
          dated(number, `2017-03-${String((number % 28) + 1).padStart(2, '0')}`, text('w3 ferry')),
        ]);
      });
      const stood = new Set(keysOf(before));
      expect(keysOf(during).filter((key) => stood.has(key))).toEqual(keysOf(before));
      expect(new Set(keysOf(during)).size).toBe(during.length);
      const last = before.at(-1) as Line;
      const lost = await pages(store, wanted, () => store.withdraw([{ id: last.id }]).then(() => {}));
      expect(lost.map(({ id }) => id)).not.toContain(last.id);
    },
  );
}

function testBounds({ archive, dated, parse }: LineTools): void {
  test('a search without words has no lines; one of very many articles without lines goes on', async () => {
    const store = await archive();
    await store.put(
      Array.from({ length: 2_101 }, (_, index) =>
        dated(index + 1, '2017-03-01', text(index === 0 ? 'ferry' : 'boat')),
      ),
    );
    const all = { query: parse('date 2017'), sort: 'date' as const, width };
    expect(await store.lines({ ...all, limit: 5 })).toEqual({ lines: [], next: null });
    expect(await count(store, all)).toBe(0);
    const some = { ...all, query: parse('ferry or date 2017') };
    const first = await store.lines({ ...some, limit: 5 });
    expect([first.lines, first.next]).toEqual([[], expect.any(String)]);
    expect(await pages(store, some)).toHaveLength(1);
  });

  test('more lines than fit into an order are refused by name, and come by date', async () => {
    const store = await archive();
    await store.put([dated(1, '2017-03-01', text('x '.repeat(100_001)))]);
    const wanted = { query: parse('x'), width, limit: 3 };
    await expect(store.lines({ ...wanted, sort: 'left' })).rejects.toThrow('100,000 lines');
    expect((await store.lines({ ...wanted, sort: 'date' })).lines).toHaveLength(3);
    expect(await count(store, { ...wanted, sort: 'date' })).toBe(100_001);
  });
}

/** The contract of concordance lines as tests. */
export function testLines(tools: LineTools): void {
  describe('lines', { timeout: 120_000 }, () => {
    testShape(tools);
    testOrders(tools);
    testPaging(tools);
    testBounds(tools);
  });
}
