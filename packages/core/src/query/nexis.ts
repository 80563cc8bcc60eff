import type { Span } from '../diagnostic.ts';
import { foreign, type Lexeme, lex, type Operator, type Sign } from './lex.ts';
import type { QueryField } from './query.ts';

/** Segments, and the field that holds the same. */
const segments: Record<string, QueryField> = {
  headline: 'hd',
  hlead: 'hlp',
  lead: 'lp',
  body: 'td',
  text: 'td',
  byline: 'by',
  author: 'by',
  section: 'se',
  publication: 'sn',
  source: 'sn',
  publisher: 'pub',
  company: 'co',
  subject: 'ns',
  terms: 'ns',
  geographic: 're',
  industry: 'in',
  person: 'pe',
  language: 'la',
};

const cannot = (message: string, instead?: string) => (): Sign => ({
  kind: 'foreign',
  construct: { message, ...(instead === undefined ? {} : { instead }) },
});

/** Words before a bracket that say how a word is written. */
const writings = /^(?:allcaps|caps|nocaps|singular|plural)$/;

const near = (number: string): Sign => ({ kind: 'near', operator: 'near', words: Number(number) });
const within = (number: string): Sign => ({ kind: 'near', operator: 'w', words: Number(number) });

const operators: Operator[] = [
  [/^(?:w|near)?\/(\d{1,9})$/, near],
  [/^w(\d{1,9})$/, near],
  [/^(?:pre|onear)\/(\d{1,9})$/, within],
  [/^\+(\d{1,9})$/, within],
  [/^w\/(?:p|para)$/, () => ({ kind: 'same' })],
  [/^w\/(?:s|sent)$/, cannot('No operator speaks of sentences.', 'w/15')],
  [/^w\/seg$/, cannot('No operator speaks of segments.', 'and')],
  [/^atleast(\d{1,9})$/, (number) => ({ kind: 'atleast', times: Number(number) })],
  [
    /^(?:adj|near|same|%)\d*$|^\/f\d+\/$/,
    foreign('This operator is of the Factiva language; choose that.', () => 'and'),
  ],
];

/** `elect!` is `elect*`; `*` inside a word is one character, as `?` is. Every sign keeps its place. */
function translateWord(text: string): string {
  return text.replace(/!$/, '*').replace(/\*(?=[^*])/g, '?');
}

const elsewhere: Record<string, string> = {
  length: 'The length is written wc>500 or wc<500.',
  date: 'Dates are written date aft 2017-04-01, date bef 2017-04-30 or date from 2017-04-01 to 2017-04-30.',
};

/** What a word says that leads a bracket; directly before it, it can be a segment only. */
function signBefore(word: string, attached: boolean): Sign | undefined {
  const name = word.normalize('NFKC').toLowerCase();
  const lookUp = <T>(table: Record<string, T>): T | undefined =>
    Object.hasOwn(table, name) ? table[name] : undefined;
  const field = lookUp(segments);
  if (field) return { kind: 'field', field };
  if (writings.test(name))
    return cannot(`${word}( ) cannot be carried: capitals and endings do not count.`, '')();
  const otherwise = lookUp(elsewhere);
  if (otherwise) return cannot(otherwise)();
  return attached ? cannot(`No field holds what the segment ${word}( ) does.`, `${word} `)() : undefined;
}

const dateWords: Record<string, string> = { aft: 'after', bef: 'before' };

/** `date aft 2017`, `date bef 2017`, `date is 2017`. */
function translateDate(lexeme: Lexeme): Lexeme | undefined {
  if (lexeme.kind !== 'word') return lexeme;
  const word = lexeme.text.toLowerCase();
  if (word === 'is') return undefined;
  return { ...lexeme, text: Object.hasOwn(dateWords, word) ? (dateWords[word] as string) : lexeme.text };
}

