import type { Article } from '../article.ts';
import type { Span } from '../diagnostic.ts';
import { type FieldScope, type FieldText, fieldTexts } from './fields.ts';
import type { Query, Term } from './query.ts';
import { isPlain, type Token, tokenize } from './tokens.ts';

type Phrase = Extract<Query, { type: 'phrase' }>;

/** A stretch of text of an article with its tokens, cut when they are first asked for. */
export interface TokenizedText extends FieldText {
  readonly tokens: Token[];
  /** False where the text surely has no such terms; a look at the letters that saves the cutting. */
  mayHold(terms: Term[]): boolean;
}

/** An article cut into tokens once, for matching many queries. */
export interface TokenizedArticle {
  date: string | undefined;
  /** What a field of the query language, or a bare word, looks at. */
  texts(scope: FieldScope): TokenizedText[];
}

/** Readies an article for `matchTokens` and `phraseSpans`, as often as needed; only what they ask for is cut. */
export function tokenizeArticle(article: Article): TokenizedArticle {
  const scopes = new Map<FieldScope, TokenizedText[]>();
  return {
    date: article.publication?.date,
    texts(scope) {
      const texts = scopes.get(scope) ?? fieldTexts(article, scope).map(tokenizeText);
      scopes.set(scope, texts);
      return texts;
    },
  };
}

function tokenizeText(field: FieldText): TokenizedText {
  const { text } = field;
  let tokens: Token[] | undefined;
  let letters: string | undefined;
  return {
    ...field,
    get tokens() {
      tokens ??= tokenize(text);
      return tokens;
    },
    mayHold(terms) {
      letters ??= isPlain(text) ? text.toLowerCase() : '';
      return letters === '' || terms.every((term) => letters?.includes(term.text));
    },
  };
}

function fits(token: Token | undefined, term: Term): boolean {
  if (!token) return false;
  return term.prefix ? token.text.startsWith(term.text) : token.text === term.text;
}

/** Every place where the phrase stands in the text, in order; places may overlap. */
export function phraseSpans(text: TokenizedText, { terms }: Phrase): Span[] {
  if (!text.mayHold(terms)) return [];
  const { tokens, whole } = text;
  if (whole && tokens.length > terms.length && !terms.at(-1)?.prefix) return [];
  const starts = whole ? tokens.slice(0, 1) : tokens;
  return starts.flatMap((first, at) => {
    const last = tokens[at + terms.length - 1];
    const stands = last && terms.every((term, offset) => fits(tokens[at + offset], term));
    return stands ? [{ start: first.start, end: last.end }] : [];
  });
}

/** Whether an article cut into tokens is among the results of the query. */
export function matchTokens(query: Query, article: TokenizedArticle, scope: FieldScope = 'text'): boolean {
  const holds = (part: Query): boolean => matchTokens(part, article, scope);
  switch (query.type) {
    case 'all':
      return true;
    case 'phrase':
      return article.texts(scope).some((text) => phraseSpans(text, query).length > 0);
    case 'and':
      return query.of.every(holds);
    case 'or':
      return query.of.some(holds);
    case 'not':
      return holds(query.include) && !holds(query.exclude);
    case 'field':
      return matchTokens(query.of, article, query.field);
    case 'date': {
      const { date } = article;
      return date !== undefined && date >= (query.from ?? date) && date <= (query.to ?? date);
    }
  }
}

/** Whether the article is among the results of the query: the definition every engine is tested against. */
export function match(query: Query, article: Article): boolean {
  return matchTokens(query, tokenizeArticle(article));
}
