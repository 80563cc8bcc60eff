import { Article } from '@pressmark/core';
import type { Truth } from '@pressmark/fixtures';
import { beforeAll, describe, expect, test } from 'vitest';
import { idOf, invent, runCli, useFolder, writeExport } from '../testing.ts';

// The commands that ask an archive, over one archive.
const at = useFolder();
const truths = invent(60, 5).sort((a, b) => b.date.localeCompare(a.date));
const newest = truths[0] as Truth;

interface Page {
  total: number;
  hits: { id: string; date: string }[];
  next: string | null;
}

const ask = (...args: string[]) => runCli([...args, '--db', at('archive.db')]);
const lines = (text: string) => text.split('\n').filter(Boolean);

beforeAll(async () => {
  await writeExport(at('a.html'), truths);
  const { code, stderr } = await runCli(['import', at('a.html'), '--db', at('archive.db')]);
  if (code !== 0) throw new Error(stderr);
});

describe('search', () => {
  test('prints plain strings as JSON, page by page: exit 0', async () => {
    const pages: Page[] = [];
    let cursor: string | null | undefined = '';
    while (typeof cursor === 'string') {
      const ran = await ask('search', '--json', '--limit', '25', ...(cursor ? ['--cursor', cursor] : []));
      expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
      pages.push(JSON.parse(ran.stdout) as Page);
      cursor = pages.at(-1)?.next;
    }
    const hits = pages.flatMap(({ hits }) => hits);
    expect(pages.map((page) => [Object.keys(page), page.total])).toEqual(
      Array.from({ length: 3 }, () => [['query', 'total', 'hits', 'next'], 60]),
    );
    expect(hits.map(({ date }) => date)).toEqual(truths.map(({ date }) => date));
    expect(new Set(hits.map(({ id }) => id))).toEqual(new Set(truths.map(idOf)));
    const hit = hits.find(({ id }) => id === idOf(newest));
    expect(hit).toEqual({
      id: idOf(newest),
      headline: newest.headline,
      date: newest.date,
      source: newest.source.name,
      snippet: expect.any(String),
    });
  });

  test('reads the Nexis language and says how', async () => {
    const [nexis, factiva] = await Promise.all([
      ask('search', '--ids', '--dialect', 'nexis', 'headline(the w/9 of or a)'),
      ask('search', '--ids', 'hd=(the near9 (of or a))'),
    ]);
    expect(nexis.stdout).toBe(factiva.stdout);
    const told = await ask('search', '--dialect', 'nexis', 'headline(the w/9 of or a)');
    expect(told.stderr).toContain('Read as hd=(the near9 (of or a))');
    const refused = await ask('search', '--dialect', 'nexis', 'the not w/s of');
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('sentences')]);
  });

  test('prints every id, one a line, in the order asked for', async () => {
    const [all, oldest] = await Promise.all([
      ask('search', '--ids'),
      ask('search', '--ids', '--sort', 'oldest', `sc=${newest.source.code}`),
    ]);
    expect(new Set(lines(all.stdout))).toEqual(new Set(truths.map(idOf)));
    const ofSource = truths.filter(({ source }) => source.code === newest.source.code);
    expect(lines(oldest.stdout).at(-1)).toBe(idOf(newest));
    expect(lines(oldest.stdout)).toHaveLength(ofSource.length);
  });

  test('prints headline, source, snippet and id for people, without colours where it is no terminal', async () => {
    const ran = await ask('search', '--limit', '1', 'sc=HARBC', 'or', 'hd=*');
    expect(ran.code).toBe(2);
    const one = await ask('search', '--limit', '1');
    const shown = lines(one.stdout);
    expect({ code: one.code, first: shown[0], last: shown.at(-1) }).toEqual({
      code: 0,
      first: truths.find((truth) => shown.at(-1)?.trim() === idOf(truth))?.headline,
      last: expect.stringMatching(/^ {2}factiva:/),
    });
    expect(one.stderr).toMatch(/^60 articles; for more: --cursor \S+\n$/);
  });

  test('points at the place in a query it cannot read: exit 2', async () => {
    const ran = await ask('search', '(harbour', 'and', 'tide');
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
    const [head, query, caret, ...words] = ran.stderr.split('\n');
    expect([head, query]).toEqual(['pressmark: The query cannot be read:', '  (harbour and tide']);
    expect(caret).toMatch(/^ {2} *\^+$/);
    expect(words.join('\n').length).toBeGreaterThan(10);
  });

  test.each(['search', 'kwic'])('says that %s knows no such cursor: exit 2', async (command) => {
    const ran = await ask(command, 'harbour', '--cursor', 'bogus');
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('pressmark: This cursor belongs to another search.\n');
  });

  test('says that nothing matched: exit 4', async () => {
    const [people, json, ids] = await Promise.all([
      ask('search', 'zzzunheardof'),
      ask('search', 'zzzunheardof', '--json'),
      ask('search', 'zzzunheardof', '--ids'),
    ]);
    expect(people).toMatchObject({ code: 4, stdout: '' });
    expect(people.stderr).toMatch(/^Nothing matched\.\npressmark explain/);
    expect({ code: json.code, ...JSON.parse(json.stdout) }).toEqual({
      code: 4,
      query: 'zzzunheardof',
      total: 0,
      hits: [],
      next: null,
    });
    expect(ids).toMatchObject({ code: 4, stdout: '' });
  });
});

