import type { Span } from '../diagnostic.ts';
import { partsOf } from './explain.ts';
import { fieldColumns, type TextColumn } from './fields.ts';
import { type Lexeme, lex } from './lex.ts';
import { type ParseOptions, parseQuery } from './parse.ts';
import { problemAt, replaceSpan, type Trouble } from './problem.ts';
import { isPlaces, type Query, type QueryField, type QueryProblem } from './query.ts';

interface Context {
  source: string;
  lexemes: Lexeme[];
  query: Query;
}
type Rule = (context: Context) => Trouble[];

/** Every part of a query, itself first, but for those left out and what is within them. */
function* everyPart(query: Query, leavesOut: (part: Query) => boolean = () => false): Generator<Query> {
  if (leavesOut(query)) return;
  yield query;
  for (const part of partsOf(query)) yield* everyPart(part, leavesOut);
}

function textOf({ source }: Context, { start, end }: Span): string {
  return source.slice(start, end);
}

/** Whether a part stands in brackets of its own. */
function isBracketed({ source }: Context, { start, end }: Span): boolean {
  return (
    /[(（]\s*$/.test(source.slice(Math.max(0, start - 20), start)) &&
    /^\s*[)）]/.test(source.slice(end, end + 20))
  );
}

function spanOver(first: Lexeme | undefined, last: Lexeme | undefined): Span {
  return { start: first?.span.start ?? 0, end: last?.span.end ?? first?.span.end ?? 0 };
}

function inBrackets({ source }: Context, span: Span): string {
  return replaceSpan(source, span, `(${source.slice(span.start, span.end)})`);
}

/** Operators within quotation marks are words. */
const quotedOperators: Rule = (context) =>
  context.lexemes.flatMap((lexeme) => {
    if (lexeme.kind !== 'quoted') return [];
    const found = /(?<=\s)(and|or|not|adj\d{0,3}|near\d{1,3}|w\/\d{1,3})(?=\s)/i.exec(lexeme.text);
    if (!found) return [];
    const start = lexeme.span.start + 1 + found.index;
    const span = { start, end: start + found[0].length };
    const apart = `${context.source.slice(0, start).trimEnd()}" ${found[0].toLowerCase()} "${context.source.slice(span.end).trimStart()}`;
    const message = `“${found[0]}” stands within quotation marks: it is looked for as a word.`;
    return [{ message, span, mends: [apart] }];
  });

