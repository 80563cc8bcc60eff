import { writeFile } from 'node:fs/promises';
import type { Truth } from '@pressmark/fixtures';
import { beforeAll, describe, expect, test } from 'vitest';
import { invent, runCli, useFolder, writeExport } from '../testing.ts';

// The commands that take many queries, over one archive.
const at = useFolder();
const truths = invent(30, 5).sort((a, b) => a.date.localeCompare(b.date));
const { code: source } = (truths[0] as Truth).source;
const ofSource = truths.filter((truth) => truth.source.code === source);
const days = ofSource.map(({ date }) => date);

const ask = (args: string[], input = '') => runCli([...args, '--db', at('archive.db')], { input });

beforeAll(async () => {
  await writeExport(at('a.html'), truths);
  const { code, stderr } = await runCli(['import', at('a.html'), '--db', at('archive.db')]);
  if (code !== 0) throw new Error(stderr);
});

describe('batch', () => {
  const input = `One source = sc=${source}\nnothing = zzyzx\nwrong = a and (\n`;

  test('counts every line, says what found nothing and what cannot be read: exit 3', async () => {
    const ran = await ask(['batch', '-', '--json'], input);
    const rows = JSON.parse(ran.stdout) as Record<string, unknown>[];
    expect(rows.map(({ label, line, hits, first, last }) => [label, line, hits, first, last])).toEqual([
      ['One source', 1, ofSource.length, days[0], days.at(-1)],
      ['nothing', 2, 0, null, null],
      ['wrong', 3, null, null, null],
    ]);
    expect(rows[0]?.['link']).toBe(`http://127.0.0.1:4317/search?q=sc%3D${source.toLowerCase()}`);
    expect(ran.stderr).toContain('Nothing found for 1 of 3:\n  line 2: nothing\n');
    expect(ran.stderr).toMatch(/not read line 3, column \d+ \(wrong\)/);
    expect(ran.code).toBe(3);
  });

  test('reads names of a CSV as they stand, and prints a table of as many rows', async () => {
    const names = ['the and of', ...Array.from({ length: 60 }, (_, index) => `zzyzx ${index}`)];
    await writeFile(
      at('names.csv'),
      `firm,id\r\n${names.map((name, index) => `"${name}",${index}`).join('\r\n')}\r\n`,
    );
    const ran = await ask(['batch', at('names.csv'), '--names', '--column', 'firm', '--to', 'csv']);
    const rows = ran.stdout.trimEnd().split('\r\n');
    expect(rows[0]).toBe('label,query,line,hits,first,last,link,error');
    expect(rows).toHaveLength(names.length + 1);
    expect(rows[1]).toMatch(/^the and of,"""the and of""",2,0,/);
    expect(ran.code).toBe(4);
  });

  test('a file without a query, one that is not UTF-8, and a header that is not there stop it', async () => {
    await writeFile(at('odd.txt'), Buffer.from([0x63, 0xe9]));
    const [empty, odd, header] = await Promise.all([
      ask(['batch', '-'], '\n \n'),
      ask(['batch', at('odd.txt')]),
      ask(['batch', '-', '--column', 'x'], 'a,b\n1,2\n'),
    ]);
    expect([empty.code, odd.code, header.code]).toEqual([2, 1, 2]);
    expect(odd.stderr).toContain('is not UTF-8');
    expect(header.stderr).toContain('there are: a, b');
  });
});

describe('series', () => {
  const years = days.map((day) => day.slice(0, 4));

  test('one column each, beside all articles of the period', async () => {
    const ran = await ask(['series', '-', '--to', 'csv'], `One source = sc=${source}\nnothing = zzyzx`);
    const [head, ...rows] = ran.stdout.trimEnd().split('\r\n');
    expect([ran.code, head]).toEqual([0, 'year,One source,nothing,all articles']);
    const numbers = rows.map((row) => row.split(','));
    const [from = '', to = ''] = [years[0], years.at(-1)];
    const axis = Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) =>
      String(Number(from) + index),
    );
    expect(numbers).toEqual(
      axis.map((year) => [
        year,
        String(years.filter((one) => one === year).length),
        '0',
        String(truths.filter(({ date }) => date.startsWith(year)).length),
      ]),
    );
    expect(ran.stderr).toContain('nothing: nothing found');
  });

  test('shares are parts of one; nothing at all is exit 4, a broken line 3', async () => {
    const ran = await ask(['series', '-', '--share', '--json'], `sc=${source}`);
    const { all, series } = JSON.parse(ran.stdout) as {
      all: number[];
      series: { counts: number[]; shares: number[] }[];
    };
    expect(series[0]?.shares).toEqual(
      all.map((whole, index) => (whole === 0 ? null : (series[0]?.counts[index] ?? 0) / whole)),
    );
    const [none, broken] = await Promise.all([ask(['series', '-'], 'zzyzx'), ask(['series', '-'], 'the\n(')]);
    expect([none.code, broken.code]).toEqual([4, 3]);
    expect((await ask(['series', '-', '--by', 'month'], 'the')).stdout).toMatch(
      /^month +the +all\n\d{4}-\d\d /,
    );
  });
});
