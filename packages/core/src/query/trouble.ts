import { type Cursor, peek, typed } from './cursor.ts';
import type { Lexeme } from './lex.ts';
import { replaceSpan, type Trouble } from './problem.ts';
import { type QueryField, queryFields } from './query.ts';
import type { WordTrouble } from './terms.ts';

/** Names people try, and the field they mean. */
export const meant: Record<string, QueryField> = {
  headline: 'hd',
  title: 'hd',
  lead: 'lp',
  text: 'td',
  body: 'td',
  author: 'by',
  byline: 'by',
  section: 'se',
  column: 'clm',
  credit: 'cr',
  caption: 'art',
  source: 'rst',
  language: 'la',
  region: 're',
  subject: 'ns',
  company: 'co',
  industry: 'in',
  person: 'pe',
  publisher: 'pub',
};

const operator = 'and, or, not';

/** The query with the run of words around a lexeme in quotes. */
export function quoteRun({ source, lexemes }: Cursor, index: number): string {
  const isWord = (place: number): boolean =>
    ['word', 'foreign', 'date', 'near', 'first', 'same', 'atleast'].includes(lexemes[place]?.kind ?? 'end');
  let first = index;
  let last = index;
  while (isWord(first - 1)) first--;
  while (isWord(last + 1)) last++;
  const span = { start: lexemes[first]?.span.start ?? 0, end: lexemes[last]?.span.end ?? source.length };
  return replaceSpan(source, span, `"${source.slice(span.start, span.end).trimEnd()}"`);
}

function foreign(cursor: Cursor, index: number): Trouble | undefined {
  const lexeme = cursor.lexemes[index];
  if (lexeme?.kind !== 'foreign') return undefined;
  const { message, instead, expected, orQuoted, dialect } = lexeme.construct;
  const trouble = { message, span: lexeme.span, dialect, ...(expected === undefined ? {} : { expected }) };
  if (instead === undefined) return trouble;
  if (instead === 'quote') return { ...trouble, mends: [quoteRun(cursor, index)] };
  return {
    ...trouble,
    mends: [
      replaceSpan(cursor.source, lexeme.span, instead),
      replaceAllForeign(cursor),
      ...(orQuoted ? [quoteRun(cursor, index)] : []),
    ],
  };
}

/** The query with every sign of another language as what does for it. */
function replaceAllForeign({ source, lexemes }: Cursor): string {
  let at = 0;
  const pieces = lexemes.flatMap((lexeme) => {
    const instead = lexeme.kind === 'foreign' ? lexeme.construct.instead : undefined;
    if (instead === undefined || instead === 'quote') return [];
    const before = source.slice(at, lexeme.span.start);
    at = lexeme.span.end;
    return [before, instead];
  });
  return [...pieces, source.slice(at)].join('');
}

function unknownField(cursor: Cursor, index: number): Trouble | undefined {
  const lexeme = cursor.lexemes[index];
  if (lexeme?.kind !== 'unknown') return undefined;
  const name = lexeme.name.toLowerCase();
  const field = Object.hasOwn(meant, name) ? `${meant[name]}=` : undefined;
  const instead = name === 'date' ? 'date ' : field;
  const next = cursor.lexemes[index + 1]?.kind;
  return {
    message: name === '' ? 'A field name is missing before =.' : `There is no field “${lexeme.name}”.`,
    span: lexeme.span,
    expected: `one of the fields ${Object.keys(queryFields).join(', ')}`,
    mends: [
      ...(instead ? [replaceSpan(cursor.source, lexeme.span, instead)] : []),
      ...(next === 'word' || next === 'end' ? [quoteRun(cursor, index)] : []),
    ],
  };
}

/** What the lexemes alone tell: an unclosed quote, an unknown field, a construct of another language; the first of them. */
export function lexicalTrouble(cursor: Cursor): Trouble | undefined {
  const index = cursor.lexemes.findIndex(({ kind }) => ['unclosed', 'unknown', 'foreign'].includes(kind));
  const lexeme = cursor.lexemes[index];
  if (lexeme?.kind !== 'unclosed') return foreign(cursor, index) ?? unknownField(cursor, index);
  return {
    message: 'This quotation mark is not closed.',
    span: lexeme.span,
    expected: 'a second quotation mark',
    mends: [`${cursor.source.trimEnd()}"`],
  };
}

/** A lexeme stands where only an operator, a closing bracket or the end may stand. */
export function misplaced(cursor: Cursor): Trouble {
  const { source, lexemes, at } = cursor;
  const { kind, span } = peek(cursor);
  if (kind === 'close') {
    return {
      message: 'No bracket is open here.',
      span,
      expected: `${operator} or the end`,
      mends: [replaceSpan(source, span, '')],
    };
  }
  const before = lexemes[at - 1];
  const isNear = ['near', 'first', 'same'].includes(kind);
  return {
    message: isNear
      ? `“${typed(cursor, peek(cursor))}” cannot follow “${before ? typed(cursor, before) : ''}”: it measures between words and phrases.`
      : 'An operator is missing here.',
    span,
    expected: operator,
    mends: [
      isNear
        ? replaceSpan(source, span, kind === 'first' ? '' : 'and')
        : `${source.slice(0, span.start).trimEnd()} and ${source.slice(span.start)}`,
    ],
  };
}

/** Whether a lexeme begins what an article has to meet and what stands at no place. */
function isTest(kind: Lexeme['kind']): boolean {
  return kind === 'field' || kind === 'atleast' || kind === 'date' || kind === 'words';
}

