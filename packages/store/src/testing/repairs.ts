import type { Article } from '@pressmark/core';
import { applyRepairs, diagnose } from '@pressmark/core';
import { parseQuery } from '@pressmark/core/query';
import { describe, expect, test } from 'vitest';
import { type RepairProposal, type Store, StoredRepair } from '../contract.ts';

interface Tools {
  /** Opens an archive; the same name is the same archive. */
  archive(name?: string): Promise<Store>;
  /** An invented article with what is given. */
  article(number: number, given: Partial<Article>): Article;
  /** Milliseconds a test may take. */
  patience: number;
}

const path = 'body.0.text';
const span = { start: 6, end: 14 };
const diagnostics = [diagnose('damage-lost-character', 'A letter.', { path, span })];
const body = (text: string): Article['body'] => [{ kind: 'text', text }];

/** The part of the contract that speaks of repairs. */
export function describeRepairs({ archive, article, patience }: Tools): void {
  const hurt = article(1, { body: body('DUBAI—ollowing the news.'), diagnostics });
  const proposal: RepairProposal = {
    article: hurt.id,
    path,
    span,
    from: 'ollowing',
    to: 'Following',
    reason: 'a common word',
  };

  async function find(store: Store, text: string) {
    const parsed = parseQuery(text);
    if (!parsed.ok) throw new Error(text);
    return (await store.search({ query: parsed.query, sort: 'newest', limit: 5 })).hits;
  }
  const total = async (store: Store, text: string) => (await find(store, text)).length;

  async function only(store: Store, repaired: boolean): Promise<Article> {
    for await (const one of store.stream({ query: { type: 'all' } }, { repaired })) return one;
    throw new Error('The archive is empty.');
  }

  async function accept(store: Store, given = proposal): Promise<StoredRepair> {
    const accepted = await store.repairs.accept(given);
    if (typeof accepted === 'string') throw new Error(accepted);
    return accepted;
  }

  describe('repairs', { timeout: patience }, () => {
    test('are recorded beside the article, shown and found; taken back they stay a record only', async () => {
      const store = await archive();
      await store.put([hurt]);
      const accepted = await accept(store, { ...proposal, article: hurt.id.toUpperCase() });
      expect(StoredRepair.parse(accepted)).toEqual(accepted);
      expect(accepted).toMatchObject({ ...proposal, takenBackAt: null, applied: true });
      expect(await store.get(hurt.id)).toMatchObject({ article: hurt, repairs: [accepted], versions: [] });
      expect(await find(store, '"dubai following the"')).toMatchObject([
        { id: hurt.id, warnings: 0, snippet: { text: 'DUBAI—Following the news.', marks: [{}] } },
      ]);
      expect(await total(store, 'ollowing')).toBe(1);
      expect(await only(store, true)).toEqual(applyRepairs(hurt, [proposal]).article);
      expect(await only(store, false)).toEqual(hurt);
      const back = await store.repairs.takeBack(accepted.id);
      expect(back).toEqual({ ...accepted, takenBackAt: back?.takenBackAt, applied: false });
      expect(back?.takenBackAt).not.toBeNull();
      expect(await store.repairs.takeBack(accepted.id)).toEqual(back);
      expect([await total(store, 'following'), await total(store, 'ollowing')]).toEqual([0, 1]);
      expect(await only(store, true)).toEqual(hurt);
      const again = await accept(store);
      expect(await store.repairs.list(hurt.id)).toEqual([back, again]);
    });

    test('are refused where the article is unknown, says something else, or is repaired already', async () => {
      const store = await archive();
      await store.put([hurt]);
      const refusal = (given: Partial<RepairProposal>) => store.repairs.accept({ ...proposal, ...given });
      expect(await refusal({ article: 'none' })).toBe('unknown');
      expect(await refusal({ from: 'allowing' })).toBe('differs');
      expect(await refusal({ path: 'body.7.text' })).toBe('differs');
      expect(await refusal({ path: 'id' })).toBe('differs');
      await accept(store);
      expect(await refusal({})).toBe('taken');
      expect(await refusal({ span: { start: 13, end: 14 }, from: 'g' })).toBe('taken');
      await accept(store, { ...proposal, span: { start: 19, end: 23 }, from: 'news', to: 'wire' });
      expect(await total(store, '"following the wire"')).toBe(1);
      expect(await store.repairs.takeBack(99)).toBeNull();
      expect(await store.repairs.list('none')).toEqual([]);
    });

    test('outlive an update that leaves their text, wait where it is another, and hold again when it returns', async () => {
      const store = await archive();
      await store.put([hurt]);
      const accepted = await accept(store);
      const publication = { date: '2017-04-08', raw: '8 April 2017', basis: 'display' } as const;
      expect(await store.put([{ ...hurt, headline: 'Second', publication }])).toEqual(['updated']);
      expect(await find(store, 'following')).toMatchObject([{ headline: { text: 'Second' } }]);
      expect(await store.put([{ ...hurt, body: body('DUBAI — Following it.') }])).toEqual(['updated']);
      expect(await store.repairs.list(hurt.id)).toEqual([{ ...accepted, applied: false }]);
      expect([await total(store, '"following it"'), await total(store, 'ollowing')]).toEqual([1, 0]);
      await store.put([{ ...hurt, headline: 'Fourth' }]);
      expect(await store.repairs.list(hurt.id)).toEqual([accepted]);
      expect(await total(store, '"following the"')).toBe(1);
    });

    test('are seen by another connection, and outlive both', async () => {
      const [store, other] = [await archive('repaired'), await archive('repaired')];
      await store.put([hurt]);
      const accepted = await accept(store);
      expect((await other.get(hurt.id))?.repairs).toEqual([accepted]);
      expect(await total(other, 'following')).toBe(1);
      await store.close();
      await other.close();
      const later = await archive('repaired');
      expect([await total(later, 'following'), await later.repairs.list(hurt.id)]).toEqual([1, [accepted]]);
    });

    test('words are counted by article, to a hundred, in the text and not in codes or names of files', async () => {
      const store = await archive();
      const codes = { ...hurt.codes, subjects: [{ code: 'gpol', name: 'Politics' }] };
      const many = Array.from({ length: 120 }, (_, number) =>
        article(number, { codes, headline: 'Élan élan', body: body(number < 7 ? 'seven seven' : 'rest') }),
      );
      await store.put(many);
      const words = ['elan', 'seven', 'politics', 'gpol', 'none', 'or', '"', ''];
      expect(await store.countWords(words)).toEqual([100, 7, 0, 0, 0, 0, 0, 0]);
    });
  });
}