/** Single quotation marks are white space. */
const singleQuotes: Rule = (context) => {
  const pattern = /(?<=^|[\s(=])(['‘])([^'‘’"()=]{1,200}\s[^'‘’"()=]{1,200})['’](?=$|[\s)])/g;
  return [...context.source.matchAll(pattern)].map((found) => {
    const span = { start: found.index, end: found.index + found[0].length };
    const message = 'Single quotation marks mean nothing; operators between them stay operators.';
    return { message, span, mends: [replaceSpan(context.source, span, `"${found[2]}"`)] };
  });
};

const andNot: Rule = (context) =>
  context.lexemes.flatMap((lexeme, index) => {
    const next = context.lexemes[index + 1];
    if (lexeme.kind !== 'and' || next?.kind !== 'not') return [];
    const span = { start: lexeme.span.start, end: next.span.end };
    const message = '“and not” excludes from all that this “and” joins; “not” says the same.';
    return [{ message, span, mends: [replaceSpan(context.source, span, 'not')] }];
  });

/** `and` and `not` bind more tightly than `or`. */
const mixedConnectives: Rule = (context) =>
  [...everyPart(context.query)].flatMap((part) => {
    if (part.type !== 'or') return [];
    const inner = part.of.find(
      (one) => (one.type === 'and' || one.type === 'not') && !isBracketed(context, one.span),
    );
    if (!inner || inner.type === 'all') return [];
    const message = `“${inner.type}” binds more tightly than “or”; brackets say what is meant.`;
    return [{ message, span: inner.span, mends: [inBrackets(context, inner.span)] }];
  });

/** Operators of distance bind from left to right. */
const mixedDistances: Rule = (context) =>
  [...everyPart(context.query)].flatMap((part) => {
    if (part.type !== 'near' && part.type !== 'same') return [];
    const { left } = part;
    const differs =
      (left.type === 'near' || left.type === 'same') &&
      (left.type !== part.type ||
        (left.type === 'near' && part.type === 'near' && left.operator !== part.operator));
    if (!differs || isBracketed(context, left.span) || textOf(context, left.span).startsWith('(')) return [];
    const message = 'Operators of distance are taken from left to right; brackets say what is meant.';
    return [{ message, span: left.span, mends: [inBrackets(context, left.span)] }];
  });

/** Ordered here, either order elsewhere. */
const ordered: Rule = (context) =>
  context.lexemes.flatMap((lexeme) => {
    if (lexeme.kind !== 'near' || lexeme.operator !== 'w') return [];
    const { span, words } = lexeme;
    const message = `w/${words} finds the second after the first only; near${words} finds either order.`;
    return [{ message, span, mends: [replaceSpan(context.source, span, `near${words}`)] }];
  });

/** `same` between bare words is often meant as a word: `at the same time`. */
const wordsThatAreOperators: Rule = (context) =>
  context.lexemes.flatMap((lexeme, index) => {
    if (lexeme.kind !== 'same' || textOf(context, lexeme.span) !== 'same') return [];
    const before = context.lexemes[index - 1];
    const after = context.lexemes[index + 1];
    if (before?.kind !== 'word' || after?.kind !== 'word' || !common.has(before.text.toLowerCase()))
      return [];
    const span = { start: before.span.start, end: after.span.end };
    const message = '“same” is an operator (in one paragraph); in quotation marks it is a word.';
    return [
      {
        message,
        span: lexeme.span,
        mends: [replaceSpan(context.source, span, `"${textOf(context, span)}"`)],
      },
    ];
  });

/** Words that are operators only with a number behind them. */
const operatorsWithoutNumber: Rule = (context) =>
  context.lexemes.flatMap((lexeme, index) => {
    if (lexeme.kind !== 'word' || !/^(?:near|within|atleast)$/i.test(lexeme.text)) return [];
    const [next, second, third] = context.lexemes.slice(index + 1);
    const inRun = ['word', 'quoted', 'open'].includes(next?.kind ?? 'end');
    const isAtLeast = /^atleast$/i.test(lexeme.text);
    if (!inRun || (index === 0 && !isAtLeast)) return [];
    const [number] = next?.kind === 'word' ? (/^\d{1,3}$/.exec(next.text) ?? []) : [];
    // A number at the end of a query is no distance.
    if (number !== undefined && second?.kind !== 'word' && second?.kind !== 'quoted') return [];
    const ofWords = /^words of$/i.test(textOf(context, spanOver(second, third)));
    const last = number === undefined ? lexeme : ofWords ? third : next;
    const name = isAtLeast ? 'atleast2' : `near${number ?? 5}`;
    const message = `“${lexeme.text}” is a word to look for; an operator has its number directly behind it.`;
    const span = spanOver(lexeme, last);
    return [
      {
        message,
        span,
        expected: `an operator such as ${name}`,
        mends: [replaceSpan(context.source, span, name)],
      },
    ];
  });

/** Truncation of other languages; a name may end so: `Yahoo!`. */
const exclamations: Rule = (context) =>
  context.lexemes.flatMap((lexeme) => {
    if (lexeme.kind !== 'word' || !/^\p{Ll}{3,}!$/u.test(lexeme.text)) return [];
    const { span } = lexeme;
    const open = `${lexeme.text.slice(0, -1)}*`;
    const message = `The ! behind a word means nothing; ${open} finds any ending.`;
    return [{ message, span, mends: [replaceSpan(context.source, span, open)] }];
  });

const common = new Set(
  'the a an of to in for on at by with from and or not as is are was were be it its this that der die das le la les de el los'.split(
    ' ',
  ),
);

/** Whether a part names a field of names and codes, in which such a word is none of every text: `la=it`. */
function isOfValues(part: Query): boolean {
  const texts: readonly TextColumn[] = fieldColumns.text;
  return part.type === 'field' && !fieldColumns[part.field].every((column) => texts.includes(column));
}

const commonWords: Rule = (context) =>
  [...everyPart(context.query, isOfValues)].flatMap((part) => {
    if (part.type !== 'phrase' || part.terms.length > 1) return [];
    const [term] = part.terms;
    if (!term || term.prefix || !common.has(term.text)) return [];
    return [{ message: `“${term.text}” is a very common word.`, span: part.span }];
  });

const questions: Rule = (context) =>
  [...everyPart(context.query)].flatMap((part) => {
    if (part.type !== 'phrase' || part.quoted) return [];
    const term = part.terms.find(({ text }) => text.endsWith('?'));
    if (!term) return [];
    const message = `The ? behind “${term.text.replace(/\?+$/, '')}” stands for exactly one more character; in quotation marks it is punctuation.`;
    return [
      {
        message,
        span: part.span,
        mends: [replaceSpan(context.source, part.span, `"${textOf(context, part.span)}"`)],
      },
    ];
  });

/** Fields of codes, of which a bare word behind one may be meant as another. */
const ofCodes = new Set<QueryField>([
  'sc',
  'rst',
  'an',
  'la',
  'lang',
  're',
  'ns',
  'co',
  'in',
  'pe',
  'kind',
  'issue',
  'tag',
  'has',
]);

function isBareWord(part: Query | undefined): part is Extract<Query, { type: 'phrase' }> {
  return part?.type === 'phrase' && !part.quoted && part.terms.length === 1;
}

/** A field and a date hold for what stands directly behind them: `rst=wsjo or nytf`, `date 2017 or 2018`. */
const leftAlone: Rule = (context) =>
  [...everyPart(context.query)].flatMap((part) => {
    if (part.type !== 'or') return [];
    return part.of.flatMap((one, index): Trouble[] => {
      const rest = part.of.slice(index + 1);
      const [next] = rest;
      if (!isBareWord(next)) return [];
      const word = textOf(context, next.span);
      if (one.type === 'date' && /^(?:19|20)\d\d$/.test(word)) {
        const message = `“${word}” is a word here; each date has a “date” of its own.`;
        return [
          { message, span: next.span, mends: [replaceSpan(context.source, next.span, `date ${word}`)] },
        ];
      }
      if (one.type !== 'field' || !ofCodes.has(one.field) || one.of.type !== 'phrase') return [];
      const end = rest.findIndex((other) => !isBareWord(other));
      const last = rest.slice(0, end < 0 ? rest.length : end).findLast(isBareWord) ?? next;
      const values = { start: one.of.span.start, end: last.span.end };
      const message = `“${word}” is a word of the text here; what ${one.field}= holds for stands in brackets.`;
      return [{ message, span: next.span, mends: [inBrackets(context, values)] }];
    });
  });

/** A part of a negation that names what the query has nothing else of: it excludes what it asks for. */
const selfExclusion: Rule = (context) =>
  [...everyPart(context.query)].flatMap((part) => {
    if (part.type !== 'not' || !isPlaces(part.include) || !isPlaces(part.exclude)) return [];
    const [include, exclude] = [part.include, part.exclude].map((one) =>
      textOf(context, one.span).toLowerCase(),
    );
    return include === exclude ? [{ message: 'What is asked for is excluded again.', span: part.span }] : [];
  });

const rules: Rule[] = [
  quotedOperators,
  singleQuotes,
  andNot,
  mixedConnectives,
  mixedDistances,
  ordered,
  wordsThatAreOperators,
  operatorsWithoutNumber,
  exclamations,
  commonWords,
  questions,
  leftAlone,
  selfExclusion,
];

/**
 * What a query may be meant to say and does not: each with its place and, where one is known, the query that says it. Empty
 * for a text that is no query, whose problems `parseQuery` gives. In the order of the text.
 */
export function lintQuery(text: string, options: ParseOptions = {}): QueryProblem[] {
  const parsed = parseQuery(text, options);
  if (!parsed.ok || options.dialect === 'nexis') return [];
  const context: Context = { source: text, lexemes: lex(text), query: parsed.query };
  return rules
    .flatMap((rule) => rule(context))
    .sort((a, b) => a.span.start - b.span.start)
    .slice(0, mostNotes)
    .map((trouble) => {
      const mend = trouble.mends?.find((candidate) => parseQuery(candidate, options).ok);
      return problemAt(text, { ...trouble, mend });
    });
}

/** A list that somebody reads. */
const mostNotes = 20;
