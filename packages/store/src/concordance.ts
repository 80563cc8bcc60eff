import type { Article } from '@pressmark/core';
import {
  type ContextSide,
  contextLine,
  contextOrder,
  type LineWidth,
  lineSorts,
  type Occurrence,
  type Query,
} from '@pressmark/core/query';
import { z } from 'zod';
import type { Wanted } from './contract.ts';

/** Order of lines: newest article first, or by words beside the hit, the hit itself, or the source; equals newest first. */
export const LineSort = z.enum(lineSorts);
export type LineSort = z.infer<typeof LineSort>;

/** One line of a concordance: a hit with what stands on its left and right in the same text, in the order of that text. */
export const Line = z.strictObject({
  /** Id of the article. */
  id: z.string(),
  /** Number of the hit among those of the article in reading order, from 0. */
  hit: z.int().nonnegative(),
  /** The text it stands in. Example: `body.3.text`. */
  path: z.string(),
  /** Where it begins in that text, in UTF-16 code units. */
  start: z.int().nonnegative(),
  left: z.string(),
  key: z.string(),
  right: z.string(),
  date: z.iso.date().nullable(),
  source: z.string(),
  headline: z.string(),
  language: z.string().optional(),
  /** The copyright line of the article. */
  copyright: z.string().optional(),
});
export type Line = z.infer<typeof Line>;

/** Which lines: every hit in every article that is found. */
export interface LinesWanted extends Wanted {
  width: LineWidth;
  sort: LineSort;
}

export interface LinesRequest extends LinesWanted {
  /** 1 to 500. */
  limit: number;
  /** As `LinesPage.next` gave it. */
  cursor?: string | undefined;
}

export const LinesPage = z.strictObject({
  /** May be fewer than asked for, even none, while there is a next page: articles found without a word of theirs have no line. */
  lines: z.array(Line),
  next: z.string().nullable(),
});
export type LinesPage = z.infer<typeof LinesPage>;

/** Where a line stands: its article's key, its number there, and by what it was put in order ('' by date). */
export interface LinePlace {
  key: number;
  hit: number;
  text: string;
}

/** A place as opaque text. */
export function printLineCursor({ key, hit, text }: LinePlace): string {
  return Buffer.from(JSON.stringify([key, hit, text])).toString('base64url');
}

const CursorParts = z.tuple([z.int().nonnegative(), z.int().nonnegative(), z.string()]);

/** The place that `printLineCursor` printed. Throws on any other text. */
export function parseLineCursor(cursor: string): LinePlace {
  const [key, hit, text] = CursorParts.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  return { key, hit, text };
}

/** Whether a search has words whose hits can stand on lines; a date or a word count has none. */
export function hasHits(query: Query): boolean {
  if (query.type === 'and' || query.type === 'or') return query.of.some(hasHits);
  if (query.type === 'not') return hasHits(query.include);
  return query.type !== 'all' && query.type !== 'date' && query.type !== 'words';
}

/** The line of a hit. */
export function lineOf(
  article: Article,
  { found, hit, width }: { found: Occurrence; hit: number; width: LineWidth },
): Line {
  const { id, publication, source, headline, language, copyright } = article;
  return {
    id,
    hit,
    start: found.start,
    ...contextLine(found, width),
    date: publication?.date ?? null,
    source: source?.name ?? source?.code ?? '',
    headline,
    ...(language === undefined ? {} : { language }),
    ...(copyright === undefined ? {} : { copyright }),
  };
}

// Lines alike on one side are put in order by the other.
const sides: Record<ContextSide, ContextSide[]> = {
  left: ['left', 'right'],
  key: ['key', 'right'],
  right: ['right', 'left'],
};
// Long enough to tell lines apart, short enough to keep for a hundred thousand of them.
const longestOrder = 160;

/** By what a line is put in order: folded words, the deciding side first; '' by date. */
export function orderOf(article: Article, found: Occurrence, sort: LineSort): string {
  if (sort === 'date') return '';
  if (sort === 'source')
    return (article.source?.name ?? article.source?.code ?? '').toLowerCase().slice(0, longestOrder);
  // Sorts below every letter, so that a line that ends early comes first.
  return sides[sort]
    .map((side) => contextOrder(found, side))
    .join('\n')
    .slice(0, longestOrder);
}

/** Order of two places: by text in code units, then newest first, then as the article is read. */
export function comparePlaces(a: LinePlace, b: LinePlace): number {
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  return b.key - a.key || a.hit - b.hit;
}
