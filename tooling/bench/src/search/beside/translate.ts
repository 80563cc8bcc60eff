import { parseQuery, type Query, type Term } from '@pressmark/core/query';
import type { Selection } from '@pressmark/store';

/** How another engine says the parts of a query; what it has no way to say is left out. */
export interface Language {
  /** Words directly after one another, or one word, anywhere or in the headline. */
  phrase(terms: readonly Term[], where: 'text' | 'headline'): string | null;
  and(parts: string[]): string;
  or(parts: string[]): string;
  /** `b` at most so many words after `a`. */
  after?(a: string, b: string, words: number): string;
  /** At most so many words apart. */
  near?(a: string, b: string, words: number): string;
  sameParagraph?(a: string, b: string): string;
}

type Where = Parameters<Language['phrase']>[1];

/** A query in another engine's language, or null where that cannot say exactly it. */
export function translate(q: string, language: Language): string | null {
  const parsed = parseQuery(q);
  if (!parsed.ok) throw new Error(`${q}: ${parsed.problems[0]?.message}`);
  return say(parsed.query, language, 'text');
}

function say(query: Query, language: Language, where: Where): string | null {
  switch (query.type) {
    case 'phrase':
      return language.phrase(query.terms, where);
    case 'and':
    case 'or': {
      const parts = query.of.map((part) => say(part, language, where));
      return parts.every((part) => part !== null) ? language[query.type](parts) : null;
    }
    case 'field':
      return query.field === 'hd' ? say(query.of, language, 'headline') : null;
    case 'near':
    case 'same': {
      const [a, b] = [query.left, query.right].map((side) => sayWord(side, language, where));
      if (!a || !b) return null;
      if (query.type === 'same') return language.sameParagraph?.(a, b) ?? null;
      if (query.operator === 'adj') return language.after?.(a, b, query.words) ?? null;
      return query.operator === 'near' ? (language.near?.(a, b, query.words) ?? null) : null;
    }
    default:
      return null;
  }
}

/** Sides of a distance that are more than a word mean too many things in too many languages. */
function sayWord(side: Query, language: Language, where: Where): string | null {
  return side.type === 'phrase' && side.terms.length === 1 ? say(side, language, where) : null;
}

/** A selection of the mix as bounds: publication days, both inclusive, and a source. */
export function boundsOf({ year, source }: Selection = {}): { from?: string; to?: string; source?: string } {
  return {
    ...(year?.[0] && { from: `${year[0]}-01-01`, to: `${year[0]}-12-31` }),
    ...(source?.[0] && { source: source[0] }),
  };
}
