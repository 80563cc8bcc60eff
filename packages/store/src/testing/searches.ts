import type { Article } from '@pressmark/core';
import { parseQuery, type Query } from '@pressmark/core/query';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store, Wanted } from '../contract.ts';
import { Arrival, News, SavedSearch, type SearchDraft } from '../saved-search.ts';
import { articleNumbered, queries, selections } from './arbitraries.ts';
import { hitsOf } from './oracle.ts';

interface Tools {
  /** Opens an archive; the same name is the same archive. */
  archive(name?: string): Promise<Store>;
  /** An invented article of a day with what is given. */
  dated(number: number, date: string, given?: Partial<Article>): Article;
  seed: number;
}

function parse(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.query;
}

async function collect(ids: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const id of ids) list.push(id);
  return list;
}

const everything: Wanted = { query: { type: 'all' } };

function draft(name: string): SearchDraft {
  const selection = { language: ['en'] };
  return { name, text: 'River and bank', dialect: 'factiva', query: 'river and bank', grammar: 1, selection };
}

async function save(store: Store, name: string): Promise<SavedSearch> {
  const saved = await store.searches.save(draft(name));
  if (saved === 'taken') throw new Error(name);
  return saved;
}

/** Everything an archive can be told, for a pool of few articles, so that most of it concerns one that is there. */
const steps = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      put: fc.array(
        fc.nat(11).chain((number) => articleNumbered(number)),
        { minLength: 1, maxLength: 6 },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ withdraw: fc.nat(11) }) },
  { weight: 2, arbitrary: fc.record({ again: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.constant({ look: true as const }) },
);
type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;

/** An archive by brute force: what stands in it, and every text it ever had. */
class Model {
  standing = new Map<string, Article>();
  texts = new Set<string>();
  put: Article[] = [];

  static textOf({ headline, body }: Article): string {
    return body.map(({ text }) => text).join('\n') || headline;
  }

  snapshot(): { standing: Article[]; texts: Set<string> } {
    return { standing: [...this.standing.values()], texts: new Set(this.texts) };
  }
}

async function follow(store: Store, model: Model, step: Step): Promise<void> {
  if ('withdraw' in step) {
    const { id } = fc.sample(articleNumbered(step.withdraw), 1)[0] as Article;
    await store.withdraw([{ id }]);
    model.standing.delete(id);
  }
  const again = 'again' in step ? model.put[step.again % Math.max(1, model.put.length)] : undefined;
  const batch = 'put' in step ? step.put : again ? [again] : [];
  const results = await store.put(batch);
  for (const [index, article] of batch.entries()) {
    model.put.push(article);
    if (results[index] === 'unchanged') continue;
    model.standing.set(article.id, article);
    model.texts.add(Model.textOf(article));
  }
}

/** What is new since a snapshot, by its definition: the hits now that were none then. */
function newSince(model: Model, then: ReturnType<Model['snapshot']>, wanted: Wanted) {
  const before = new Set(hitsOf(then.standing, wanted).map(({ id }) => id));
  const found = hitsOf([...model.standing.values()], wanted).filter(({ id }) => !before.has(id));
  const known = found.filter(
    (article) => /[^\n]/.test(Model.textOf(article)) && then.texts.has(Model.textOf(article)),
  );
  return { ids: found.map(({ id }) => id).sort(), known: known.length };
}

/** The part of the contract that speaks of saved searches and of what is new of them. */
export function testSearches({ archive, dated, seed }: Tools): void {
  describe('saved searches', { timeout: 120_000 }, () => {
    test('are kept by name, each name once in any case, and outlive the archive being closed', async () => {
      const store = await archive('searches');
      const [river, alpha] = [await save(store, 'River'), await save(store, 'alpha')];
      expect(SavedSearch.parse(river)).toEqual(river);
      expect(river).toMatchObject({ ...draft('River'), since: 0, seenAt: river.createdAt });
      expect(await store.searches.save(draft('RIVER'))).toBe('taken');
      expect(await store.searches.list()).toEqual([alpha, river]);
      expect(await store.searches.rename(alpha.id, 'river')).toBe('taken');
      expect(await store.searches.rename(river.id, 'RIVER')).toEqual({ ...river, name: 'RIVER' });
      expect(await store.searches.rename(99, 'none')).toBeNull();
      const later = { query: 'river adj bank', grammar: 2 };
      expect(await store.searches.reread(alpha.id, later)).toEqual({ ...alpha, ...later });
      await store.close();
      const again = await archive('searches');
      expect(await again.searches.get(alpha.id)).toEqual({ ...alpha, ...later });
      expect(await again.searches.get(99)).toBeNull();
    });

    test('leave the list and come back as they were, unless their name is taken', async () => {
      const store = await archive();
      const saved = await save(store, 'River');
      expect(await store.searches.remove(saved.id)).toEqual(saved);
      expect(await store.searches.remove(saved.id)).toBeNull();
      expect([await store.searches.list(), await store.searches.get(saved.id)]).toEqual([[], null]);
      expect(await store.searches.restore(saved.id)).toEqual(saved);
      expect(await store.searches.restore(saved.id)).toBeNull();
      await store.searches.remove(saved.id);
      const other = await save(store, 'river');
      expect(await store.searches.restore(saved.id)).toBe('taken');
      expect(await store.searches.list()).toEqual([other]);
    });

    test('are looked at up to a moment, never back and never ahead of the archive', async () => {
      const store = await archive();
      await store.put([dated(1, '2017-04-08')]);
      const saved = await save(store, 'River');
      expect((await store.news({ ...everything, since: saved.since })).new).toBe(0);
      await store.put([dated(2, '2017-04-09')]);
      const { moment } = await store.news(everything);
      await store.put([dated(3, '2017-04-10')]);
      const seen = await store.searches.markSeen(saved.id, moment);
      expect(seen).toMatchObject({ since: moment });
      expect((await store.news({ ...everything, since: moment })).new).toBe(1);
      expect((await store.searches.markSeen(saved.id, saved.since))?.since).toBe(moment);
      const last = await store.news(everything);
      expect((await store.searches.markSeen(saved.id, 1_000_000))?.since).toBe(last.moment);
      expect(await store.searches.markSeen(99, 1)).toBeNull();
    });
  });

  describe('news', { timeout: 120_000 }, () => {
    test('are hits that were none before: updates that match now, articles that return, no file read again', async () => {
      const store = await archive();
      const plain = dated(1, '2017-04-08', { headline: 'Quiet' });
      const river = dated(2, '2017-04-09', {
        headline: 'River',
        body: [{ kind: 'text', text: 'As it was.' }],
      });
      await store.put([plain, river]);
      const { moment } = await store.news(everything);
      const wanted = { query: parse('hd=river'), since: moment };
      const news = async () => {
        const { new: found, known } = await store.news(wanted);
        return [found, known, (await collect(store.ids(wanted))).length];
      };
      await store.put([plain, river]);
      expect(await news()).toEqual([0, 0, 0]);
      // Matched before and still does; matched not and now does, by a headline alone; a copy under another id.
      await store.put([{ ...river, headline: 'A river' }]);
      expect(await news()).toEqual([0, 0, 0]);
      await store.put([{ ...plain, headline: 'The river' }]);
      expect(await news()).toEqual([1, 1, 1]);
      await store.put([{ ...dated(3, '2017-04-10', { headline: 'River' }), body: river.body }]);
      expect(await news()).toEqual([2, 2, 2]);
      await store.put([dated(4, '2017-04-10', { headline: 'River' })]);
      expect(await news()).toEqual([3, 2, 3]);
      await store.withdraw([{ id: river.id }, { id: plain.id }]);
      expect(await news()).toEqual([2, 1, 2]);
      await store.put([river]);
      expect(await news()).toEqual([2, 1, 2]);
      expect(News.parse(await store.news(wanted))).toMatchObject({ new: 2, known: 1 });
    });

    test(`are those that brute force finds, whatever was stored, withdrawn or read again, seed ${seed}`, async () => {
      const property = fc.asyncProperty(
        fc.array(steps, { minLength: 3, maxLength: 9 }),
        fc.array(fc.record({ query: queries, selection: selections }), { minLength: 6, maxLength: 6 }),
        async (given, wanted) => {
          const store = await archive();
          const model = new Model();
          let then = model.snapshot();
          let since = 0;
          for (const step of given) {
            await follow(store, model, step);
            if ('look' in step) {
              then = model.snapshot();
              since = (await store.news(everything)).moment;
            }
          }
          for (const one of [everything, ...wanted]) {
            const expected = newSince(model, then, one);
            const [news, page] = [
              await store.news({ ...one, since }),
              await store.search({ ...one, since, sort: 'relevance', limit: 50 }),
            ];
            expect((await collect(store.ids({ ...one, since }))).sort()).toEqual(expected.ids);
            expect(news).toMatchObject({ new: expected.ids.length, known: expected.known });
            expect([page.total, page.hits.map(({ id }) => id).sort()]).toEqual([
              expected.ids.length,
              expected.ids,
            ]);
            expect((await store.count({ ...one, since }, ['kind'])).total).toBe(expected.ids.length);
          }
          await store.close();
        },
      );
      await fc.assert(property, { numRuns: 25, seed });
    });

    test('come in an order of their own: the last batch first, newest first within it', async () => {
      const store = await archive();
      const copyright = 'Copyright 2017 River Post';
      await store.put([dated(1, '2017-04-08'), dated(2, '2018-04-09', { copyright })]);
      await store.put([dated(3, '2016-01-01', { headline: 'Other' }), dated(4, '2015-01-01')]);
      await store.put([dated(1, '2017-04-08', { headline: 'Headline again' })]);
      const latest = await store.latest({ query: parse('headline') }, 2);
      expect(latest.map((one) => Arrival.parse(one))).toEqual(latest);
      expect(latest.map(({ hit }) => hit.id)).toEqual([1, 4].map((one) => dated(one, '').id));
      const all = await store.latest({ query: parse('headline') }, 10);
      expect(all.map(({ hit, copyright }) => [hit.headline.text, copyright])).toEqual([
        ['Headline again', undefined],
        ['Headline 4', undefined],
        ['Headline 2', copyright],
      ]);
      expect(await store.latest({ query: parse('nowhere') }, 10)).toEqual([]);
    });
  });
}
