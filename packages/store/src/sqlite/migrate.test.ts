import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embedMigrations } from '../../scripts/embed-migrations.ts';
import { contentHash } from '../content.ts';
import { articleNumbered } from '../testing/arbitraries.ts';
import { indexColumns } from './index-row.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';

const shape = (sqlite: Database.Database) =>
  sqlite.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();

test('the embedded migrations are those of the drizzle folder', () => {
  expect(readFileSync(new URL('./migrations.ts', import.meta.url), 'utf8')).toBe(embedMigrations());
});

test('an empty database, a half-migrated and a migrated one end alike', () => {
  const [fresh, half] = [new Database(':memory:'), new Database(':memory:')];
  migrate(fresh);
  half.exec(migrations[0]?.sql ?? '');
  half.pragma('user_version = 1');
  migrate(half);
  expect(shape(half)).toEqual(shape(fresh));
  const before = shape(fresh);
  migrate(fresh);
  expect(shape(fresh)).toEqual(before);
  expect(fresh.pragma('user_version', { simple: true })).toBe(migrations.length);
});

test('hashes of an older form are made anew, so that an article that comes again is unchanged', () => {
  const [article] = fc.sample(articleNumbered(1), 1);
  if (!article) throw new Error('There is no article.');
  const sqlite = new Database(':memory:');
  const form = migrations.findIndex(({ name }) => name === '0010_hashes');
  for (const { sql } of migrations.slice(0, form)) sqlite.exec(sql);
  sqlite.pragma(`user_version = ${form}`);
  sqlite.exec(`INSERT INTO articles (key, id, kind, version, hash, stored_at, words, facets)
    VALUES (7, 'one', 'article', 1, 'older', '', 0, x'')`);
  sqlite.prepare('INSERT INTO article_texts (key, json) VALUES (7, ?)').run(JSON.stringify(article));
  migrate(sqlite);
  expect(sqlite.prepare('SELECT hash FROM articles').pluck().get()).toBe(contentHash(article));
});

test('an archive of a later version is refused in words and left as it is', () => {
  const later = new Database(':memory:');
  later.pragma('user_version = 99');
  expect(() => migrate(later)).toThrow('later version');
  expect(shape(later)).toEqual([]);
});

test('the index has the columns that articles are cut into', () => {
  const sqlite = new Database(':memory:');
  migrate(sqlite);
  const columns = sqlite.pragma('table_info(articles_index)') as { name: string }[];
  expect(columns.map(({ name }) => name)).toEqual([...indexColumns]);
});
