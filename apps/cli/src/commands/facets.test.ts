import type { Truth } from '@pressmark/fixtures';
import { beforeAll, describe, expect, test } from 'vitest';
import { idOf, invent, runCli, useFolder, writeExport } from '../testing.ts';

const at = useFolder();
const truths = invent(80, 6);
const ask = (...args: string[]) => runCli([...args, '--db', at('archive.db')]);
const lines = (text: string) => text.split('\n').filter(Boolean);

beforeAll(async () => {
  await writeExport(at('a.html'), truths);
  await writeExport(at('b.html'), truths.slice(0, 30));
  const { code, stderr } = await runCli(['import', at('a.html'), at('b.html'), '--db', at('archive.db')]);
  if (code !== 0) throw new Error(stderr);
});

function countBy(keyOf: (truth: Truth) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const truth of truths) counts.set(keyOf(truth), (counts.get(keyOf(truth)) ?? 0) + 1);
  return [...counts];
}

interface Facets {
  total: number;
  facets: { by: string; values: number; buckets: { value: string; label: string; count: number }[] }[];
}

describe('facets', () => {
  test('counts all hits, largest first, a file for each article met in it', async () => {
    const ran = await ask('facets', '--by', 'source,file', '--json');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const { total, facets } = JSON.parse(ran.stdout) as Facets;
    const sources = countBy(({ source }) => source.code).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    expect(total).toBe(truths.length);
    expect(facets[0]?.buckets.map(({ value, count }) => [value, count])).toEqual(sources.slice(0, 10));
    expect(facets[0]?.values).toBe(sources.length);
    expect(facets[1]?.buckets.map(({ label, count }) => [label, count])).toEqual([
      ['a.html', 80],
      ['b.html', 30],
    ]);
  });

  test('prints a table with bars, the number of the rest, and only what is looked for', async () => {
    const years = countBy(({ date }) => date.slice(0, 4)).sort(([a], [b]) => (a < b ? 1 : -1));
    const { stdout } = await ask('facets', '--by', 'year', '--top', '2');
    const shown = lines(stdout);
    expect(shown[0]).toBe('Year');
    expect(shown.slice(1, 3).map((line) => line.trim().split(/\s+/).slice(0, 2))).toEqual(
      years.slice(0, 2).map(([year, count]) => [year, String(count)]),
    );
    expect(shown[3]?.trim()).toBe(`and ${years.length - 2} more values`);
    const [year = ''] = years[0] ?? [];
    const found = await ask('facets', '--by', 'year', '--find', year.slice(1), '--top', '0', '--json');
    expect((JSON.parse(found.stdout) as Facets).facets[0]?.buckets.map(({ value }) => value)).toEqual(
      years.map(([value]) => value).filter((value) => value.includes(year.slice(1))),
    );
  });

  test('names what can be counted by: exit 2; nothing matched: exit 4', async () => {
    const wrong = await ask('facets', '--by', 'source,colour');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('colour')]);
    expect((await ask('facets', 'zzyzx')).code).toBe(4);
  });
});

describe('timeline', () => {
  test('counts periods beside all articles of each, empty ones too', async () => {
    const ran = await ask('timeline', 'sc=HARBC', '--by', 'quarter', '--json');
    const { buckets } = JSON.parse(ran.stdout) as {
      buckets: { value: string; count: number; all: number }[];
    };
    const quarterOf = (date: string) => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
    const all = new Map(countBy(({ date }) => quarterOf(date)));
    const hits = truths.filter(({ source }) => source.code === 'HARBC').map(({ date }) => quarterOf(date));
    expect(hits.length).toBeGreaterThan(1);
    expect(buckets).toEqual(
      buckets.map(({ value }) => ({
        value,
        count: hits.filter((hit) => hit === value).length,
        all: all.get(value) ?? 0,
      })),
    );
    expect([buckets[0]?.value, buckets.at(-1)?.value]).toEqual([hits.sort()[0], hits.sort().at(-1)]);
    const number = (value = '') => Number(value.slice(0, 4)) * 4 + Number(value.slice(6));
    expect(buckets.length).toBe(number(hits.at(-1)) - number(hits[0]) + 1);
  });

  test('prints a line a period: count, all, share, bar', async () => {
    const { stdout, code } = await ask('timeline', '--share');
    const years = countBy(({ date }) => date.slice(0, 4));
    expect(code).toBe(0);
    for (const [year, count] of years)
      expect(stdout).toMatch(new RegExp(`^${year} +${count}  of +${count} +100% +█{32}$`, 'm'));
  });
});

