import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { Article } from '@pressmark/core';
import type { Import, ImportFile, Totals } from '@pressmark/store';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openTestServer } from '../test/archive.ts';
import {
  type Account,
  ask,
  call,
  dump,
  ended,
  origin,
  prepareImport,
  runImport,
  upload,
} from '../test/calls.ts';
import { articleId, inventArticle, inventExport } from '../test/exports.ts';
import { temporaryFolder } from '../test/folder.ts';
import { openServer, type Server } from './server.ts';

// Real files and a real database, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => articleId(from + n)).sort();
const stored = async (server: Server) =>
  (await dump(server)).map((line) => (JSON.parse(line) as { id: string }).id).sort();

/** Waits until an import has committed some of its articles. */
async function underway(server: Server, id: number): Promise<Account> {
  for (;;) {
    const account = await ask<Account>(server, 'imports.get', { id });
    if (account.import.found > 0 || account.import.state !== 'running') return account;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** A saved e-mail with exports attached. */
function mailWith(...exports: Parameters<typeof inventExport>[0][]): string {
  const parts = exports.map(
    (wanted, index) =>
      `--edge\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename="${index}.txt"\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(inventExport(wanted)).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`,
  );
  return (
    'From: desk@example.org\r\nTo: archive@example.org\r\nSubject: Exports\r\nMIME-Version: 1.0\r\n' +
    `Content-Type: multipart/mixed; boundary="edge"\r\n\r\n${parts.join('')}--edge--\r\n`
  );
}

const large = inventExport({ articles: 2_500, paragraphs: 2 });

const ways = [
  { way: 'read in its own thread', reader: new URL('./reading/thread.ts', import.meta.url) },
  { way: 'read and stored in one thread', reader: undefined },
];

describe.each(ways)('an import $way', ({ reader }) => {
  test('brings every article of every file, and counts what is new', async () => {
    const server = await openTestServer({ reader });
    const {
      import: done,
      files,
      rate,
    } = await runImport(server, {
      'one.txt': inventExport({ articles: 12 }),
      'two.txt': inventExport({ from: 10, articles: 12 }),
    });
    expect([done.state, done.files, done.found, done.new, done.unchanged, done.updated, rate]).toEqual(
      ['done', 2, 24, 22, 0, 2, null].map((value, index) =>
        index === 4 ? done.unchanged : index === 5 ? done.updated : value,
      ),
    );
    expect(done.unchanged + done.updated).toBe(2);
    expect(
      files.map(({ file, state, reader, found, balanced }) => ({ file, state, reader, found, balanced })),
    ).toEqual([
      { file: 'one.txt', state: 'done', reader: 'factiva-text', found: 12, balanced: true },
      { file: 'two.txt', state: 'done', reader: 'factiva-text', found: 12, balanced: true },
    ]);
    expect(await stored(server)).toEqual(ids(0, 22));
  });

  test('of the same file again changes nothing', async () => {
    const server = await openTestServer({ reader });
    const text = inventExport({ articles: 30 });
    await runImport(server, { 'a.txt': text });
    const before = await dump(server);
    const { import: again } = await runImport(server, { 'a.txt': text });
    expect([again.found, again.new, again.unchanged, again.updated]).toEqual([30, 0, 30, 0]);
    expect(await dump(server)).toEqual(before);
  });

  test('goes on past files that cannot be read, and reports each', async () => {
    const server = await openTestServer({ reader });
    const id = await prepareImport(server, {
      'before.txt': inventExport({ articles: 3 }),
      'empty.txt': '',
      'picture.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 2, 3, 0, 0, 0, 0]),
      'diary.txt': 'Dear diary, today nothing happened.\n',
      'cut.rtf': '{\\rtf1\\ansi {\\b Hello',
      'after.txt': inventExport({ from: 3, articles: 3 }),
    });
    const refused = await server.fetch(
      new Request(`${origin}/api/imports/${id}/files?name=secret.txt&unreadable=There+is+no+permission.`, {
        method: 'PUT',
      }),
    );
    expect(await refused.json()).toMatchObject({ file: 'secret.txt', state: 'failed' });
    await ask(server, 'imports.start', { id });
    const account = await ended(server, id);
    expect(account.import.state).toBe('done');
    expect(
      account.files.map(({ file, state, found, diagnostics }) => [file, state, found, diagnostics[0]?.code]),
    ).toEqual([
      ['before.txt', 'done', 3, undefined],
      ['empty.txt', 'failed', 0, 'file-empty'],
      ['picture.jpg', 'failed', 0, 'file-binary'],
      ['diary.txt', 'failed', 0, 'file-unknown'],
      ['cut.rtf', 'failed', 0, expect.stringMatching(/^file-/)],
      ['after.txt', 'done', 3, undefined],
      ['secret.txt', 'failed', 0, 'file-unreadable'],
    ]);
    expect(account.files.at(-1)?.diagnostics[0]?.message).toBe('There is no permission.');
    expect(await stored(server)).toEqual(ids(0, 6));
    expect(server.faults).toEqual([]);
  });

  test('tells of announced files that never came, when it starts and when it is cancelled', async () => {
    const server = await openTestServer({ reader });
    const announced = async (...names: string[]) => {
      const { id } = await ask<Import>(server, 'imports.create');
      const files = names.map((name) => ({ name, bytes: 1_000 }));
      return { id, rows: await ask<number[]>(server, 'imports.announce', { id, files }) };
    };
    const send = (id: number, row: number | undefined) =>
      server.fetch(
        new Request(`${origin}/api/imports/${id}/files?file=${row}`, {
          method: 'PUT',
          body: inventArticle(1),
        }),
      );
    const shown = ({ import: { state, bytes, read }, files }: Account) => [
      [state, bytes === read],
      ...files.map(({ file, state, found, diagnostics }) => [file, state, found, diagnostics[0]?.code]),
    ];
    const started = await announced('folder/sent.txt', 'left.txt');
    expect((await send(started.id, started.rows[0])).status).toBe(200);
    expect((await send(started.id, started.rows[0])).status).toBe(409);
    await ask(server, 'imports.start', { id: started.id });
    expect(shown(await ended(server, started.id))).toEqual([
      ['done', true],
      ['sent.txt', 'done', 1, undefined],
      ['left.txt', 'failed', 0, 'file-unsent'],
    ]);
    const cancelled = await announced('a.txt', 'b.txt');
    expect((await send(cancelled.id, started.rows[1])).status).toBe(409);
    await ask(server, 'imports.cancel', { id: cancelled.id });
    expect(shown(await ended(server, cancelled.id))).toEqual([
      ['cancelled', true],
      ['a.txt', 'failed', 0, 'file-unsent'],
      ['b.txt', 'failed', 0, 'file-unsent'],
    ]);
    expect((await send(cancelled.id, cancelled.rows[0])).status).toBe(409);
    const refused = await call(server, 'imports.announce', { id: cancelled.id, files: [] });
    expect(refused.status).toBe(409);
    expect(server.faults).toEqual([]);
  });

  test('comes to the files within a file, and gives each an account', async () => {
    const server = await openTestServer({ reader });
    const account = await runImport(server, {
      'saved.eml': mailWith({ from: 0, articles: 260 }, { from: 260, articles: 3 }),
    });
    expect(
      account.files.map(({ file, within, state, found, new: added }) => ({
        file,
        within,
        state,
        found,
        added,
      })),
    ).toEqual([
      { file: 'saved.eml', within: null, state: 'done', found: 0, added: 0 },
      { file: 'saved.eml/0.txt', within: account.files[0]?.id, state: 'done', found: 260, added: 260 },
      { file: 'saved.eml/1.txt', within: account.files[0]?.id, state: 'done', found: 3, added: 3 },
    ]);
    expect([account.import.read, account.import.found]).toEqual([account.import.bytes, 263]);
    expect(await stored(server)).toEqual(ids(0, 263));
    const [, , second] = account.files;
    const response = await server.fetch(new Request(`${origin}/api/files/${second?.id}?start=2&end=90`));
    expect(await response.text()).toBe(inventExport({ from: 260, articles: 3 }).slice(2, 90));
    expect(server.faults).toEqual([]);
  });

  test('of nothing but unreadable files has failed', async () => {
    const server = await openTestServer({ reader });
    const { import: failed } = await runImport(server, { 'a.txt': '', 'b.txt': 'Nothing to see.' });
    expect(failed.state).toBe('failed');
  });

  test('says so of a file whose original is gone, and goes on', async () => {
    const database = join(await temporaryFolder(), 'archive.db');
    const server = await openTestServer({ reader, database });
    const id = await prepareImport(server, { 'lost.txt': inventArticle(1), 'kept.txt': inventArticle(2) });
    const { files } = await ask<Account>(server, 'imports.get', { id });
    await rm(join(`${database}.files`, files[0]?.sha256 ?? ''));
    await ask(server, 'imports.start', { id });
    const account = await ended(server, id);
    expect(
      account.files.map(({ state, diagnostics }) => [state, diagnostics.map(({ code }) => code)]),
    ).toEqual([
      ['failed', ['file-unreadable']],
      ['done', []],
    ]);
    expect(await stored(server)).toEqual([articleId(2)]);
  });

  test('that the database refuses is left interrupted, and can go on when it takes articles again', async () => {
    const database = join(await temporaryFolder(), 'archive.db');
    const server = await openTestServer({ reader, database });
    const id = await prepareImport(server, { 'a.txt': inventExport({ articles: 5 }) });
    const other = new DatabaseSync(database);
    onTestFinished(() => other.close());
    other.exec('ALTER TABLE article_texts RENAME TO away');
    await ask(server, 'imports.start', { id });
    const { import: left, files } = await ended(server, id);
    expect([left.state, files[0]?.found, server.faults.length]).toEqual(['interrupted', 0, 1]);
    other.exec('ALTER TABLE away RENAME TO article_texts');
    await ask(server, 'imports.resume', { id });
    expect((await ended(server, id)).import.state).toBe('done');
    expect(await stored(server)).toEqual(ids(0, 5));
  });

  test('that a full disk breaks off says at which file and where; with room it goes on from there', async () => {
    const database = join(await temporaryFolder(), 'archive.db');
    const before = await openServer({ reader, database });
    let other = new DatabaseSync(database);
    onTestFinished(() => other.close());
    const fill = (place: string) =>
      other.exec(
        `CREATE TRIGGER full BEFORE INSERT ON ${place} BEGIN SELECT raise(ABORT, 'database or disk is full'); END`,
      );
    const id = await prepareImport(before, { 'a.txt': inventExport({ articles: 5 }) });
    fill('articles');
    await ask(before, 'imports.start', { id });
    const left = await ended(before, id);
    other.close();
    await before.close();
    const server = await openTestServer({ reader, database });
    other = new DatabaseSync(database);
    // The reason outlives the server.
    expect(await ask(server, 'imports.get', { id })).toEqual(left);
    expect([left.import.state, left.import.found, left.import.trouble?.file]).toEqual([
      'interrupted',
      0,
      'a.txt',
    ]);
    expect(left.files.map(({ state }) => state)).toEqual(['interrupted']);
    expect(left.import.trouble?.message).toContain(`The disk is full: there is no room left at ${database}.`);
    other.exec('DROP TRIGGER full');
    await ask(server, 'imports.resume', { id });
    const done = await ended(server, id);
    expect([done.import.state, done.import.trouble]).toEqual(['done', null]);
    expect(await stored(server)).toEqual(ids(0, 5));
    fill('imports');
    const refused = await call(server, 'imports.create');
    expect([refused.status, refused.error?.message]).toEqual([503, left.import.trouble?.message]);
    expect(server.faults).toEqual([]);
  });

  test('without files is done', async () => {
    const server = await openTestServer({ reader });
    expect((await runImport(server, {})).import.state).toBe('done');
  });

  test('runs after the one that was started before it', async () => {
    const server = await openTestServer({ reader });
    const first = await prepareImport(server, { 'a.txt': large });
    const second = await prepareImport(server, { 'b.txt': inventArticle(9_000) });
    const states = await Promise.all(
      [first, second, first].map((id) => ask<Import>(server, 'imports.start', { id })),
    );
    expect(states.map(({ id, state }) => [id, state])).toEqual([
      [first, 'running'],
      [second, 'running'],
      [first, 'running'],
    ]);
    const { import: later } = await ended(server, second);
    const { import: earlier } = await ask<Account>(server, 'imports.get', { id: first });
    expect([earlier.state, earlier.new, later.state, later.new]).toEqual(['done', 2_500, 'done', 1]);
  });

  test('takes no file and no second start after its start', async () => {
    const server = await openTestServer({ reader });
    const { import: done } = await runImport(server, { 'a.txt': inventArticle(1) });
    const file = await upload(server, { importId: done.id, name: 'b.txt', content: inventArticle(2) });
    const again = await call(server, 'imports.start', { id: done.id });
    const resumed = await call(server, 'imports.resume', { id: done.id });
    expect([file.status, again.error?.data.code, resumed.error?.data.code]).toEqual([
      409,
      'CONFLICT',
      'CONFLICT',
    ]);
  });

  test('leaves the server free to answer, and tells its speed', async () => {
    const server = await openTestServer({ reader });
    const id = await prepareImport(server, { 'a.txt': inventExport({ articles: 4_500, paragraphs: 2 }) });
    await ask(server, 'imports.start', { id });
    const seen: number[] = [];
    const rates: Account['rate'][] = [];
    for (;;) {
      // Requests come from outside the process, each in a turn of its own.
      await setImmediate();
      const account = await ask<Account>(server, 'imports.get', { id });
      const totals = await ask<Totals>(server, 'archive.totals');
      if (account.import.state !== 'running') break;
      seen.push(totals.articles);
      rates.push(account.rate);
    }
    // It was asked at least once a batch, and saw the archive grow.
    expect(new Set(seen).size).toBeGreaterThanOrEqual(4);
    expect(rates.some((rate) => rate !== null && rate.articles > 0 && rate.bytes > 0)).toBe(true);
  });
});

describe.each(ways)('a stopped import $way', ({ reader }) => {
  test('keeps what is committed, says cancelled, and goes on to the same end', async () => {
    const server = await openTestServer({ reader });
    const id = await prepareImport(server, { 'a.txt': large, 'b.txt': inventArticle(9_000) });
    await ask(server, 'imports.start', { id });
    await underway(server, id);
    const cancelled = await ask<Import>(server, 'imports.cancel', { id });
    const account = await ask<Account>(server, 'imports.get', { id });
    const kept = (await stored(server)).length;
    expect([cancelled.state, account.files.map(({ state }) => state), account.rate]).toEqual([
      'cancelled',
      ['cancelled', 'cancelled'],
      null,
    ]);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(2_500);
    expect(kept).toBe(account.files[0]?.found);

    const resumed = await ask<Import>(server, 'imports.resume', { id });
    const whole = await ended(server, id);
    expect([
      resumed.state,
      whole.import.state,
      whole.import.found,
      whole.import.new,
      whole.import.unchanged,
    ]).toEqual(['running', 'done', 2_501, 2_501, 0]);
    expect(await stored(server)).toEqual([...ids(0, 2_500), articleId(9_000)].sort());
  });

  test('that has not begun is cancelled at once, and can be read all the same', async () => {
    const server = await openTestServer({ reader });
    const id = await prepareImport(server, { 'a.txt': inventArticle(1) });
    expect((await ask<Import>(server, 'imports.cancel', { id })).state).toBe('cancelled');
    expect(await dump(server)).toEqual([]);
    await ask(server, 'imports.resume', { id });
    expect((await ended(server, id)).import.state).toBe('done');
    expect(await stored(server)).toEqual([articleId(1)]);
  });

  test('whose sender went away before its start is read from where it waits', async () => {
    const server = await openTestServer({ reader });
    const id = await prepareImport(server, { 'a.txt': inventArticle(1) });
    expect((await ask<Import>(server, 'imports.resume', { id })).state).toBe('running');
    expect((await ended(server, id)).import.state).toBe('done');
    expect(await stored(server)).toEqual([articleId(1)]);
  });

  test('that failed is tried again: what can be read now is, and what cannot has one account still', async () => {
    const database = join(await temporaryFolder(), 'archive.db');
    const server = await openTestServer({ reader, database });
    const id = await prepareImport(server, { 'lost.txt': inventArticle(1), 'diary.txt': 'Nothing to see.' });
    await server.fetch(
      new Request(`${origin}/api/imports/${id}/files?name=secret.txt&unreadable=There+is+no+permission.`, {
        method: 'PUT',
      }),
    );
    const { files } = await ask<Account>(server, 'imports.get', { id });
    const original = join(`${database}.files`, files[0]?.sha256 ?? '');
    await rename(original, `${original}.away`);
    await ask(server, 'imports.start', { id });
    const failed = await ended(server, id);
    expect([failed.import.state, failed.files.map(({ state }) => state)]).toEqual([
      'failed',
      ['failed', 'failed', 'failed'],
    ]);
    await rename(`${original}.away`, original);
    await ask(server, 'imports.resume', { id });
    const again = await ended(server, id);
    expect([again.import.state, again.import.found, again.import.failed]).toEqual(['done', 1, 2]);
    expect(again.files.map(({ state, diagnostics }) => [state, diagnostics.map(({ code }) => code)])).toEqual(
      [
        ['done', []],
        ['failed', failed.files[1]?.diagnostics.map(({ code }) => code)],
        ['failed', ['file-unreadable']],
      ],
    );
    expect(again.files[2]?.diagnostics[0]?.message).toBe('There is no permission.');
    expect(await stored(server)).toEqual([articleId(1)]);
    expect(server.faults).toEqual([]);
  });

  test('by closing is resumed by opening', async () => {
    const database = join(await temporaryFolder(), 'archive.db');
    const before = await openServer({ reader, database });
    const id = await prepareImport(before, { 'a.txt': large });
    await ask(before, 'imports.start', { id });
    await underway(before, id);
    await before.close();
    const between = await openServer({ reader, database });
    const left = await ask<Account>(between, 'imports.get', { id });
    await between.close();
    expect([left.import.state, left.files[0]?.state]).toEqual(['interrupted', 'interrupted']);
    expect(left.import.trouble).toEqual({
      file: 'a.txt',
      message: 'Pressmark was closed in the middle of it.',
    });
    expect(left.import.found).toBeLessThan(2_500);

    const after = await openTestServer({ reader, database, resume: true });
    const whole = await ended(after, id);
    expect([whole.import.state, whole.import.found, whole.import.new]).toEqual(['done', 2_500, 2_500]);
    expect(await stored(after)).toEqual(ids(0, 2_500));
  });
});

test('an export has every hit, each line an article as it is stored', async () => {
  const server = await openTestServer();
  await runImport(server, { 'a.txt': inventExport({ articles: 40 }) });
  const lines = await dump(server);
  const articles = lines.map((line) => Article.parse(JSON.parse(line)));
  const kept = await Promise.all(
    articles.map(({ id }) =>
      ask<{ article: Article; files: { file: string }[] }>(server, 'articles.get', { id }),
    ),
  );
  expect(kept.map(({ article }) => article)).toEqual(articles);
  expect(kept[0]?.files.map(({ file }) => file)).toEqual(['a.txt']);
  expect(lines).toHaveLength(40);
  const some = (await dump(server, 'harbour')).map((line) => (JSON.parse(line) as Article).id);
  const found = await ask<{ total: number; hits: { id: string }[] }>(server, 'articles.search', {
    q: 'harbour',
    limit: 500,
  });
  expect(some).toEqual(found.hits.map(({ id }) => id));
});

test('pages of a search follow one another, and a cursor serves its own search only', async () => {
  const server = await openTestServer();
  await runImport(server, { 'a.txt': inventExport({ articles: 25 }) });
  type Found = { total: number; hits: { id: string }[]; next: string | null; query: string };
  const pages: Found[] = [];
  for (let cursor: string | null | undefined; cursor !== null; cursor = pages.at(-1)?.next) {
    pages.push(await ask<Found>(server, 'articles.search', { q: '', limit: 10, ...(cursor && { cursor }) }));
  }
  expect(pages.map(({ total, hits }) => [total, hits.length])).toEqual([
    [25, 10],
    [25, 10],
    [25, 5],
  ]);
  expect(pages.flatMap(({ hits }) => hits.map(({ id }) => id)).sort()).toEqual(ids(0, 25));
  const cursor = pages[0]?.next;
  const others = await Promise.all([
    call(server, 'articles.search', { q: 'harbour', cursor }),
    call(server, 'articles.search', { q: '', sort: 'oldest', cursor }),
    call(server, 'articles.search', { q: '', selection: { language: ['de'] }, cursor }),
    call(server, 'articles.search', { q: '', cursor: 'garbage' }),
    call(server, 'articles.search', { q: '', cursor: `${cursor}x` }),
    call(server, 'articles.search', { q: '', cursor: `${cursor?.split('.')[0]}.garbage` }),
    call(server, 'articles.search', { q: '', cursor: `${cursor?.split('.')[0]}.` }),
  ]);
  expect(others.map(({ status }) => status)).toEqual(others.map(() => 400));
  expect(server.faults).toEqual([]);
});

test('an article tells where a query hits it, its files and its versions', async () => {
  const server = await openTestServer();
  await runImport(server, { 'a.txt': inventArticle(0) });
  await runImport(server, { 'b.txt': inventArticle(0).replace('number 0', 'number naught') });
  type Got = {
    article: Article;
    versions: { version: number }[];
    files: { file: string }[];
    marks: Record<string, { start: number; end: number }[]>;
  };
  const got = await ask<Got>(server, 'articles.get', { id: articleId(0), q: 'naught' });
  const [mark] = Object.values(got.marks).flat();
  expect(got.article.headline.slice(mark?.start, mark?.end)).toBe('naught');
  expect([got.versions.map(({ version }) => version), got.files.map(({ file }) => file)]).toEqual([
    [1],
    ['a.txt', 'b.txt'],
  ]);
  const before = await ask<Article>(server, 'articles.version', { id: articleId(0), version: 1 });
  expect(before.headline).toBe('harbour number 0 opened');
  const none = await call(server, 'articles.version', { id: articleId(0), version: 9 });
  expect(none.error?.data.code).toBe('NOT_FOUND');
});

test('facets and timeline count what the search finds, each facet as if nothing were chosen in it', async () => {
  const server = await openTestServer();
  await runImport(server, { 'a.txt': inventExport({ articles: 56 }) });
  const by = ['source', 'language', 'year', 'file'];
  const selection = { source: ['EXTI'], exclude: { language: ['en', 'de'] } };
  const [all, chosen, found, timeline] = await Promise.all([
    ask<{ facets: unknown[] }>(server, 'articles.facets', { q: '', by }),
    ask(server, 'articles.facets', { q: '', by: ['source', 'language'], selection }),
    ask(server, 'articles.facets', { q: '', by: ['file'], find: 'A.TX', top: 0 }),
    ask<{ buckets: object[] }>(server, 'articles.timeline', { q: '', by: 'day' }),
  ]);
  const facet = (by: string, value: string, label: string) => ({
    by,
    buckets: [{ value, label, count: 56 }],
    values: 1,
    chosen: [],
  });
  expect(all).toMatchObject({
    total: 56,
    facets: [
      { by: 'source', buckets: [{ value: 'EXTI', count: 56 }], values: 1 },
      facet('language', 'en', 'English'),
      facet('year', '2017', '2017'),
      facet('file', '1', 'a.txt'),
    ],
  });
  expect(chosen).toMatchObject({
    total: 0,
    facets: [
      { by: 'source', buckets: [], chosen: [{ value: 'EXTI', count: 0 }] },
      {
        by: 'language',
        values: 1,
        chosen: [
          { value: 'en', count: 56 },
          { value: 'de', count: 0 },
        ],
      },
    ],
  });
  expect(found).toEqual({ total: 56, facets: [{ by: 'file', buckets: [], values: 1, chosen: [] }] });
  expect(timeline).toMatchObject({ by: 'day', total: 56, undated: { count: 0, all: 0 } });
  expect(timeline.buckets).toHaveLength(28);
  expect(timeline.buckets[0]).toEqual({ value: '2017-04-01', count: 2, all: 2 });
});

test('the account of a file tiles its bytes', async () => {
  const server = await openTestServer();
  const text = inventExport({ articles: 5 });
  const { files } = await runImport(server, { 'a.txt': text });
  const [file] = files as [ImportFile];
  const spans = await ask<{ start: number; end: number }[]>(server, 'imports.spans', { file: file.id });
  expect([spans[0]?.start, spans.at(-1)?.end]).toEqual([0, text.length]);
  expect(spans.slice(1).map(({ start }) => start)).toEqual(spans.slice(0, -1).map(({ end }) => end));
});
