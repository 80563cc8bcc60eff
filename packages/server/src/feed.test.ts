import { join } from 'node:path';
import type { Article } from '@pressmark/core';
import { openSqliteStore } from '@pressmark/store';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { expect, test, vi } from 'vitest';
import { openTestServer } from '../test/archive.ts';
import { ask } from '../test/calls.ts';
import { temporaryFolder } from '../test/folder.ts';

// A real database, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const host = 'http://localhost:4400';
const atom = 'http://www.w3.org/2005/Atom';
const hostile = `]]>"'&amp;<script>alert(1)</script> \u0000\u0008\ud800 \u{1f600} \ufffe`;
const shown = `]]>"'&amp;<script>alert(1)</script> \ufffd\ufffd\ufffd \u{1f600} \ufffd`;

function article(number: number, given: Partial<Article>): Article {
  return {
    id: `factiva:EXTI00002017040${number}ed480000${number}`,
    kind: 'article',
    headline: `Headline ${number}`,
    authors: [],
    body: [{ kind: 'text', text: 'The river rose.' }],
    wordCount: { counted: 3 },
    codes: { companies: [], industries: [], subjects: [], regions: [], people: [], provider: [] },
    links: [],
    raw: [],
    diagnostics: [],
    provenance: {
      file: 'a',
      sha256: '',
      span: { start: 0, end: 1 },
      index: 0,
      reader: 'x',
      readerVersion: 1,
    },
    ...given,
  };
}

type Children = { name: string; text: string; attributes: Record<string, string> }[];

/** The children of an element by name: each with its text and its attributes. */
function childrenOf(element: Element): Children {
  return [...element.childNodes]
    .filter((node): node is Element => node.nodeType === 1)
    .map((node) => ({
      name: node.localName ?? '',
      text: node.textContent ?? '',
      attributes: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
    }));
}

const one = (children: Children, name: string) => {
  const found = children.filter((child) => child.name === name);
  if (found.length !== 1) throw new Error(`${found.length} elements ${name}`);
  return (found[0] as (typeof found)[0]).text;
};

async function openFeed(articles: Article[], name: string) {
  const database = join(await temporaryFolder(), 'archive.db');
  const store = await openSqliteStore({ path: database });
  for (const each of articles) await store.put([each]);
  await store.close();
  const server = await openTestServer({ database });
  const { id } = await ask<{ id: number }>(server, 'searches.save', { name, q: 'river' });
  const get = async (path = `/api/searches/${id}/feed`) => {
    const response = await server.fetch(new Request(host + path));
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
  return { database, id, get };
}

/** The feed as another program reads it; throws where it is not well-formed. */
function parse(text: string): {
  feed: Children;
  entries: Children[];
} {
  const onError = (level: string, message: string) => {
    if (level !== 'warning') throw new Error(`${level}: ${message}`);
  };
  const { documentElement } = new DOMParser({ onError }).parseFromString(text, 'application/xml');
  expect([documentElement?.localName, documentElement?.namespaceURI]).toEqual(['feed', atom]);
  const entries = [...(documentElement as Element).getElementsByTagNameNS(atom, 'entry')];
  return { feed: childrenOf(documentElement as Element), entries: entries.map(childrenOf) };
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const tag = /^tag:localhost,\d{4}(-\d\d-\d\d)?:[A-Za-z0-9._~%:-]+$/;

test('a feed has what RFC 4287 asks of it, every text is text, and links lead to the asking host', async () => {
  const articles = [
    article(1, { publication: { date: '2017-04-01', raw: '1 April 2017', basis: 'display' } }),
    article(2, { headline: hostile, byline: hostile, copyright: hostile, source: { name: hostile } }),
    article(3, { body: [{ kind: 'text', text: 'Nothing of the kind.' }] }),
  ];
  const { get, id } = await openFeed(articles, hostile);
  const { status, type, text } = await get();
  expect([status, type]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  const { feed, entries } = parse(text);
  expect([one(feed, 'id'), one(feed, 'updated')]).toEqual([
    expect.stringMatching(tag),
    expect.stringMatching(moment),
  ]); // prettier-ignore
  expect([one(feed, 'title'), one(feed, 'author')]).toEqual([shown, 'Pressmark']);
  expect(feed.filter(({ name }) => name === 'link').map(({ attributes }) => attributes)).toEqual([
    { rel: 'self', type: 'application/atom+xml', href: `${host}/api/searches/${id}/feed` },
    { rel: 'alternate', type: 'text/html', href: `${host}/saved/${id}` },
  ]);
  expect(entries.map((entry) => one(entry, 'title'))).toEqual([shown, 'Headline 1']);
  for (const entry of entries) {
    expect([one(entry, 'id'), one(entry, 'updated')]).toEqual([
      expect.stringMatching(tag),
      expect.stringMatching(moment),
    ]); // prettier-ignore
    expect(one(entry, 'author')).not.toBe('');
    const links = entry.filter(({ name }) => name === 'link').map(({ attributes }) => attributes);
    expect(links).toMatchObject([
      { rel: 'alternate', href: expect.stringMatching(/^http:\/\/localhost:4400\/articles\//) },
    ]); // prettier-ignore
  }
  expect(new Set(entries.map((entry) => one(entry, 'id'))).size).toBe(2);
  expect([one(entries[0] ?? [], 'author'), one(entries[0] ?? [], 'rights')]).toEqual([shown, shown]);
  expect(one(entries[1] ?? [], 'summary')).toBe('2017-04-01, 3 words\nThe river rose.');
});

test('ids stay; only what was updated is newer, and stands first; a search that is not there has no feed', async () => {
  const [first, second] = [article(1, {}), article(2, {})];
  const { database, get } = await openFeed([first, second], 'River');
  const [before, again] = [await get(), await get()];
  expect(again.text).toBe(before.text);
  const store = await openSqliteStore({ path: database });
  await store.put([{ ...first, headline: 'Another headline' }]);
  await store.close();
  const [old, now] = [before, await get()].map(({ text }) => parse(text).entries) as [Children[], Children[]];
  expect(now.map((entry) => one(entry, 'title'))).toEqual(['Another headline', 'Headline 2']);
  expect(now.map((entry) => one(entry, 'id'))).toEqual(old.map((entry) => one(entry, 'id')).reverse());
  expect(now[1]).toEqual(old[0]);
  const [earlier, later] = [old[1], now[0]].map((entry) => one(entry ?? [], 'updated'));
  expect(Date.parse(later ?? '')).toBeGreaterThan(Date.parse(earlier ?? ''));
  expect((await get('/api/searches/99/feed')).status).toBe(404);
  expect((await get('/api/searches/x/feed')).status).toBe(400);
});
