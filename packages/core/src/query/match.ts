import type { Article } from '../article.ts';
import type { Span } from '../diagnostic.ts';
import type { ArchiveFacts } from './archive-facts.ts';
import { fieldValue } from './field-value.ts';
import { type FieldScope, type FieldText, fieldRuns, wordsOf } from './fields.ts';
import { evaluate, type Place, type Run } from './places.ts';
import type { Places, Query, Term } from './query.ts';
import { fitsTo, stemOf } from './terms.ts';
import { countTokens, isPlain, type Token, tokenize } from './tokens.ts';

/** A stretch of text of an article with its tokens, cut when they are first asked for. */
export interface TokenizedText extends FieldText {
  readonly tokens: Token[];
  /** Number of its tokens, counted without cutting them. */
  readonly tokenCount: number;
  /** False where the text surely has no such terms; a look at the letters that saves the cutting. */
  mayHold(terms: Term[]): boolean;
}

/** A run of texts through which distances are measured, with its texts. */
export interface TokenizedRun extends Run {
  readonly texts: TokenizedText[];
}

/** An article cut into tokens once, for matching many queries. */
export interface TokenizedArticle {
  date: string | undefined;
  /** Null where it is unknown. */
  words: number | null;
  /** What a field of the query language, or a bare word, looks at. */
  runs(scope: FieldScope): TokenizedRun[];
}

/** Readies an article, with what its archive knows of it, for `matchTokens`, as often as needed; only what is asked for is cut. */
export function tokenizeArticle(article: Article, facts?: ArchiveFacts): TokenizedArticle {
  const scopes = new Map<FieldScope, TokenizedRun[]>();
  return {
    date: article.publication?.date,
    words: wordsOf(article),
    runs(scope) {
      const runs = scopes.get(scope) ?? fieldRuns(article, scope, facts).map((texts) => new CutRun(texts));
      scopes.set(scope, runs);
      return runs;
    },
  };
}

/** One text of an article; cut when its tokens are first asked for. */
class CutText implements TokenizedText {
  readonly path: string;
  readonly text: string;
  readonly whole: true | undefined;
  #tokens: Token[] | undefined;
  #letters: string | undefined;

  constructor({ path, text, whole }: FieldText) {
    this.path = path;
    this.text = text;
    this.whole = whole;
  }

  get tokens(): Token[] {
    this.#tokens ??= tokenize(this.text);
    return this.#tokens;
  }

  get tokenCount(): number {
    return this.#tokens?.length ?? countTokens(this.text);
  }

  mayHold(terms: Term[]): boolean {
    this.#letters ??= isPlain(this.text) ? this.text.toLowerCase() : '';
    const letters = this.#letters;
    return letters === '' || terms.every((term) => letters.includes(stemOf(term)));
  }
}

/** Texts through which distances run. */
class CutRun implements TokenizedRun {
  readonly texts: TokenizedText[];
  #starts: number[] | undefined;

  constructor(texts: readonly FieldText[]) {
    this.texts = texts.map((text) => new CutText(text));
  }

  get starts(): number[] {
    if (this.#starts) return this.#starts;
    let words = 0;
    this.#starts = this.texts.map(({ tokenCount }) => {
      words += tokenCount;
      return words - tokenCount;
    });
    return this.#starts;
  }

  phrase(terms: Term[]): Place[] {
    const places: Place[] = [];
    for (const [index, text] of this.texts.entries()) {
      for (const at of phraseStarts(text, terms)) {
        const first = (this.starts[index] as number) + at;
        places.push({ first, last: first + terms.length - 1 });
      }
    }
    return places;
  }
}

/** Identifiers as runs, each for itself. */
export function identifierRuns(texts: readonly string[]): TokenizedRun[] {
  return texts.map((text) => new CutRun([{ path: '', text, whole: true }]));
}

/** The tokens of a text at which the terms stand one after the other, in order; places may overlap. */
function phraseStarts(text: TokenizedText, terms: Term[]): number[] {
  if (!text.mayHold(terms)) return [];
  const { tokens, whole } = text;
  const last = terms.at(-1);
  const isOpen = last?.prefix === true && last.most === undefined;
  if (whole && tokens.length !== terms.length && !(isOpen && tokens.length > terms.length)) return [];
  const found: number[] = [];
  const end = whole ? 0 : tokens.length - terms.length;
  // Most places fail at their first word, so it is looked at before anything is made for the others.
  const [fitsFirst, ...fitRest] = terms.map(fitsTo);
  for (let at = 0; at <= end; at++) {
    if (!fitsFirst?.((tokens[at] as Token).text)) continue;
    if (fitRest.every((fits, offset) => fits((tokens[at + offset + 1] as Token).text))) found.push(at);
  }
  return found;
}

/** Every place in a text where the terms stand one after the other, in order; places may overlap. */
export function phraseSpans(text: TokenizedText, terms: Term[]): Span[] {
  // A text that surely has no such words is not cut into its own.
  return phraseStarts(text, terms).map((at) => ({
    start: (text.tokens[at] as Token).start,
    end: (text.tokens[at + terms.length - 1] as Token).end,
  }));
}

/** A place in a run as a place in one of its texts. */
export function spanOf(
  { texts, starts }: TokenizedRun,
  { first, last }: Place,
): { path: string; span: Span } {
  const index = starts.findLastIndex((start) => start <= first);
  const { path, tokens } = texts[index] as TokenizedText;
  const start = starts[index] as number;
  return {
    path,
    span: { start: (tokens[first - start] as Token).start, end: (tokens[last - start] as Token).end },
  };
}

function stands(query: Places, run: TokenizedRun): boolean {
  if (query.type === 'phrase') return run.texts.some((text) => phraseStarts(text, query.terms).length > 0);
  return evaluate(run).any(query);
}

/** At how many places a part of a query stands in the runs, counted no further than `most`. */
export function countPlaces(query: Places, runs: Run[], most: number): number {
  let count = 0;
  for (const run of runs) {
    if (count >= most) break;
    count += evaluate(run).count(query, most - count);
  }
  return count;
}

/** Whether a number is known and within bounds, both inclusive. */
function isWithin<T extends string | number>(value: T | null | undefined, min?: T, max?: T): boolean {
  return value !== null && value !== undefined && value >= (min ?? value) && value <= (max ?? value);
}

/** Whether an article cut into tokens is among the results of the query. */
export function matchTokens(query: Query, article: TokenizedArticle, scope: FieldScope = 'text'): boolean {
  const holds = (part: Query): boolean => matchTokens(part, article, scope);
  switch (query.type) {
    case 'all':
      return true;
    case 'and':
      return query.of.every(holds);
    case 'or':
      return query.of.some(holds);
    case 'not':
      return holds(query.include) && !holds(query.exclude);
    case 'field':
      return matchTokens(fieldValue(query), article, query.field);
    case 'atleast':
      return countPlaces(query.of, article.runs(scope), query.times) >= query.times;
    case 'date':
      return isWithin(article.date, query.from, query.to);
    case 'words':
      return isWithin(article.words, query.min, query.max);
    default:
      return article.runs(scope).some((run) => stands(query, run));
  }
}

/** Whether the article is among the results of the query: the definition every engine is tested against. */
export function match(query: Query, article: Article, facts?: ArchiveFacts): boolean {
  return matchTokens(query, tokenizeArticle(article, facts));
}
