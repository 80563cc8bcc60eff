import type { Article } from '../article.ts';
import { textKeys } from '../article-texts.ts';
import type { Span } from '../diagnostic.ts';
import { fieldValue } from './field-value.ts';
import type { FieldScope } from './fields.ts';
import { countPlaces, phraseSpans, spanOf, type TokenizedArticle, tokenizeArticle } from './match.ts';
import { evaluate } from './places.ts';
import type { Places, Query } from './query.ts';

/** Sorts spans and joins those that overlap or touch. */
function merge(spans: Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

type Mark = ReturnType<typeof spanOf>;

/** Every word and phrase by which a part of the query stands in the runs of a field. */
function marksOf(query: Places, article: TokenizedArticle, scope: FieldScope): Mark[] {
  return article.runs(scope).flatMap((run) => {
    if (query.type !== 'phrase')
      return evaluate(run)
        .marks(query)
        .map((place) => spanOf(run, place));
    return run.texts.flatMap((text) =>
      phraseSpans(text, query.terms).map((span) => ({ path: text.path, span })),
    );
  });
}

function marks(query: Query, article: TokenizedArticle, scope: FieldScope): Mark[] {
  switch (query.type) {
    case 'all':
    case 'date':
    case 'words':
      return [];
    case 'and':
    case 'or':
      return query.of.flatMap((part) => marks(part, article, scope));
    case 'not':
      return marks(query.include, article, scope);
    case 'field':
      return marks(fieldValue(query), article, query.field);
    case 'atleast': {
      const isMet = countPlaces(query.of, article.runs(scope), query.times) >= query.times;
      return isMet ? marksOf(query.of, article, scope) : [];
    }
    default:
      return marksOf(query, article, scope);
  }
}

/**
 * Where the phrases of a query stand in an article: for each key of the article with a hit (`headline`, `body.3.text`,
 * `codes.subjects.0.name`) the places in that string, sorted and merged. Of what is near what, the words that are near enough
 * are marked; what `not` excludes is not.
 */
export function highlight(query: Query, article: Article): Record<string, Span[]> {
  const found: Record<string, Span[]> = {};
  for (const { path, span } of marks(query, tokenizeArticle(article), 'text')) {
    found[path] ??= [];
    found[path].push(span);
  }
  return Object.fromEntries(Object.entries(found).map(([path, spans]) => [path, merge(spans)]));
}

/** Marks that stand close together: how many, and how many different words and phrases. */
interface Stretch {
  first: number;
  count: number;
  kinds: number;
}

const noStretch: Stretch = { first: 0, count: 0, kinds: 0 };

function isBetter(stretch: Stretch, than: Stretch): boolean {
  return stretch.kinds > than.kinds || (stretch.kinds === than.kinds && stretch.count > than.count);
}

/** The stretch of at most `length` units with the most different marks, then the most marks, the first of them at its start. */
function bestStretch(text: string, marks: Span[], length: number): Stretch {
  let best = noStretch;
  let end = 0;
  const kindOf = ({ start, end }: Span): string => text.slice(start, end).toLowerCase();
  const held = new Map<string, number>();
  marks.forEach((mark, first) => {
    for (; end < marks.length && (marks[end] as Span).end <= mark.start + length; end++) {
      const kind = kindOf(marks[end] as Span);
      held.set(kind, (held.get(kind) ?? 0) + 1);
    }
    // A mark longer than the stretch stands alone.
    end = Math.max(end, first + 1);
    const stretch = { first, count: end - first, kinds: Math.max(1, held.size) };
    if (isBetter(stretch, best)) best = stretch;
    const kind = kindOf(mark);
    const left = (held.get(kind) ?? 1) - 1;
    if (left > 0) held.set(kind, left);
    else held.delete(kind);
  });
  return best;
}

// How far a cut may move to reach the space between two words; scripts without spaces are cut where they stand.
const reach = 24;

function isInsideCharacter(text: string, at: number): boolean {
  return /^(?:[\uDC00-\uDFFF]|\p{M})/u.test(text.slice(at, at + 2));
}

/** The place nearest to `at`, moving by `step`, where a word begins or ends; never beyond `limit`. */
function cutAt(text: string, at: number, { step, limit }: { step: 1 | -1; limit: number }): number {
  if (at <= 0 || at >= text.length) return Math.max(0, Math.min(at, text.length));
  for (let place = at; Math.abs(place - at) <= reach; place += step) {
    if (/\s/.test(text[step > 0 ? place - 1 : place] ?? ' ')) return place;
    if (place === limit) break;
  }
  let place = at;
  while (place !== limit && isInsideCharacter(text, place)) place += step;
  return place;
}

/** The stretch of `length` units to show around `focus`, which it holds whole. */
function frame(text: string, focus: Span, length: number): Span {
  const margin = Math.max(0, length - (focus.end - focus.start));
  const wanted = Math.min(focus.start - Math.floor(margin / 2), text.length - length);
  const start = cutAt(text, wanted, { step: 1, limit: focus.start });
  const end = cutAt(text, Math.max(start + length, focus.end), { step: -1, limit: focus.end });
  return { start, end };
}

interface SnippetOptions {
  length?: number;
  /** What `highlight` gives, where it is known already. */
  marked?: Record<string, Span[]>;
}

/**
 * A few lines of the body around its best hits, different ones before many of one, at most about `length` UTF-16 code units (240 by default), with the
 * places of the hits in them; where the body has none, another text beside the headline (byline, section ...) that has, or
 * the beginning of the body.
 */
export function snippet(
  query: Query,
  article: Article,
  { length = 240, marked = highlight(query, article) }: SnippetOptions = {},
): { text: string; marks: Span[] } {
  let text = (article.body.find((paragraph) => paragraph.kind === 'text') ?? article.body[0])?.text ?? '';
  let marks: Span[] = [];
  let best = noStretch;
  const look = (shown: string, path: string): void => {
    const found = marked[path] ?? [];
    const stretch = bestStretch(shown, found, length);
    if (isBetter(stretch, best)) [text, marks, best] = [shown, found, stretch];
  };
  for (const [index, paragraph] of article.body.entries()) look(paragraph.text, `body.${index}.text`);
  if (best.kinds === 0) for (const key of textKeys) if (key !== 'headline') look(article[key] ?? '', key);
  const focus = {
    start: marks[best.first]?.start ?? 0,
    end: marks[best.first + best.count - 1]?.end ?? 0,
  };
  const { start, end } = frame(text, focus, length);
  const before = start > 0 ? '…' : '';
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end).trimEnd() + (end < text.length ? '…' : ''),
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  };
}