function translate(lexeme: Lexeme, before: Lexeme | undefined, next: Lexeme | undefined): Lexeme | undefined {
  const { span } = lexeme;
  const attached = next?.kind === 'open' && next.span.start === span.end;
  if (lexeme.kind === 'date' && next?.kind === 'open') return { ...cannot(elsewhere.date ?? '')(), span };
  if (lexeme.kind !== 'word') return lexeme;
  if (before?.kind === 'date') return translateDate(lexeme);
  const leads = attached || (next?.kind === 'open' && next.span.start === span.end + 1);
  const sign = leads ? signBefore(lexeme.text, attached) : undefined;
  return sign ? { ...sign, span } : { kind: 'word', text: translateWord(lexeme.text), span };
}

/** A lexeme, or a bracket with all that is in it. */
type Item = Lexeme | { items: Item[] };

const loosest = 2_000;

/** How loosely an operator binds: `or` tightest, then the shorter distance before the longer, then the paragraph. */
function rankOf(item: Item): number | undefined {
  if ('items' in item) return undefined;
  if (item.kind === 'or') return 0;
  if (item.kind === 'near') return item.words;
  if (item.kind === 'same') return loosest - 1;
  return item.kind === 'and' || item.kind === 'not' ? loosest : undefined;
}

function placeOf(item: Item | undefined, end: 'start' | 'end'): number {
  if (!item) return 0;
  return 'items' in item ? placeOf(item.items.at(end === 'start' ? 0 : -1), end) : item.span[end];
}

/** Brackets, of no width, around what binds more tightly than ours would have it. */
function bracketed(items: Item[]): Item {
  const [start, end] = [placeOf(items[0], 'start'), placeOf(items.at(-1), 'end')];
  const open: Item = { kind: 'open', span: { start, end: start } };
  return { items: [open, ...items, { kind: 'close', span: { start: end, end } }] };
}

function bind(items: Item[]): Item[] {
  const rank = Math.max(-1, ...new Set(items.map((item) => rankOf(item) ?? -1)));
  if (rank <= 0) return items;
  const bound: Item[] = [];
  let part: Item[] = [];
  const close = (): void => {
    const inner = bind(part);
    if (inner.some((item) => rankOf(item) !== undefined)) bound.push(bracketed(inner));
    else bound.push(...inner);
    part = [];
  };
  for (const item of items) {
    if (rankOf(item) !== rank) part.push(item);
    else {
      close();
      bound.push(item);
    }
  }
  close();
  return bound;
}

// More brackets than the parser takes are its business.
const deepest = 100;

/** The same lexemes, with brackets where the operators of Nexis bind otherwise. */
function bindAll(lexemes: Lexeme[]): Lexeme[] {
  const stack: Item[][] = [[]];
  for (const lexeme of lexemes) {
    if (lexeme.kind === 'end') break;
    if (lexeme.kind === 'open') stack.push([lexeme]);
    else if (lexeme.kind === 'close' && stack.length > 1) {
      const [open, ...inner] = stack.pop() as [Item, ...Item[]];
      stack.at(-1)?.push({ items: [open, ...bind(inner), lexeme] });
    } else stack.at(-1)?.push(lexeme);
    if (stack.length > deepest) return lexemes;
  }
  const flat = (items: Item[]): Lexeme[] =>
    items.flatMap((item) => ('items' in item ? flat(item.items) : [item]));
  const open = stack.slice(0, -1).flatMap(flat);
  return [...open, ...flat(bind(stack.at(-1) ?? [])), ...lexemes.slice(-1)];
}

/** The pieces of a query in the Nexis language, as those of ours. */
export function lexNexis(source: string): Lexeme[] {
  const lexemes = lex(source, operators);
  const translated = lexemes.flatMap(
    (lexeme, index) => translate(lexeme, lexemes[index - 1], lexemes[index + 1]) ?? [],
  );
  return bindAll(translated);
}

/** What a query in the Nexis language finds there and not here, or how it was read. */
export function nexisNotes(lexemes: Lexeme[]): { message: string; span: Span }[] {
  const word = lexemes.find(({ kind }) => kind === 'word');
  if (!word) return [];
  const message =
    'Nexis also finds regular plurals and possessives; here a word is found as it is written. Add $1 or * where endings count.';
  return [{ message, span: word.span }];
}
