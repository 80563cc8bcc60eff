import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '@pressmark/core';
import fc from 'fast-check';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { noNeighbours } from '../searching.ts';
import { articleNumbered } from '../testing/arbitraries.ts';
import { openBooks } from './books.ts';
import { close, connect } from './connect.ts';

const folder = mkdtempSync(join(tmpdir(), 'pressmark-merge-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [invented] = fc.sample(articleNumbered(1), { seed: 1, numRuns: 1 }) as [Article];

/** Stores an article at a time; gives how many pieces the index has after each, and how many articles it finds in the end. */
async function storeEach(name: string, neighbours = noNeighbours) {
  const connections = connect(join(folder, name));
  onTestFinished(() => close(connections));
  const books = openBooks(connections, neighbours);
  const count = (sql: string) => () => connections.reader.prepare<[], number>(sql).pluck().get() as number;
  const countPieces = count('SELECT count(DISTINCT segid) FROM articles_index_idx');
  const pieces: number[] = [];
  for (let index = 0; index < 60; index++) {
    await books.put([{ ...invented, id: `invented:${index}`, body: [{ kind: 'text', text: 'brass horn' }] }]);
    pieces.push(countPieces());
  }
  const { id } = await books.imports.create();
  await books.imports.setState(id, 'done');
  const found = count(`SELECT count(*) FROM articles_index WHERE articles_index MATCH '"brass horn"'`);
  return { pieces, last: countPieces(), found: found() };
}

test('while nobody searches, pieces of the index are joined at the end of an import', async () => {
  const { pieces, last, found } = await storeEach('alone.db');
  expect(pieces.at(-1)).toBe(60);
  expect(last).toBeLessThan(4);
  expect(found).toBe(60);
});

test('while somebody searches, an import leaves few pieces of the index side by side', async () => {
  const { pieces, last, found } = await storeEach('searched.db', {
    ...noNeighbours,
    wasSearched: () => true,
  });
  expect(Math.max(...pieces)).toBe(16);
  expect(last).toBeLessThan(8);
  expect(found).toBe(60);
});
