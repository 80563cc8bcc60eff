import { z } from 'zod';
import type { Article } from '../article.ts';
import type { Span } from '../diagnostic.ts';
import { highlight } from './highlight.ts';
import type { Query } from './query.ts';
import { type Token, tokenize } from './tokens.ts';

/** How much stands beside a hit: so many words, or at most so many characters without cutting a word. */
export const LineWidth = z.strictObject({
  unit: z.enum(['characters', 'words']),
  /** On each side. */
  most: z.int().min(0).max(1_000),
});
export type LineWidth = z.infer<typeof LineWidth>;

/** A hit with what stands before and after it in the same text; blanks of any kind are spaces. */
export interface ContextLine {
  /** Key of the article. Example: `body.3.text`. */
  path: string;
  left: string;
  key: string;
  right: string;
}

/** A hit of a query in an article: its place in the text of a path. */
export interface Occurrence extends Span {
  path: string;
  text: string;
}

const order = [
  'headline',
  'subheadline',
  'kicker',
  'section',
  'column',
  'byline',
  'credit',
  'dateline',
  'body',
];

/** Reading order of two keys of an article: what stands over the text, the text, everything else. */
function comparePaths(a: string, b: string): number {
  const rank = (path: string): number => {
    const at = order.indexOf(path.split('.', 1)[0] as string);
    return at < 0 ? order.length : at;
  };
  return rank(a) - rank(b) || a.localeCompare(b, 'en', { numeric: true });
}

function textAt(article: Article, path: string): string {
  let value: unknown = article;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'string' ? value : '';
}

/** Every hit of a query in an article, in reading order: exactly the places that `highlight` marks. */
export function occurrences(query: Query, article: Article): Occurrence[] {
  const marked = Object.entries(highlight(query, article));
  return marked
    .sort(([a], [b]) => comparePaths(a, b))
    .flatMap(([path, spans]) => spans.map((span) => ({ path, text: textAt(article, path), ...span })));
}

const partOfCharacter = /^(?:[\uDC00-\uDFFF]|\p{M}|\u200D)/u;

/** The nearest place from `at` to `end` that cuts no word; where one word takes all the room, none that cuts a character. */
function cutBetweenWords(text: string, { at, step, end }: { at: number; step: 1 | -1; end: number }): number {
  for (let place = at; ; place += step) {
    if (/\s/.test(text[step > 0 ? place - 1 : place] ?? ' ')) return place;
    if (place === end) break;
  }
  // No blank on this side: one long word, or a script without spaces.
  let place = at;
  while (place !== end && partOfCharacter.test(text.slice(place, place + 2))) place += step;
  return place;
}

function spanOfCharacters({ text, start, end }: Occurrence, most: number): Span {
  const [from, to] = [start - most, end + most];
  return {
    start: from <= 0 ? 0 : cutBetweenWords(text, { at: from, step: 1, end: start }),
    end: to >= text.length ? text.length : cutBetweenWords(text, { at: to, step: -1, end }),
  };
}

/** The words of a text from its start, or back from its end, until there are more than `most`; a text is not read to its end for each hit. */
function nearestWords(
  text: string,
  { most, back }: { most: number; back: boolean },
): { tokens: Token[]; from: number } {
  for (let reach = 16 * (most + 1); ; reach *= 4) {
    const from = back ? Math.max(0, text.length - reach) : 0;
    const isWhole = reach >= text.length;
    const tokens = tokenize(isWhole ? text : back ? text.slice(from) : text.slice(0, reach));
    // The one at the edge may be a part of a word: it is never among those counted.
    if (isWhole || tokens.length > most) return { tokens, from };
  }
}

function spanOfWords({ text, start, end }: Occurrence, most: number): Span {
  if (most === 0) return { start, end };
  const before = nearestWords(text.slice(0, start), { most, back: true });
  const after = nearestWords(text.slice(end), { most, back: false });
  return {
    start: before.tokens.length <= most ? 0 : before.from + (before.tokens.at(-most) as Token).start,
    end: after.tokens.length <= most ? text.length : end + (after.tokens[most - 1] as Token).end,
  };
}

const flatten = (text: string): string => text.replace(/\s/g, ' ');

/** The line of a hit: what stands around it, in the order of the text, whichever way that runs. */
export function contextLine(hit: Occurrence, { unit, most }: LineWidth): ContextLine {
  const span = unit === 'words' ? spanOfWords(hit, most) : spanOfCharacters(hit, most);
  return {
    path: hit.path,
    left: flatten(hit.text.slice(span.start, hit.start)).trimStart(),
    key: flatten(hit.text.slice(hit.start, hit.end)),
    right: flatten(hit.text.slice(hit.end, span.end)).trimEnd(),
  };
}

/** What lines can be put in order by, beside date and source: the words on the left from the hit outwards, the hit, the words on the right. */
export type ContextSide = 'left' | 'key' | 'right';

const sortedWords = 5;
// Far enough for five words of nearly any text; more is not looked at.
const sortedReach = 120;

/** The words by which lines are put in order, folded: at most five on a side, within 120 characters. */
export function contextOrder({ text, start, end }: Occurrence, side: ContextSide): string {
  const words = (from: number, to: number) =>
    tokenize(text.slice(Math.max(0, from), to)).map((token) => token.text);
  if (side === 'key') return words(start, end).join(' ');
  const found = side === 'left' ? words(start - sortedReach, start).reverse() : words(end, end + sortedReach);
  return found.slice(0, sortedWords).join(' ');
}