/** Something to look for is missing at the cursor: an empty bracket, or an operator too many. */
export function missingOperand(cursor: Cursor): Trouble {
  const { source, lexemes, at } = cursor;
  const here = peek(cursor);
  const before = lexemes[at - 1];
  const expected = 'a word, a phrase, a field, a date or a bracket';
  if (here.kind === 'close' && before?.kind === 'open') {
    const span = { start: before.span.start, end: here.span.end };
    return { message: 'This bracket is empty.', span, expected, mends: [replaceSpan(source, span, '')] };
  }
  if (here.kind === 'end' || here.kind === 'close') {
    const operatorBefore = before && before.kind !== 'open' ? before : undefined;
    if (!operatorBefore) {
      const message = here.kind === 'close' ? 'No bracket is open here.' : 'The bracket is not closed.';
      return { message, span: before?.span ?? here.span, expected };
    }
    return {
      message: `Something is missing after “${typed(cursor, operatorBefore)}”.`,
      span: operatorBefore.span,
      expected,
      mends: [replaceSpan(source, operatorBefore.span, ''), quoteRun(cursor, at - 1)],
    };
  }
  const word = typed(cursor, here);
  if (before && ['near', 'same'].includes(before.kind) && isTest(here.kind)) {
    return {
      message: `“${typed(cursor, before)}” measures between words and phrases; “${word}” is neither.`,
      span: here.span,
      expected: 'a word, a phrase or a group joined by or',
      mends: [replaceSpan(source, before.span, 'and')],
    };
  }
  const leads = !before || before.kind === 'open';
  if (here.kind === 'not' && before?.kind === 'or') {
    const message = '“not” cannot follow “or”: that would find every article without what follows.';
    return { message, span: here.span, expected: `${expected}; “not” excludes from what stands before it` };
  }
  const dropped = here.kind === 'not' ? [] : [replaceSpan(source, here.span, '')];
  return {
    message: leads
      ? `Something is missing before “${word}”.`
      : `“${word}” cannot follow “${typed(cursor, before)}”.`,
    span: here.span,
    expected,
    mends: leads ? [...dropped, quoteRun(cursor, at)] : dropped,
  };
}

/** `date` stands where no date follows. */
export function dateAsWord(cursor: Cursor, index: number): Trouble {
  return {
    message: '“date” is an operator; put it in quotes to look for the word.',
    span: cursor.lexemes[index]?.span ?? peek(cursor).span,
    expected: 'from, after, before or a date after “date”',
    mends: [quoteRun(cursor, index)],
  };
}

/** What is wrong inside the word or quoted phrase at the cursor. */
export function insideWord(cursor: Cursor, { instead, span, ...trouble }: WordTrouble): Trouble {
  const lexeme = peek(cursor);
  const quoted = lexeme.kind === 'quoted';
  const start = lexeme.span.start + (quoted ? 1 : 0);
  const inner = quoted ? { start, end: lexeme.span.end - 1 } : lexeme.span;
  return {
    ...trouble,
    span: span.end === 0 ? lexeme.span : { start: start + span.start, end: start + span.end },
    mends: [
      ...(instead === undefined ? [] : [replaceSpan(cursor.source, inner, instead)]),
      ...(quoted ? [] : [quoteRun(cursor, cursor.at)]),
    ],
  };
}

/** What is wrong with the number of the operator at the cursor. */
export function checkNumber(
  cursor: Cursor,
  { name, number, most }: { name: string; number: number; most: number },
): Trouble | undefined {
  if (number >= 1 && number <= most) return undefined;
  const { span } = peek(cursor);
  const isDistance = name !== 'atleast' && name !== '/F';
  const nearest = `${name}${number > most ? most : 1}${name === '/F' ? '/' : ''}`;
  const instead = number > most && isDistance ? [`near${number}`, nearest] : [nearest];
  const mends = instead.map((one) => replaceSpan(cursor.source, span, one));
  const message = `${name} takes a number from 1 to ${most}.`;
  return {
    message,
    span,
    expected: `${name}1 to ${name}${most}`,
    mends,
  };
}

/** `hd=(a or td=b)` as `(hd=(a) or td=b)`, where the field at the cursor is the last thing in the brackets of the other. */
export function fieldsApart({ source, lexemes, at }: Cursor): string[] {
  let open = at - 1;
  for (let depth = 0; open > 0; open--) {
    const { kind } = lexemes[open] as Lexeme;
    if (kind === 'close') depth++;
    else if (kind === 'open' && depth-- === 0) break;
    // `not` and `and` bind more tightly than an `or` beside them.
    else if (depth === 0 && kind === 'or' && lexemes[at - 1]?.kind !== 'or') return [];
  }
  const [outer, bracket] = lexemes.slice(open - 1, open + 1);
  const joint = lexemes[at - 1];
  const value = lexemes[at + 1]?.kind;
  const end = lexemes.findIndex(({ kind }, place) => place > at + 1 && kind !== 'word' && kind !== 'quoted');
  const isLast = (value === 'word' || value === 'quoted') && lexemes[end]?.kind === 'close';
  if (outer?.kind !== 'field' || !bracket || !joint || !isLast) return [];
  const name = source.slice(outer.span.start, outer.span.end);
  const before = source.slice(bracket.span.end, joint.span.start).trim();
  return [`${source.slice(0, outer.span.start)}(${name}(${before}) ${source.slice(joint.span.start)}`];
}
