import type { Arrival, SavedSearch, Store } from '@pressmark/store';
import { z } from 'zod';
import { readQuery } from './articles.ts';
import { findSearch } from './searches.ts';

export const FeedInput = z.strictObject({ id: z.coerce.number().int().positive() });

/** Entries of a feed: who asks less often than so many articles come in finds the others in the search. */
const most = 100;

/** The articles of a saved search as they came in, the last first, as an Atom feed (RFC 4287) whose links lead to the asking host. */
export async function readFeed(
  store: Store,
  request: Request,
  { id }: z.infer<typeof FeedInput>,
): Promise<Response> {
  const search = await findSearch(store, id);
  const { query } = readQuery({ q: search.text, dialect: search.dialect });
  const arrivals = await store.latest({ query, selection: search.selection }, most);
  return new Response(atomOf({ search, arrivals, origin: originOf(request) }), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
}

/** The address that was asked, as its caller knows it. */
function originOf(request: Request): string {
  const { protocol, host } = new URL(request.url);
  return `${protocol}//${request.headers.get('host') ?? host}`;
}

interface Feed {
  search: SavedSearch;
  arrivals: Arrival[];
  origin: string;
}

function atomOf({ search, arrivals, origin }: Feed): string {
  const self = `${origin}/api/searches/${search.id}/feed`;
  const updated = arrivals[0]?.storedAt ?? search.createdAt;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', tagOf(search.createdAt, `search:${search.id}:${Date.parse(search.createdAt)}`)),
    element('title', search.name),
    element('subtitle', search.text || 'Every article'),
    element('updated', updated),
    element('author', element('name', 'Pressmark'), 'markup'),
    element('generator', 'Pressmark'),
    link('self', self, 'application/atom+xml'),
    link('alternate', `${origin}/saved/${search.id}`, 'text/html'),
    ...arrivals.map((arrival) => entryOf(arrival, { search, origin })),
    '</feed>\n',
  ].join('\n');
}

function entryOf(
  { hit, storedAt, copyright }: Arrival,
  { search, origin }: { search: SavedSearch; origin: string },
): string {
  const q = new URLSearchParams({ q: search.query });
  const address = `${origin}/articles/${encodeURIComponent(hit.id)}?${q}`;
  return [
    '<entry>',
    element('id', tagOf('2025', `article:${encodeURIComponent(hit.id)}`)),
    element('title', hit.headline.text || '(no headline)'),
    element('updated', storedAt),
    element('author', element('name', hit.byline || hit.source || 'Unknown'), 'markup'),
    link('alternate', address, 'text/html'),
    element('summary', summaryOf(hit)),
    ...(copyright === undefined ? [] : [element('rights', copyright)]),
    '</entry>',
  ].join('\n');
}

/** In Factiva's order: source, time, date, words, language; then the text around the hits. */
function summaryOf({ source, time, date, words, language, snippet }: Arrival['hit']): string {
  const parts = [source, time, date, words === null ? '' : `${words} words`, language && `(${language})`];
  return [parts.filter(Boolean).join(', '), snippet.text].filter(Boolean).join('\n');
}

/** A name that stays the same wherever the archive is read from (RFC 4151). */
function tagOf(moment: string, name: string): string {
  return `tag:localhost,${moment.slice(0, 10)}:pressmark:${name}`;
}

function link(rel: string, href: string, type: string): string {
  return `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`;
}

/** An element of our own vocabulary around a text, which is escaped, or around markup that is ready. */
function element(name: string, content: string, kind: 'text' | 'markup' = 'text'): string {
  return `<${name}>${kind === 'text' ? escapeXml(content) : content}</${name}>`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
};

/** A text as it may stand in XML 1.0: what has no place in it becomes U+FFFD. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"'\r]/g, (sign) => entities[sign] as string);
}
