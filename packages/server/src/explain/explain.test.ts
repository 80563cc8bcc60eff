import { Article } from '@pressmark/core';
import { match, parseQuery, type Query } from '@pressmark/core/query';
import { inventArticles, wrap } from '@pressmark/fixtures';
import { isSelected, type Selection } from '@pressmark/store';
import { describe, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import { openTestServer } from '../../test/archive.ts';
import { ask, call, dump, runImport } from '../../test/calls.ts';
import type { ExplainedClause, ExplainOutput } from './explain.ts';
import type { LoosenOutput } from './loosen.ts';
import type { SuggestOutput } from './values.ts';

// Real files and a real database, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });

type Explained = z.infer<typeof ExplainOutput>;
type Loosened = z.infer<typeof LoosenOutput>;
type Suggested = z.infer<typeof SuggestOutput>;

function parsed(text: string): Query {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(`${text}: ${result.problems[0]?.message}`);
  return result.query;
}

/** An archive of invented articles, asked and counted by brute force alike. */
async function openAsked() {
  const server = await openTestServer();
  await runImport(server, { 'a.json': wrap([...inventArticles({ count: 80, seed: 3 })], 'records-json') });
  const articles = (await dump(server)).map((line) => Article.parse(JSON.parse(line)));
  const hits = (text: string, selection: Selection = {}) => {
    const query = parsed(text);
    return articles.filter((article) => match(query, article) && isSelected(article, selection));
  };
  return {
    server,
    articles,
    hits,
    explain: (q: string, more = {}) => ask<Explained>(server, 'articles.explain', { q, ...more }),
    loosen: (q: string, selection?: Selection) => ask<Loosened>(server, 'articles.loosen', { q, selection }),
    suggest: (field: string, text = '') => ask<Suggested>(server, 'articles.suggest', { field, text }),
  };
}

/** The most frequent words of a list of texts. */
function common(texts: string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of texts
    .join(' ')
    .toLowerCase()
    .match(/[a-z]{5,}/g) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

test('every clause is counted as a search by itself, within what is chosen', async () => {
  const { articles, explain, hits } = await openAsked();
  const [one = '', two = '', three = ''] = common(
    articles.map(({ headline, body }) => headline + body.map(({ text }) => text).join(' ')),
  );
  const code = articles[0]?.source?.code ?? '';
  for (const selection of [{}, { source: [code] }, { exclude: { source: [code] } }]) {
    const q = `(${one} near20 ${two} or hd=${three}) and la=en not (date before 2000 or ${three} ${one})`;
    const { total, clauses, tree, query } = await explain(q, { selection });
    expect(total).toBe(hits(q, selection).length);
    expect(query).toBe(tree?.text);
    const check = (clause: ExplainedClause): void => {
      expect(clause.total, clause.text).toBe(hits(clause.text, selection).length);
      clause.of.forEach(check);
    };
    check(tree as ExplainedClause);
    expect(clauses.map(({ role, text }) => [role, text])).toEqual([
      ['and', `${one} near20 ${two} or hd=${three}`],
      ['and', 'la=en'],
      ['not', tree?.of[1]?.of[1]?.of[0]?.text ?? 'date before 2000-01-01'],
      ['not', `${three} ${one}`],
    ]);
    for (const { text, total } of clauses) expect(total).toBe(hits(text, selection).length);
    expect(clauses[1]?.rest).not.toContain('la=en');
  }
});

test('clauses are counted among what is new, whatever the sample', async () => {
  const { articles, explain, hits } = await openAsked();
  const [word = ''] = common(articles.map(({ headline }) => headline));
  const q = `${word} and la=en`;
  const totals = async (more: object) => {
    const { total, clauses } = await explain(q, more);
    return [total, ...clauses.map((clause) => clause.total)];
  };
  const all = [q, word, 'la=en'].map((text) => hits(text).length);
  expect(await totals({ selection: { sample: { size: 1, seed: 1 } } })).toEqual(all);
  expect(await totals({ since: 0 })).toEqual(all);
  expect(await totals({ since: 1_000_000 })).toEqual([0, 0, 0]);
});

test('a query that cannot be read is refused with its place, and mended texts run', async () => {
  const { server } = await openAsked();
  const { status, error } = await call(server, 'articles.explain', { q: 'ferry and (' });
  expect([status, error?.data.problems.length]).toEqual([400, 1]);
});

describe('notes', () => {
  test('of what the archive does not have, with what it has', async () => {
    const { articles, explain } = await openAsked();
    const [word = ''] = common(articles.map(({ headline }) => headline));
    const wrong = `${word.slice(0, 3)}q${word.slice(3)}`;
    const told = async (q: string) =>
      (await explain(q)).notes.map(({ message, span, mend }) => [
        q.slice(span.start, span.end),
        message,
        mend,
      ]);
    expect(await told(`hd=${wrong} and la=en`)).toEqual([
      [wrong, expect.stringContaining(word), `hd=${word} and la=en`],
    ]);
    expect(await told('zzzq*')).toEqual([['zzzq*', 'No word of the archive fits “zzzq*”.', undefined]]);
    expect(await told(`${word} and date before 1900`)).toEqual([
      ['date before 1900', expect.stringMatching(/from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d/), word],
    ]);
    const code = articles.find(({ source }) => (source?.code?.length ?? 0) > 3)?.source?.code ?? '';
    expect(await told(`sc=${code}X`)).toEqual([
      [`${code}X`, expect.stringContaining(code), expect.stringMatching(/^sc=/)],
    ]);
    expect(await told(word)).toEqual([]);
  });

  test('of codes and numbers side by side, with the list that was meant: none is left out of it', async () => {
    const { articles, explain } = await openAsked();
    const codes = [...new Set(articles.flatMap(({ source }) => source?.code ?? []))];
    const [one = '', two = ''] = codes;
    const [first = '', second = ''] = articles.map(({ accession }) => accession?.number ?? '');
    const mend = async (q: string) => (await explain(q)).notes.map((note) => note.mend);
    expect(await mend(`sc=(${one} ${two})`)).toEqual([`sc=(${one} or ${two})`]);
    expect(await mend(`sc=${one}/${two}`)).toEqual([`sc=(${one} or ${two})`]);
    expect(await mend('la=en, nosuch')).toEqual(['la=(en or nosuch)']);
    expect(await mend(`an=(${first} ${second}) not la=(en;fr)`)).toEqual([
      `an=(${first} or ${second}) not la=(en;fr)`,
      `an=(${first} ${second}) not la=(en or fr)`,
    ]);
  });
});

describe('why an article is found, or not', () => {
  test('its clauses with their places, and what is chosen', async () => {
    const { articles, explain, hits } = await openAsked();
    const [word = ''] = common(articles.map(({ headline }) => headline));
    const has = hits(`hd=${word}`)[0] as Article;
    const hasNot = articles.find((article) => !hits(word).includes(article)) as Article;
    const code = has.source?.code ?? '';
    const found = await explain(`${word} and wc>0`, { article: has.id, selection: { source: [code] } });
    expect(found.article).toEqual({
      id: has.id,
      headline: has.headline,
      date: has.publication?.date,
      found: true,
      holds: true,
      withdrawn: false,
      selection: [{ by: 'source', excluded: false, values: [code], holds: true }],
    });
    expect(found.tree?.of[0]?.verdict?.places).toBeGreaterThan(0);
    const excluded = await explain(word, { article: has.id, selection: { exclude: { source: [code] } } });
    expect([excluded.article?.found, excluded.article?.holds]).toEqual([false, true]);
    expect(excluded.article?.selection).toEqual([
      { by: 'source', excluded: true, values: [code], holds: false },
    ]);
    const missing = await explain(`${word} and wc>0`, { article: hasNot.accession?.number });
    expect(missing.article?.found).toBe(false);
    expect(missing.tree?.of[0]?.verdict).toEqual({ holds: false, places: 0 });
  });

  test('an article that is not there is said to be so', async () => {
    const { server } = await openAsked();
    const { status, error } = await call(server, 'articles.explain', { q: 'x', article: 'factiva:NONE' });
    expect([status, error?.message]).toEqual([404, 'The archive has no article factiva:NONE.']);
  });
});

test('what finds nothing is loosened as little as needed, each way with its hits', async () => {
  const { articles, loosen, hits } = await openAsked();
  const [word = ''] = common(articles.map(({ headline }) => headline));
  const queries = [`${word} and zzzq`, `hd=(${word} adj1 zzzq) or zzzqq`, `atleast50 ${word}`];
  for (const q of queries) {
    expect(hits(q)).toEqual([]);
    const { queries, selections } = await loosen(q);
    expect(selections).toEqual([]);
    expect(queries.length, q).toBeGreaterThan(0);
    for (const found of queries) expect(found.total, found.q).toBe(hits(found.q).length);
  }
  expect((await loosen(queries[0] ?? '')).queries[0]).toEqual({
    q: word,
    changes: ['without zzzq'],
    total: hits(word).length,
  });
  const wrong = `${word.slice(0, 3)}q${word.slice(3)}`;
  expect((await loosen(`${wrong} and la=englis`)).queries[0]).toEqual({
    q: `${word} and la=en`,
    changes: [`${word} instead of ${wrong}`, 'en instead of englis'],
    total: hits(`${word} and la=en`).length,
  });
  const away = await loosen(word, { source: ['NONE'], dates: { from: '1700-01-01', to: '1700-01-02' } });
  const all = { without: 'all', selection: {}, q: word, total: hits(word).length };
  expect(away.selections).toEqual([{ ...all, changes: [] }]);
  const farther = await loosen(wrong, { source: ['NONE'], dates: { from: '1700-01-01', to: '1700-01-02' } });
  expect(farther).toEqual({
    clauses: [],
    queries: [],
    selections: [{ ...all, changes: [`${word} instead of ${wrong}`] }],
  });
});

test('where no clause finds anything, each has what is near to it, and all of them together are tried', async () => {
  const { articles, loosen, hits } = await openAsked();
  const [one = '', two = ''] = common(articles.map(({ headline }) => headline));
  const wrong = (word: string) => `${word.slice(0, 3)}q${word.slice(3)}`;
  const instead = (word: string) => `${word} instead of ${wrong(word)}`;
  const near = (q: string, ...changes: string[]) => ({ q, changes, total: hits(q).length });

  const both = await loosen(`${wrong(one)} and ${wrong(two)}`, {});
  expect(both.clauses).toEqual([
    { q: wrong(one), near: [near(one, instead(one))] },
    { q: wrong(two), near: [near(two, instead(two))] },
  ]);
  const further = await loosen(`zzzqx and ${wrong(one)} zzzqq`);
  expect(further.clauses[1]?.near).toContainEqual(
    expect.objectContaining({ q: one, total: hits(one).length }),
  );
  const any = await loosen(`zzzqx or ${wrong(one)}`);
  expect(any.clauses[0]).toEqual({ q: 'zzzqx', near: [] });
  expect(any.queries).toEqual([near(`zzzqx or ${one}`, instead(one))]);
  expect(await loosen('zzzqx and qqqzx and xxqqz')).toEqual({
    queries: [],
    selections: [],
    clauses: ['zzzqx', 'qqqzx', 'xxqqz'].map((q) => ({ q, near: [] })),
  });
  // Distances in each: none helps alone.
  const apart = await loosen(`hd=${one} near1 zzzqx and atleast50 ${one} not ${two}`);
  for (const { q, total } of apart.queries) expect(total, q).toBe(hits(q).length);
  expect((await loosen(`${one} and zzzqx`)).clauses).toEqual([]);
});

test('values of a field by code or name, with the articles that have each', async () => {
  const { articles, suggest, hits } = await openAsked();
  const code = articles[0]?.source?.code ?? '';
  const name = articles[0]?.source?.name ?? '';
  for (const typed of [code, code.toLowerCase().slice(0, 3), name.slice(0, 6)]) {
    expect(await suggest('sc', typed)).toContainEqual({
      insert: code,
      label: name,
      count: hits(`sc=${code}`).length,
    });
  }
  expect((await suggest('la', 'engl'))[0]).toEqual({
    insert: 'en',
    label: 'English',
    count: hits('la=en').length,
  });
  for (const field of [
    'sc',
    'la',
    'ns',
    'co',
    're',
    'in',
    'pe',
    'by',
    'se',
    'kind',
    'file',
    'issue',
    'rst',
    'sn',
  ]) {
    for (const { insert, count } of await suggest(field)) {
      const found = hits(`${field}=${insert}`).length;
      // A name of several articles' lists is a field value of each; words of it may stand in others too.
      if (count !== null) expect(found, `${field}=${insert}`).toBeGreaterThanOrEqual(count);
    }
  }
  expect(await suggest('hd', 'a')).toEqual([]);
  expect((await suggest('issue', 'date-sh')).map(({ insert }) => insert)).toEqual(['date-shifted']);
});
