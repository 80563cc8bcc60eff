import { printDates } from './dates.ts';
import type { Places, Query, Term } from './query.ts';
import { printTerm } from './terms.ts';
import { isUnspaced } from './tokens.ts';
import { printWordCount } from './word-count-clause.ts';

function printTerms(terms: Term[]): string {
  let text = '';
  let previous: Term | undefined;
  for (const term of terms) {
    const joins = previous && isUnspaced(previous.text) && isUnspaced(term.text);
    text += `${previous && !joins ? ' ' : ''}${printTerm(term)}`;
    previous = term;
  }
  return text;
}

/** Within quotes a question mark behind a word is punctuation: a word that ends with one stands between them. */
function printQuoted(terms: Term[]): string {
  const runs: Term[][] = [];
  const isBare = (term: Term | undefined) => term?.text.endsWith('?') === true;
  for (const term of terms) {
    const run = runs.at(-1);
    if (run && isBare(run[0]) === isBare(term)) run.push(term);
    else runs.push([term]);
  }
  return runs.map((run) => (isBare(run[0]) ? printTerms(run) : `"${printTerms(run)}"`)).join(' ');
}

type Near = Extract<Places, { type: 'near' | 'same' }>;

function printOperator(query: Near): string {
  if (query.type === 'same') return 'same';
  const { operator, words } = query;
  if (operator === '%' || (operator === 'adj' && words === 1)) return operator;
  return operator === 'w' ? `w/${words}` : `${operator}${words}`;
}

const loose: Query['type'][] = ['or', 'near', 'same', 'first'];

/** Operators of distance bind from left to right: only where they are alike does one do without brackets. */
function printNear(query: Near): string {
  const { left, right } = query;
  const sign = printOperator(query);
  // A number behind `adj` would be taken for its own.
  const second = printPart(right, loose);
  const operator = sign === 'adj' && /^\d/.test(second) ? 'adj1' : sign;
  const alike = (left.type === 'near' || left.type === 'same') && printOperator(left) === sign;
  return `${printPart(left, alike ? [] : loose)} ${operator} ${second}`;
}

/** A part in brackets where its operator binds looser than what it stands in. */
function printPart(query: Query, bracketed: Query['type'][]): string {
  const text = printQuery(query);
  return bracketed.includes(query.type) ? `(${text})` : text;
}

/**
 * The canonical text of a query: `parseQuery(printQuery(q))` gives q again, up to spans. `all` can only stand alone, and a
 * field holds no other field, no date and no word count, as the parser has it.
 */
export function printQuery(query: Query): string {
  switch (query.type) {
    case 'all':
      return '';
    case 'phrase':
      return query.quoted ? printQuoted(query.terms) : printTerms(query.terms);
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
      return `${query.field}=${printPart(query.of, ['or', 'and', 'not', 'near', 'same', 'first', 'atleast'])}`;
    case 'near':
    case 'same':
      return printNear(query);
    case 'first':
      return `${printPart(query.of, ['or', 'near', 'same', 'first'])} /F${query.words}/`;
    case 'atleast':
      return `atleast${query.times} ${printPart(query.of, ['or', 'near', 'same', 'first'])}`;
    case 'words':
      return printWordCount(query);
    case 'date':
      return `date ${printDates(query)}`;
  }
}
