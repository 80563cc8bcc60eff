import { type Cursor, fail, peek, spanFrom, typed } from './cursor.ts';
import { addDays, dateForms, looksLikeDate, type Period, readPeriod } from './dates.ts';
import type { Lexeme } from './lex.ts';
import { problemAt, replaceSpan, type Trouble } from './problem.ts';
import type { Query } from './query.ts';
import { dateAsWord, quoteRun } from './trouble.ts';

/** Both ends inclusive. */
interface Range {
  from?: string;
  to?: string;
}

const mostNotes = 20;

/** What people write between two dates. */
const until = /^(?:to|until|till|through|[-–—])$/i;

function noteReading(cursor: Cursor, { from, ambiguous }: Period): void {
  const { source, notes } = cursor;
  if (!ambiguous || notes.length >= mostNotes) return;
  const { span } = peek(cursor);
  const message = `${source.slice(span.start, span.end)} was read ${ambiguous}, as ${from}.`;
  notes.push(problemAt(source, { message, span, mend: replaceSpan(source, span, from) }));
}

/** Dates as they are written elsewhere, and what they mean; with dots the day comes first everywhere. */
const otherForms: [RegExp, string][] = [
  [/^(\d{4})[-–—](\d{4})$/, 'from $1 to $2'],
  [/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/, '$1-$2-$3'],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, '$3-$2-$1'],
  [/^([-−–]\d+)d(?:ays?)?$/i, '$1'],
];

/** The query with the date at the cursor, and the end of its range, as they are written here. */
function meantPeriods({ source, lexemes, at }: Cursor): string {
  let mended = source;
  for (const { kind, span } of lexemes.slice(at, at + 3).toReversed()) {
    const text = source.slice(span.start, span.end);
    const [form, meant] = otherForms.find(([pattern]) => kind === 'word' && pattern.test(text)) ?? [];
    if (form && meant) mended = replaceSpan(mended, span, text.replace(form, meant));
  }
  return mended;
}

function parsePeriod(cursor: Cursor, operator: number): Period | null {
  const lexeme = peek(cursor);
  const period = lexeme.kind === 'word' ? readPeriod(lexeme.text, cursor.dates) : 'A date is missing here.';
  if (typeof period === 'string') {
    const mends = [meantPeriods(cursor), quoteRun(cursor, operator)];
    return fail(cursor, { message: period, span: lexeme.span, expected: dateForms, mends });
  }
  noteReading(cursor, period);
  cursor.at++;
  return period;
}

function parseRange(cursor: Cursor, operator: number): Range | null {
  const first = peek(cursor).span.start;
  const from = parsePeriod(cursor, operator);
  if (!from) return null;
  const middle = peek(cursor);
  const { source, lexemes, at } = cursor;
  const keyword = lexemes[operator + 1]?.span ?? middle.span;
  if (middle.kind !== 'word' || middle.text.toLowerCase() !== 'to') {
    const expected = 'to and a second date, or “after” and one date';
    const open = { start: keyword.start, end: lexemes[at - 1]?.span.end ?? first };
    const mends = [
      ...(until.test(typed(cursor, middle)) ? [replaceSpan(source, middle.span, 'to')] : []),
      replaceSpan(source, open, `after ${addDays(from.from, -1)}`),
    ];
    return fail(cursor, { message: 'The end of the range is missing.', span: middle.span, expected, mends });
  }
  cursor.at++;
  const to = parsePeriod(cursor, operator);
  if (!to) return null;
  if (from.from > to.to) {
    const span = spanFrom(cursor, first);
    const mends = [replaceSpan(cursor.source, span, `${to.from} to ${from.to}`)];
    return fail(cursor, { message: 'The range ends before it begins.', span, mends });
  }
  return { from: from.from, to: to.to };
}

/** What is wrong with a range that begins at its first date. */
function withoutFrom(cursor: Cursor, { span }: Lexeme): Trouble {
  const { source } = cursor;
  const between = peek(cursor).span;
  const mended = `${source.slice(0, span.start)}from ${source.slice(span.start, between.start)}to${source.slice(between.end)}`;
  const message = 'A range of dates begins with “from”.';
  return { message, span: between, expected: 'date from X to Y', mends: [mended] };
}

function parseDateValue(cursor: Cursor, operator: number): Range | null {
  const next = peek(cursor);
  const word = next.kind === 'word' ? next.text.toLowerCase() : '';
  const keyword = ['from', 'after', 'before'].includes(word) ? word : undefined;
  if (keyword) cursor.at++;
  else if (!looksLikeDate(word)) return fail(cursor, dateAsWord(cursor, operator));
  if (keyword === 'from') return parseRange(cursor, operator);
  const period = parsePeriod(cursor, operator);
  if (!period) return null;
  if (!keyword && until.test(typed(cursor, peek(cursor)))) return fail(cursor, withoutFrom(cursor, next));
  if (keyword === 'after') return { from: addDays(period.to, 1) };
  if (keyword === 'before') return { to: addDays(period.from, -1) };
  return { from: period.from, to: period.to };
}

/** What is wrong with a second end behind a date, without its own “date”: `and before 2018`. */
function dateWithout({ source, lexemes, at }: Cursor): Trouble | undefined {
  const [joint, next, behind] = lexemes.slice(at, at + 3);
  const isJoint = joint?.kind === 'and' || joint?.kind === 'or' || joint?.kind === 'not';
  if (!isJoint || next?.kind !== 'word' || behind?.kind !== 'word') return undefined;
  if (!/^(?:from|after|before|aft|bef)$/i.test(next.text) || !looksLikeDate(behind.text)) return undefined;
  const typed = source.slice(next.span.start, behind.span.end);
  return {
    message: `“${typed}” is words here; each date has a “date” of its own.`,
    span: next.span,
    expected: `date ${typed}, or quotation marks around words to look for`,
    mends: [replaceSpan(source, next.span, `date ${next.text}`)],
  };
}

/** `date 2017`, `date from X to Y`, `date after X`, `date before X`. */
export function parseDate(cursor: Cursor): Query | null {
  const operator = cursor.at;
  const { span } = peek(cursor);
  if (cursor.insideField) {
    return fail(cursor, { message: 'A date stands outside the brackets of a field.', span });
  }
  cursor.at++;
  const range = parseDateValue(cursor, operator);
  const trouble = range && dateWithout(cursor);
  if (trouble) return fail(cursor, trouble);
  return range && { type: 'date', ...range, span: spanFrom(cursor, span.start) };
}
