import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { invent, runCli, useFolder, writeExport } from '../testing.ts';

const at = useFolder();

test('stats tell of an import that broke off, at which file and why, for as long as it did not go on', async () => {
  const db = at('archive.db');
  await writeExport(at('a.html'), invent(2, 1));
  await writeExport(at('b.html'), invent(2, 2));
  await runCli(['import', at('a.html'), '--db', db]);
  const sqlite = new DatabaseSync(db);
  sqlite.exec(
    "CREATE TRIGGER full BEFORE INSERT ON articles BEGIN SELECT raise(ABORT, 'database or disk is full'); END",
  );
  sqlite.close();
  const broken = await runCli(['import', at('b.html'), '--db', db]);
  const why = `The import broke off at b.html. The disk is full: there is no room left at ${db}. Make room there and try again; nothing is half written.`;
  expect(broken).toMatchObject({ code: 1, stdout: '' });
  expect(broken.stderr).toContain(why);

  const [words, data] = await Promise.all([
    runCli(['stats', '--db', db]),
    runCli(['stats', '--db', db, '--json']),
  ]);
  expect([words.code, data.code, data.stderr]).toEqual([0, 0, '']);
  expect(words.stdout).toMatch(/^articles +2\n/);
  expect(words.stderr).toMatch(/^Import 2 of \d{4}-\d\d-\d\d: /);
  expect(words.stderr).toContain(why);
  expect(JSON.parse(data.stdout)).toMatchObject({
    articles: 2,
    interrupted: [{ id: 2, trouble: { file: 'b.html' } }],
  });
});
