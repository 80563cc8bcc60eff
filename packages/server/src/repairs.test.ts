import { inventArticles, type Truth, wrap } from '@pressmark/fixtures';
import type { StoredRepair } from '@pressmark/store';
import { expect, test, vi } from 'vitest';
import { openTestServer } from '../test/archive.ts';
import { ask, call, dump, origin, runImport } from '../test/calls.ts';
import type { Server } from './server.ts';

// Real files and a real database, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

interface Got {
  article: { id: string; body: { text: string }[]; diagnostics: Found[] };
  repairs: StoredRepair[];
  marks: Record<string, { start: number; end: number }[]>;
}
interface Found {
  code: string;
  path: string;
  span: { start: number; end: number };
  candidates?: { text: string; reason: string }[];
}

const wordsOf = (truth: Truth) =>
  new Set(truth.body.flatMap(({ text }) => text.match(/\b[a-z]{7,}\b/g) ?? []));

/** An archive whose first article ends in a word without its first letter; other articles alone have it whole. */
async function openHurt(): Promise<{ server: Server; found: Found; got: Got; word: string }> {
  const server = await openTestServer();
  const [first, ...others] = [...inventArticles({ count: 60, seed: 3, languages: ['en'] })] as [
    Truth,
    ...Truth[],
  ];
  const met = others.flatMap((truth) => [...wordsOf(truth)]);
  const word = met.find(
    (one) => met.filter((other) => other === one).length > 3 && !JSON.stringify(first).includes(one.slice(1)),
  );
  if (!word) throw new Error('No word stands in several other articles.');
  const last = { kind: 'text', part: 'rest', text: `They called it the “${word.slice(1)} age”.` } as const;
  const hurt = [{ ...first, body: [...first.body, last] }, ...others];
  await runImport(server, { 'a.html': wrap(hurt, 'html-plain') });
  const got = await ask<Got>(server, 'articles.get', { id: first.accession.number });
  const found = got.article.diagnostics.find(({ code }) => code === 'damage-lost-character');
  if (!found) throw new Error('The damage was not found.');
  return { server, found, got, word };
}

const proposalOf = ({ article }: Got, { path, span, candidates }: Found) => ({
  article: article.id,
  path,
  span,
  from: article.body[Number(path.split('.')[1])]?.text.slice(span.start, span.end),
  to: candidates?.[0]?.text,
  reason: candidates?.[0]?.reason,
});

test('a candidate ranked by the archive is accepted, shown, found and exported on request, and taken back', async () => {
  const { server, found, got, word } = await openHurt();
  expect(found.candidates?.[0]).toMatchObject({
    text: word,
    reason: expect.stringContaining('of the archive'),
  });
  const proposal = proposalOf(got, found);
  const before = await dump(server);
  const accepted = await ask<StoredRepair>(server, 'repairs.accept', proposal);
  expect(accepted).toMatchObject({ ...proposal, applied: true, takenBackAt: null });

  const again = await ask<Got>(server, 'articles.get', { id: got.article.id, q: proposal.to });
  expect(again.article.body).toEqual(got.article.body);
  expect(again.repairs).toEqual([accepted]);
  const start = found.span.start;
  expect(again.marks[found.path]).toContainEqual({ start, end: start + (proposal.to ?? '').length });

  expect(await dump(server)).toEqual(before);
  const repaired = await server.fetch(new Request(`${origin}/api/export?q=&to=jsonl&repaired=true`));
  const lines = (await repaired.text()).trimEnd().split('\n');
  expect(lines.filter((line, index) => line !== before[index])).toHaveLength(1);

  expect(await ask(server, 'repairs.takeBack', { id: accepted.id })).toMatchObject({ applied: false });
  expect(await ask(server, 'repairs.list', { article: got.article.id })).toMatchObject([{ applied: false }]);
  const last = await server.fetch(new Request(`${origin}/api/export?q=&to=jsonl&repaired=true`));
  expect((await last.text()).trimEnd().split('\n')).toEqual(before);
});

test('what cannot be accepted or taken back is refused in words', async () => {
  const { server, found, got } = await openHurt();
  const proposal = proposalOf(got, found);
  const refusal = async (path: string, input: unknown) => {
    const { status, error } = await call(server, path, input);
    return [status, error?.message];
  };
  expect(await refusal('repairs.accept', { ...proposal, article: 'none' })).toEqual([
    404,
    'The archive has no article of this id.',
  ]);
  expect(await refusal('repairs.accept', { ...proposal, from: 'other' })).toEqual([
    409,
    'The article does not say that at this place.',
  ]);
  await ask(server, 'repairs.accept', proposal);
  expect(await refusal('repairs.accept', proposal)).toEqual([
    409,
    'This place is repaired already: take that repair back first.',
  ]);
  expect(await refusal('repairs.takeBack', { id: 99 })).toEqual([404, 'The archive has no such repair.']);
  expect((await refusal('repairs.accept', { ...proposal, span: { start: -1, end: 0 } }))[0]).toBe(400);
});