describe('what is chosen', () => {
  const yearOf = ({ date }: Truth) => date.slice(0, 4);
  const [first, second] = [...new Set(truths.map(yearOf))];
  const source = truths[0]?.source.code ?? '';
  const idsOf = async (...options: string[]) =>
    lines((await ask('search', ...options, '--ids')).stdout).sort();
  const expected = (fits: (truth: Truth) => boolean) => truths.filter(fits).map(idOf).sort();

  test('any of the values of one dimension, of every dimension, and none of those left out', async () => {
    const years = ['--only', `year=${first}`, '--only', `year=${second}`];
    const isOfYears = (truth: Truth) => [first, second].includes(yearOf(truth));
    expect(await idsOf(...years)).toEqual(expected(isOfYears));
    expect(await idsOf(...years, '--only', `source=${source}`)).toEqual(
      expected((truth) => isOfYears(truth) && truth.source.code === source),
    );
    expect(await idsOf(...years, '--without', `source=${source}`)).toEqual(
      expected((truth) => isOfYears(truth) && truth.source.code !== source),
    );
  });

  test('holds for facets, timeline, export and lines too', async () => {
    const chosen = ['--only', `source=${source}`, '--json'];
    const own = truths.filter((truth) => truth.source.code === source).length;
    for (const command of ['facets', 'timeline']) {
      const { stdout } = await ask(command, ...chosen);
      expect((JSON.parse(stdout) as { total: number }).total).toBe(own);
    }
    expect(lines((await ask('export', '--only', `source=${source}`)).stdout)).toHaveLength(own);
    const { stdout } = await ask('kwic', 'the', ...chosen, '--limit', '500');
    const found = (JSON.parse(stdout) as { lines: { source: string }[] }).lines;
    const name = truths[0]?.source.name;
    expect([found.length > 0, found.every((line) => line.source === name)]).toEqual([true, true]);
  });

  test.each(['sources=X', 'source', '=X'])('%s is refused, with what there is', async (value) => {
    const { code, stderr } = await ask('search', '--only', value);
    expect([code, stderr]).toEqual([2, expect.stringContaining('one of: source, language')]);
  });
});

describe('a sample', () => {
  test('is the same for the same seed, and every hit where it is large enough', async () => {
    const draw = async (...args: string[]) => lines((await ask('search', '--ids', ...args)).stdout).sort();
    const [one, again, other, all] = await Promise.all([
      draw('--sample', '20', '--seed', '7'),
      draw('--sample', '20', '--seed', '7', '--sort', 'words'),
      draw('--sample', '20', '--seed', '8'),
      draw('--sample', '500'),
    ]);
    expect(one).toHaveLength(20);
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    expect(all).toEqual(truths.map(idOf).sort());
    const { stdout } = await ask('export', '--sample', '20', '--seed', '7');
    expect(
      lines(stdout)
        .map((line) => (JSON.parse(line) as { id: string }).id)
        .sort(),
    ).toEqual(one);
  });

  test('says what it is drawn from; a seed alone is refused: exit 2', async () => {
    const { stdout } = await ask('search', '--sample', '3', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ total: 3, drawnFrom: 80 });
    expect((await ask('search', '--seed', '3')).code).toBe(2);
  });

  test.each(['facets', 'timeline'])('%s counts all hits, and refuses one: exit 2', async (command) => {
    expect((await ask(command, '--sample', '3')).code).toBe(2);
  });
});
