import { join } from 'node:path';
import type { Article } from '@pressmark/core';
import { highlight, match, parseQuery } from '@pressmark/core/query';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../open.ts';
import { articleNumbered } from '../testing/arbitraries.ts';
import { useFolder } from '../testing/folder.ts';
import { seed } from '../testing/seed.ts';

const folder = useFolder();

const words = ['iron', 'ore', 'ironclad', 'Éire', '鐵', '鐵鐵', 'ore-iron', '*', '.\n', 'x'];
const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(' '));
const article = fc.record({
  invented: articleNumbered(1),
  headline: text,
  subheadline: text,
  byline: text,
  paragraphs: fc.array(text, { maxLength: 4 }),
});

const queries = [
  'iron',
  'iron*',
  'o?e',
  '"iron iron"',
  '"ore iron ore"',
  '"iron* ore"',
  'iron or "ore iron" or ironclad',
  'iron and ore',
  '(iron not ironclad) and date 2017',
  '鐵',
  '"鐵 iron"',
  'hd=iron or ore',
  'iron near3 ore',
];

test('lines are as many as the places that brute force marks, counted by places or by reading', async () => {
  const given = fc.sample(article, { seed, numRuns: 150 }).map(
    ({ invented, headline, subheadline, byline, paragraphs }, number): Article => ({
      ...invented,
      id: `invented:${number}`,
      headline,
      subheadline,
      byline,
      publication: { date: '2017-04-08', raw: '8 April 2017', basis: 'display' },
      body: paragraphs.map((text, at) => ({ kind: 'text', part: at === 0 ? 'lead' : 'rest', text })),
    }),
  );
  const store = await openSqliteStore({ path: join(folder, 'archive.db') });
  await store.put(given);
  for (const q of queries) {
    const parsed = parseQuery(q);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    const { query } = parsed;
    const counts: number[] = [];
    for await (const lines of store.countLines({ query })) counts.push(lines);
    const expected = given
      .filter((one) => match(query, one))
      .map((one) => Object.values(highlight(query, one)).flat().length);
    expect({ seed, q, counts: counts.sort() }).toEqual({ seed, q, counts: expected.sort() });
  }
  await store.close();
});
