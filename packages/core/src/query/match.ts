import type { Article } from '../article.ts';
import type { Span } from '../diagnostic.ts';
import { articleFields, type FieldScope, type FieldText } from './fields.ts';
import type { Query, Term } from './query.ts';
import { type Token, tokenize } from './tokens.ts';

type Phrase = Extract<Query, { type: 'phrase' }>;

/** A stretch of text of an article with its tokens. */
export interface TokenizedText extends FieldText {
  tokens: Token[];
}

/** An article cut into tokens once, for matching many queries. */
export interface TokenizedArticle {
  date: string | undefined;
  fields: Record<FieldScope, TokenizedText[]>;
}

/** Cuts an article into tokens; give the result to `matchTokens` and `phraseSpans` as often as needed. */
export function tokenizeArticle(article: Article): TokenizedArticle {
  const known = new Map<string, Token[]>();
  const tokensOf = (text: string): Token[] => {
    const tokens = known.get(text) ?? tokenize(text);
    known.set(text, tokens);
    return tokens;
  };
  const fields = Object.entries(articleFields(article)).map(([field, texts]) => [
    field,
    texts.map((text) => ({ ...text, tokens: tokensOf(text.text) })),
  ]);
  return { date: article.publication?.date, fields: Object.fromEntries(fields) };
}

function fits(token: Token | undefined, term: Term): boolean {
  if (!token) return false;
  return term.prefix ? token.text.startsWith(term.text) : token.text === term.text;
}

/** Every place where the phrase stands in the text, in order; places may overlap. */
export function phraseSpans({ tokens, whole }: TokenizedText, { terms }: Phrase): Span[] {
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
      return article.fields[scope].some((text) => phraseSpans(text, query).length > 0);
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
