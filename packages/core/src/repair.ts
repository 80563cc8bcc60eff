import { z } from 'zod';
import type { Article } from './article.ts';
import { articleTexts, withTexts } from './article-texts.ts';
import { type Diagnostic, Span } from './diagnostic.ts';

/** Another text for a damaged place; the article itself keeps what the file said. */
export const Repair = z.strictObject({
  /** Key of the article. Example: `body.3.text`. */
  path: z.string().max(100),
  /** UTF-16 code units in that string as the file has it; empty where characters are put in. */
  span: Span,
  /** What the file says there. */
  from: z.string().max(100_000),
  /** What is to stand there. */
  to: z.string().max(100_000),
});
export type Repair = z.infer<typeof Repair>;

/** A repaired place of a repaired text. */
export interface RepairedPlace<R extends Repair = Repair> {
  path: string;
  /** Where it stands in the repaired text. */
  span: Span;
  repair: R;
}

/** An article with its repairs made, and where they stand in it. */
export interface Repaired<R extends Repair = Repair> {
  article: Article;
  places: RepairedPlace<R>[];
}

/** Whether the article says, where a repair belongs, what it said when the repair was accepted. */
export function fits(article: Article, { path, span, from }: Repair): boolean {
  const found = articleTexts(article).find((examined) => examined.path === path);
  return (
    found !== undefined && span.end <= found.text.length && found.text.slice(span.start, span.end) === from
  );
}

/**
 * Makes repairs. Those that do not fit the text, or lie within an earlier one, are left out. Diagnostics of repaired
 * places are gone from the result, the others keep to their places.
 */
export function applyRepairs<R extends Repair>(article: Article, repairs: readonly R[]): Repaired<R> {
  const fitting = repairs.filter((repair) => fits(article, repair));
  if (fitting.length === 0) return { article, places: [] };
  const places: RepairedPlace<R>[] = [];
  const texts = new Map<string, string>();
  let { diagnostics } = article;
  for (const { path, text } of articleTexts(article)) {
    const own = apart(fitting.filter((repair) => repair.path === path));
    if (own.length === 0) continue;
    texts.set(path, repairText(text, own, places));
    diagnostics = diagnostics.flatMap((one) => moved(one, { path, repairs: own }));
  }
  return { article: { ...withTexts(article, texts), diagnostics }, places };
}

/** Where a place of the repaired text, outside of its repairs, stands in the text as the file has it. */
export function spanInFile(span: Span, path: string, places: readonly RepairedPlace[]): Span {
  const shift = places
    .filter((place) => place.path === path && place.span.end <= span.start)
    .reduce((sum, { repair }) => sum + repair.to.length - repair.from.length, 0);
  return { start: span.start - shift, end: span.end - shift };
}

/** Whether two places share a character, or are the same place between two. */
export function overlaps(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}

/** In the order of the text, without those that overlap an earlier one. */
function apart<R extends Repair>(repairs: readonly R[]): R[] {
  const kept: R[] = [];
  for (const repair of repairs) if (!kept.some(({ span }) => overlaps(span, repair.span))) kept.push(repair);
  return kept.sort(({ span: a }, { span: b }) => a.start - b.start || a.end - b.end);
}

function repairText<R extends Repair>(
  text: string,
  repairs: readonly R[],
  places: RepairedPlace<R>[],
): string {
  let repaired = '';
  let at = 0;
  for (const repair of repairs) {
    repaired += text.slice(at, repair.span.start);
    const start = repaired.length;
    repaired += repair.to;
    places.push({ path: repair.path, span: { start, end: repaired.length }, repair });
    at = repair.span.end;
  }
  return repaired + text.slice(at);
}

/** A diagnostic where it stands after the repairs of its text; none where its place is repaired. */
function moved(
  one: Diagnostic,
  { path, repairs }: { path: string; repairs: readonly Repair[] },
): Diagnostic[] {
  const { span } = one;
  if (one.path !== path || !span) return [one];
  if (repairs.some((repair) => overlaps(repair.span, span))) return [];
  const shift = repairs
    .filter((repair) => repair.span.end <= span.start)
    .reduce((sum, { span: { start, end }, to }) => sum + to.length - (end - start), 0);
  return [{ ...one, span: { start: span.start + shift, end: span.end + shift } }];
}
