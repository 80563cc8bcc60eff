import type { Article } from '@pressmark/core';
import type { ArchiveFacts } from '@pressmark/core/query';
import { describe, expect, test } from 'vitest';
import { type Hit, Note, NoteText, type Store, TagName } from '../contract.ts';
import type { Tools as Shared } from './withdrawals.ts';

interface Tools extends Omit<Shared, 'archive'> {
  /** Opens an archive; the same name is the same archive. */
  archive(name?: string): Promise<Store>;
  parse(text: string): Parameters<Store['ids']>[0]['query'];
}

const body = (text: string): Article['body'] => [{ kind: 'text', text }];

/** What a hit says of the facts of its article. */
const factsOf = ({ tags, hasNote, hasDuplicate }: Hit): ArchiveFacts => ({ tags, hasNote, hasDuplicate });

/** The contract of tags, notes and duplicates as tests. */
export function testFacts({ archive, dated, idsOf, parse }: Tools): void {
  const one = dated(1, '2017-04-08', { headline: 'Alpha', body: body('The same.') });
  const two = dated(2, '2017-04-09', { headline: 'Beta', body: body('Another.') });
  const copy = dated(3, '2017-04-10', { headline: 'Gamma', body: body('The same.') });

  async function pageOf(store: Store, text: string) {
    return store.search({ query: parse(text), sort: 'newest', limit: 10 });
  }

  describe('tags', () => {
    test('are given, found, told, counted and taken', async () => {
      const store = await archive();
      await store.put([one, two]);
      const added = await store.tags.add({
        name: 'To Read',
        articles: [one.id.toUpperCase(), two.accession?.number ?? '', 'none', one.id],
      });
      expect(added).toEqual({ name: 'To Read', changed: 2, unknown: ['none'] });
      expect(await store.tags.add({ name: 'to-read', articles: [one.id] })).toEqual({
        name: 'To Read',
        changed: 0,
        unknown: [],
      });
      await store.tags.add({ name: 'élan', articles: [two.id] });
      expect(await store.tags.list()).toEqual([
        { name: 'élan', articles: 1 },
        { name: 'To Read', articles: 2 },
      ]);
      expect((await store.get(two.id))?.tags).toEqual(['élan', 'To Read']);
      expect(await idsOf(store, 'tag="to read"')).toEqual([two.id, one.id]);
      expect(await idsOf(store, 'tag=to')).toEqual([]);
      expect(await idsOf(store, 'tag=ela*')).toEqual([two.id]);
      expect(await idsOf(store, 'tag="to read" and alpha')).toEqual([one.id]);
      expect(await idsOf(store, 'tag="to read" not tag=elan')).toEqual([one.id]);
      expect(await idsOf(store, 'tag=(atleast2 (elan or "to read"))')).toEqual([two.id]);
      expect(await idsOf(store, 'alpha or tag=elan')).toEqual([two.id, one.id]);
      expect(await idsOf(store, 'elan')).toEqual([]);
      const page = await pageOf(store, 'tag=elan');
      expect([page.total, page.hits.map(factsOf)]).toEqual([1, [{ tags: ['élan', 'To Read'] }]]);
      expect((await store.count({ query: parse('tag="to read"') }, ['kind'])).total).toBe(2);
      const dry = { name: 'to read', articles: [one.id, 'none'], dryRun: true };
      expect(await store.tags.remove(dry)).toEqual({ name: 'To Read', changed: 1, unknown: ['none'] });
      expect(await store.tags.add(dry)).toEqual({ name: 'To Read', changed: 0, unknown: ['none'] });
      expect(await store.tags.add({ ...dry, name: 'new' })).toMatchObject({ name: 'new', changed: 1 });
      expect(await store.tags.list()).toHaveLength(2);
      expect(await store.tags.remove({ name: 'TO READ', articles: [one.id, 'none'] })).toEqual({
        name: 'To Read',
        changed: 1,
        unknown: ['none'],
      });
      expect(await store.tags.remove({ name: 'nothing', articles: [one.id] })).toMatchObject({ changed: 0 });
      expect(await idsOf(store, 'tag="to read"')).toEqual([two.id]);
      await store.tags.remove({ name: 'elan', articles: [two.id] });
      expect(await store.tags.list()).toEqual([{ name: 'To Read', articles: 1 }]);
      expect(await store.tags.add({ name: 'Elan', articles: ['none'] })).toMatchObject({ changed: 0 });
      expect((await store.tags.list()).map(({ name }) => name)).toEqual(['To Read']);
    });

    test.each([
      ['  to   read ', 'to read'],
      ['C++', 'C++'],
      [' 🔥 ', null],
      ['', null],
      ['x'.repeat(60), 'x'.repeat(60)],
      ['x'.repeat(61), null],
    ])('the name %j is %j', (given, name) => {
      expect(TagName.safeParse(given).data ?? null).toBe(name);
    });
  });

  describe('notes', () => {
    test('are written, replaced, found and cleared', async () => {
      const store = await archive();
      await store.put([one, two]);
      expect(await store.notes.write('none', 'x')).toBeNull();
      const written = await store.notes.write(one.id.toUpperCase(), 'First.');
      expect([Note.parse(written), written?.text]).toEqual([written, 'First.']);
      expect((await store.get(one.id))?.note).toEqual(written);
      expect(await idsOf(store, 'has=note')).toEqual([one.id]);
      const again = await store.notes.write(one.accession?.number ?? '', 'Second.');
      expect((await store.get(one.id))?.note).toEqual(again);
      expect((await pageOf(store, 'has=note')).hits.map(factsOf)).toEqual([{ hasNote: true }]);
      expect(await store.notes.clear(one.id)).toEqual(again);
      expect(await store.notes.clear(one.id)).toBeNull();
      expect(await idsOf(store, 'has=note')).toEqual([]);
      expect(await store.get(one.id)).not.toHaveProperty('note');
    });

    test.each([
      ['a', true],
      [' \n', false],
      ['x'.repeat(10_001), false],
    ])('%j as a text', (text, isText) => {
      expect(NoteText.safeParse(text).success).toBe(isText);
    });
  });

  describe('duplicates', () => {
    test('are all articles with a text that another has too, as long as there is another', async () => {
      const store = await archive();
      await store.put([one, two]);
      expect(await idsOf(store, 'has=duplicate')).toEqual([]);
      await store.put([copy]);
      expect(await idsOf(store, 'has=duplicate')).toEqual([copy.id, one.id]);
      expect((await store.get(one.id))?.duplicates).toEqual([copy.id]);
      expect((await pageOf(store, 'alpha or beta')).hits.map(factsOf)).toEqual([{}, { hasDuplicate: true }]);
      await store.withdraw([{ id: copy.id }]);
      expect(await idsOf(store, 'has=duplicate')).toEqual([]);
      expect((await store.get(copy.id))?.duplicates).toEqual([]);
      await store.put([copy]);
      expect(await idsOf(store, 'has=(note or duplicate)')).toEqual([copy.id, one.id]);
      await store.put([{ ...one, body: body('Not the same.') }]);
      expect(await idsOf(store, 'has=duplicate')).toEqual([]);
    });
  });

  describe('what the archive knows of an article', () => {
    test('stays when it is updated, moved to another day, withdrawn and brought again', async () => {
      const store = await archive();
      await store.put([one, two]);
      await store.tags.add({ name: 'kept', articles: [one.id] });
      await store.notes.write(one.id, 'Mine.');
      const moved = { date: '2018-01-01', raw: '2018-01-01', basis: 'display' } as const;
      await store.put([{ ...one, publication: moved }]);
      expect(await idsOf(store, 'tag=kept and has=note')).toEqual([one.id]);
      await store.withdraw([{ id: one.id }]);
      expect(await idsOf(store, 'tag=kept or has=note')).toEqual([]);
      expect(await store.tags.list()).toEqual([{ name: 'kept', articles: 0 }]);
      expect(await store.get(one.id)).toMatchObject({ tags: ['kept'], note: { text: 'Mine.' } });
      // The key of the withdrawn article goes to another one meanwhile.
      await store.put([dated(9, '2018-01-01')]);
      expect(await idsOf(store, 'tag=kept')).toEqual([]);
      await store.tags.add({ name: 'late', articles: [one.id] });
      await store.put([one]);
      expect(await idsOf(store, 'tag=kept and tag=late and has=note')).toEqual([one.id]);
    });

    test('is seen at once by another connection, which has asked before', async () => {
      const [store, other] = [await archive('facts'), await archive('facts')];
      await store.put([one, two]);
      const asked = ['tag=x', 'has=note', 'has=duplicate', 'tag=x not has=note'];
      const seen = async (by: Store) => {
        const found: number[] = [];
        for (const text of asked) found.push((await pageOf(by, text)).total);
        return found;
      };
      expect([await seen(store), await seen(other)]).toEqual([
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ]);
      await store.tags.add({ name: 'x', articles: [one.id] });
      expect([await seen(store), await seen(other)]).toEqual([
        [1, 0, 0, 1],
        [1, 0, 0, 1],
      ]);
      await other.notes.write(one.id, 'y');
      expect([await seen(store), await seen(other)]).toEqual([
        [1, 1, 0, 0],
        [1, 1, 0, 0],
      ]);
      await store.put([copy]);
      await other.tags.remove({ name: 'x', articles: [one.id] });
      expect([await seen(store), await seen(other)]).toEqual([
        [0, 1, 2, 0],
        [0, 1, 2, 0],
      ]);
    });

    test('is taken as it is now where what is new of a search is asked for', async () => {
      const store = await archive();
      await store.put([one]);
      const query = parse('tag=x');
      const { moment } = await store.news({ query });
      await store.tags.add({ name: 'x', articles: [one.id] });
      // A tag is no arrival.
      expect(await store.news({ query, since: moment })).toMatchObject({ new: 0 });
      await store.put([{ ...one, headline: 'Second' }]);
      expect(await store.news({ query, since: moment })).toMatchObject({ new: 0 });
      await store.put([two]);
      await store.tags.add({ name: 'x', articles: [two.id] });
      expect(await store.news({ query, since: moment })).toMatchObject({ new: 1 });
    });
  });
}
