import { languageNames } from '../read/tables/languages.ts';
import type { Query, Term } from './query.ts';
import { tokenize } from './tokens.ts';

type Field = Extract<Query, { type: 'field' }>;
type Phrase = Extract<Query, { type: 'phrase' }>;

const termsOf = (text: string): Term[] =>
  tokenize(text).map((token) => ({ text: token.text, prefix: false }));
const keyOf = (terms: readonly Term[]): string => terms.map(({ text }) => text).join(' ');

let codes: Map<string, Term[]> | undefined;

/** The terms of a language's code by those of each of its names. */
function codesByName(): Map<string, Term[]> {
  codes ??= new Map(
    Object.entries(languageNames).flatMap(([code, names]) =>
      names.split('|').map((name): [string, Term[]] => [keyOf(termsOf(name)), termsOf(code)]),
    ),
  );
  return codes;
}

function withCode(phrase: Phrase): Query {
  const isSpelled = phrase.terms.every(({ text, prefix }) => !prefix && !text.includes('?'));
  const code = isSpelled ? codesByName().get(keyOf(phrase.terms)) : undefined;
  if (!code || keyOf(code) === keyOf(phrase.terms)) return phrase;
  return { type: 'or', of: [phrase, { ...phrase, terms: code }], span: phrase.span };
}

function withCodes(query: Query): Query {
  switch (query.type) {
    case 'phrase':
      return withCode(query);
    case 'or':
    case 'and':
      return { ...query, of: query.of.map(withCodes) };
    case 'not':
      return { ...query, include: withCodes(query.include), exclude: withCodes(query.exclude) };
    default:
      return query;
  }
}

/** The names of a language in the vendor's interface languages, by its BCP 47 code. Example: `de` is German, Deutsch, allemand. */
export function namesOfLanguage(code: string): readonly string[] {
  return Object.hasOwn(languageNames, code) ? (languageNames[code] ?? '').split('|') : [];
}

const known = new WeakMap<Field, Query>();

/**
 * What a field asks for. A file may name its language in any language, or by its code alone: in `la=` each name of a language
 * stands for its code as well.
 */
export function fieldValue(field: Field): Query {
  if (field.field !== 'la' && field.field !== 'lang') return field.of;
  const value = known.get(field) ?? withCodes(field.of);
  known.set(field, value);
  return value;
}
