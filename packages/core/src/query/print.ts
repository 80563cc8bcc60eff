import { printDates } from './dates.ts';
import type { Query, Term } from './query.ts';
import { isUnspaced } from './tokens.ts';

function printTerms(terms: Term[]): string {
  let text = '';
  let previous: Term | undefined;
  for (const term of terms) {
    const joins = previous && isUnspaced(previous.text) && isUnspaced(term.text);
    text += `${previous && !joins ? ' ' : ''}${term.text}${term.prefix ? '*' : ''}`;
    previous = term;
  }
  return text;
}

/** A part in brackets where its operator binds looser than what it stands in. */
function printPart(query: Query, bracketed: Query['type'][]): string {
  const text = printQuery(query);
  return bracketed.includes(query.type) ? `(${text})` : text;
}

/**
 * The canonical text of a query: `parseQuery(printQuery(q))` gives q again, up to spans. `all` can only stand alone, and a
 * field holds no other field and no date, as the parser has it.
 */
export function printQuery(query: Query): string {
  switch (query.type) {
    case 'all':
      return '';
    case 'phrase': {
      const text = printTerms(query.terms);
      return query.quoted ? `"${text}"` : text;
    }
    case 'or':
      return query.of.map((part) => printPart(part, ['or'])).join(' or ');
    case 'and':
      return query.of.map((part) => printPart(part, ['or', 'and'])).join(' and ');
    case 'not': {
      const [include, exclude] = [query.include, query.exclude].map((part) =>
        printPart(part, ['or', 'and', 'not']),
      );
      return `${include} not ${exclude}`;
    }
    case 'field':
      return `${query.field}=${printPart(query.of, ['or', 'and', 'not'])}`;
    case 'date':
      return `date ${printDates(query)}`;
  }
}