describe('show', () => {
  test('prints the article as JSON, found by id or accession number, and for people: exit 0', async () => {
    const id = idOf(newest);
    const [byId, byNumber, people] = await Promise.all([
      ask('show', id, '--json'),
      ask('show', newest.accession.number, '--json'),
      ask('show', id),
    ]);
    const shown = JSON.parse(byId.stdout) as { article: unknown };
    expect(shown).toMatchObject({ tags: [], duplicates: [] });
    const article = Article.parse(shown.article);
    expect([article.id, byNumber.stdout]).toEqual([id, byId.stdout]);
    const flat = people.stdout.replace(/\s+/g, ' ');
    expect(people).toMatchObject({ code: 0, stderr: '' });
    expect(flat).toContain(article.headline);
    for (const { text } of article.body) expect(flat).toContain(text.replace(/\s+/g, ' ').trim());
    expect(Math.max(...lines(people.stdout).map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  test('says that there is no such article: exit 4', async () => {
    expect(await ask('show', 'factiva:NONE')).toEqual({
      code: 4,
      stdout: '',
      stderr: 'pressmark: The archive has no article factiva:NONE.\n',
    });
  });
});

describe('export', () => {
  test('prints every match in either format: exit 0', async () => {
    const [jsonl, csv] = await Promise.all([ask('export'), ask('export', '--to', 'csv')]);
    const ids = lines(jsonl.stdout).map((line) => Article.parse(JSON.parse(line)).id);
    expect({ code: jsonl.code, stderr: jsonl.stderr, ids: new Set(ids) }).toEqual({
      code: 0,
      stderr: '',
      ids: new Set(truths.map(idOf)),
    });
    expect(csv.code).toBe(0);
    for (const truth of truths) expect(csv.stdout).toContain(idOf(truth));
  });

  test('ends quietly when its reader goes away: exit 0', async () => {
    const ran = await runCli(['export', '--to', 'jsonl', '--db', at('archive.db')], { close: true });
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('says that nothing matched: exit 4; a query it cannot read: exit 2', async () => {
    expect(await ask('export', 'zzzunheardof')).toEqual({
      code: 4,
      stdout: '',
      stderr: 'Nothing matched.\n',
    });
    expect(await ask('export', '"open')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('stats', () => {
  test('prints what the archive holds: exit 0', async () => {
    const [json, people] = await Promise.all([ask('stats', '--json'), ask('stats')]);
    const dates = truths.map(({ date }) => date).sort();
    expect({ code: json.code, ...JSON.parse(json.stdout) }).toMatchObject({
      code: 0,
      articles: 60,
      headlines: 0,
      sources: new Set(truths.map(({ source }) => source.code)).size,
      languages: 1,
      from: dates[0],
      to: dates.at(-1),
      imports: 1,
      files: 1,
    });
    expect(people.code).toBe(0);
    expect(people.stdout).toMatch(/^articles +60$/m);
    const { bytes } = JSON.parse(json.stdout) as { bytes: number };
    expect(people.stdout).toMatch(new RegExp(`^database +${Math.trunc(bytes / 1000)}(\\.\\d)? kB$`, 'm'));
  });
});
