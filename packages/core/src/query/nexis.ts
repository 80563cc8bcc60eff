import type { Span } from '../diagnostic.ts';
import { comparisonOf, foreign, type Language, type Lexeme, lex, type Operator, type Sign } from './lex.ts';
import type { QueryField } from './query.ts';

/** Segments, and the field that holds the same. */
export const segments: Record<string, QueryField> = {
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

/** What finds too little or too much, and where nothing is excluded only finds more. */
function looser(
  { message, instead }: { message: string; instead: string },
  carried: { sign: Sign | null; note: string },
) {
  return (): Sign => ({ kind: 'foreign', construct: { message, instead, carried } });
}

const near = (number: string): Sign => ({ kind: 'near', operator: 'near', words: Number(number) });
const within = (number: string): Sign => ({ kind: 'near', operator: 'w', words: Number(number) });

const sentences = 'No operator speaks of sentences';
const order = 'No operator speaks of the order in a paragraph';
const inParagraph = (lost: string) => ({
  sign: { kind: 'same' as const },
  note: `${lost}: this was read as same, in one paragraph, which finds more.`,
});
const sentence = looser({ message: `${sentences}.`, instead: 'w/15' }, inParagraph(sentences));
const orderedSentence = looser(
  { message: `${sentences}.`, instead: 'pre/10' },
  inParagraph('No operator speaks of sentences, or of the order in a paragraph'),
);
const orderedParagraph = looser({ message: `${order}.`, instead: 'w/p' }, inParagraph(order));
const sameSegment = looser(
  { message: 'No operator speaks of segments.', instead: 'and' },
  {
    sign: { kind: 'and' },
    note: 'No operator speaks of segments: this was read as and, anywhere in an article, which finds more.',
  },
);
const apart = cannot('No operator finds a word that stands apart from another.', 'not');

const operators: Operator[] = [
  [/^(?:w|near)?\/(\d{1,9})$/, near],
  [/^w(\d{1,9})$/, near],
  [/^(?:pre|onear)\/(\d{1,9})$/, within],
  [/^\+(\d{1,9})$/, within],
  [/^(?:w|near)?\/(?:p|para)$/, () => ({ kind: 'same' })],
  [/^(?:pre\/|onear\/|\+)(?:p|para)$/, orderedParagraph],
  [/^(?:w|near)?\/(?:s|sent)$/, sentence],
  [/^(?:pre\/|onear\/|\+)(?:s|sent)$/, orderedSentence],
  [/^(?:(?:w|near|pre|onear)?\/|\+)seg$/, sameSegment],
  [/^not\/(?:\d{1,9}|p|para|s|sent|seg)$/, apart],
  [/^atl(?:east)?(\d{1,9})$/, (number) => ({ kind: 'atleast', times: Number(number) })],
  [
    /^(?:adj|near|same|%)\d*$|^\/f?\d+\/$/,
    foreign('This operator is of the Factiva language; choose that.', () => 'and'),
  ],
  [/^(?:w|near|pre|onear|not)?\//, cannot('This is no operator.', 'quote')],
  [
    /[<>]/,
    cannot(
      'Only length, the number of words, can be compared; dates are written date aft 2017-04-01.',
      'quote',
    ),
  ],
];

const language: Language = { operators, comparison: comparisonOf('wc', 'length') };

const letter = String.raw`[\p{L}\p{N}\p{M}]`;
const misplacedMark = new RegExp(`(?<!${letter})!|!(?=${letter}|!)`, 'u');
const leadsOn = new RegExp(`${letter}$`, 'u');
const innerStar = new RegExp(String.raw`\*(?=${letter})`, 'gu');

type Text = Extract<Lexeme, { kind: 'word' | 'quoted' }>;

/** `elect!` is `elect*`; `*` inside a word is one character, as `?` is. Every sign keeps its place, in quotes too. */
function translateText(lexeme: Text): Lexeme {
  const { kind, text, span } = lexeme;
  const found = misplacedMark.exec(text);
  if (!found) return { ...lexeme, text: text.replaceAll('!', '*').replace(innerStar, '?') };
  const start = span.start + (kind === 'quoted' ? 1 : 0) + found.index;
  const instead = leadsOn.test(text.slice(0, found.index)) ? '*' : '';
  const sign = cannot('! stands at the end of a word only, for any ending.', instead)();
  return { ...sign, span: { start, end: start + 1 } };
}

const elsewhere: Record<string, string> = {
  length: 'The length is written length>500 or length<500, wc>500 in Factiva.',
  date: 'Dates are written date aft 2017-04-01, date bef 2017-04-30 or date from 2017-04-01 to 2017-04-30.',
};

/** Without plurals a word is found as it is written, which `plural( )` does not ask for. */
function writing(word: string, name: string): () => Sign {
  const message = `${word}( ) cannot be carried: capitals and endings do not count.`;
  if (name === 'plural') return cannot(message, '');
  const note = `${word}( ) was left out: capitals do not count, and a word is found as it is written.`;
  return looser({ message, instead: '' }, { sign: null, note });
}

/** What a word says that leads a bracket; directly before it, it can be a segment only. */
function signBefore(word: string, attached: boolean): Sign | undefined {
  const name = word.normalize('NFKC').toLowerCase();
  const lookUp = <T>(table: Record<string, T>): T | undefined =>
    Object.hasOwn(table, name) ? table[name] : undefined;
  const field = lookUp(segments);
  if (field) return { kind: 'field', field };
  if (writings.test(name)) return writing(word, name)();
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

/** What `not` measures with what follows, `not w/5`; one sign of the two. */
function translateApart(lexeme: Lexeme, joint: Lexeme | undefined): Lexeme | undefined {
  if (lexeme.kind !== 'not' || (joint?.kind !== 'near' && joint?.kind !== 'same')) return undefined;
  return { ...apart(), span: { start: lexeme.span.start, end: joint.span.end } };
}

function translate(lexeme: Lexeme, before: Lexeme | undefined, next: Lexeme | undefined): Lexeme | undefined {
  const { span } = lexeme;
  if (lexeme.kind === 'not') return translateApart(lexeme, next) ?? lexeme;
  if (before?.kind === 'not' && translateApart(before, lexeme)) return undefined;
  if (lexeme.kind === 'date' && next?.kind === 'open') return { ...cannot(elsewhere.date ?? '')(), span };
  if (lexeme.kind === 'quoted') return translateText(lexeme);
  if (lexeme.kind !== 'word') return lexeme;
  if (before?.kind === 'date') return translateDate(lexeme);
  const sign = next?.kind === 'open' && signBefore(lexeme.text, next.span.start === span.end);
  return sign ? { ...sign, span } : translateText(lexeme);
}

/** A lexeme, or a bracket with all that is in it. */
type Item = Lexeme | { items: Item[] };

const loosest = 2_000;

/** How loosely an operator binds: `or` tightest, then the shorter distance before the longer, the paragraph, `and`, `and not`. */
function rankOf(item: Item, next: Item | undefined): number | undefined {
  if ('items' in item) return undefined;
  if (item.kind === 'or') return 0;
  if (item.kind === 'near') return item.words;
  if (item.kind === 'same') return loosest - 2;
  if (item.kind === 'not') return loosest;
  if (item.kind !== 'and') return undefined;
  return next && !('items' in next) && next.kind === 'not' ? loosest : loosest - 1;
}

function placeOf(item: Item | undefined, end: 'start' | 'end'): number {
  if (!item) return 0;
  return 'items' in item ? placeOf(item.items.at(end === 'start' ? 0 : -1), end) : item.span[end];
}

/** Brackets that are not typed, around what binds more tightly than ours would have it. */
function bracketed(items: Item[]): Item {
  const [first, end] = [items[0], placeOf(items.at(-1), 'end')];
  const start = placeOf(first, 'start');
  const open: Item = {
    kind: 'open',
    span: first && !('items' in first) ? first.span : { start, end: start },
  };
  return { items: [open, ...items, { kind: 'close', span: { start: end, end } }] };
}

function bind(items: Item[]): Item[] {
  const ranks = items.map((item, index) => rankOf(item, items[index + 1]));
  const rank = Math.max(-1, ...new Set(ranks.map((one) => one ?? -1)));
  if (rank <= 0) return items;
  const bound: Item[] = [];
  let part: Item[] = [];
  const close = (): void => {
    const inner = bind(part);
    if (inner.some((item) => rankOf(item, undefined) !== undefined)) bound.push(bracketed(inner));
    else bound.push(...inner);
    part = [];
  };
  for (const [index, item] of items.entries()) {
    if (ranks[index] !== rank) part.push(item);
    else {
      close();
      bound.push(item);
    }
  }
  close();
  return bound;
}

/** A segment, or `atleast5( )`, is of its brackets alone, whatever stands behind them. */
function pushGroup(items: Item[], group: Item): void {
  const before = items.at(-1);
  const leads = before && !('items' in before) && (before.kind === 'field' || before.kind === 'atleast');
  items.push(leads ? bracketed([...items.splice(-1), group]) : group);
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
      pushGroup(stack.at(-1) ?? [], { items: [open, ...bind(inner), lexeme] });
    } else stack.at(-1)?.push(lexeme);
    if (stack.length > deepest) return lexemes;
  }
  const flat = (items: Item[]): Lexeme[] =>
    items.flatMap((item) => ('items' in item ? flat(item.items) : [item]));
  const open = stack.slice(0, -1).flatMap(flat);
  return [...open, ...flat(bind(stack.at(-1) ?? [])), ...lexemes.slice(-1)];
}

/** Those that stand behind a `not`, up to the end of its bracket: of these to find more is to exclude more. */
function* excludedOf(lexemes: Lexeme[]): Generator<Lexeme> {
  const open = [false];
  for (const lexeme of lexemes) {
    if (lexeme.kind === 'open') open.push(open.at(-1) === true);
    else if (lexeme.kind === 'close' && open.length > 1) open.pop();
    else if (lexeme.kind === 'not') open[open.length - 1] = true;
    else if (open.at(-1)) yield lexeme;
  }
}

interface Note {
  message: string;
  span: Span;
}

/** A query in the Nexis language: its pieces, as those of ours, and what it finds there and not here, or how it was read. */
export function readNexis(source: string): { lexemes: Lexeme[]; notes: Note[] } {
  const lexemes = lex(source, language);
  const translated = lexemes.flatMap(
    (lexeme, index) => translate(lexeme, lexemes[index - 1], lexemes[index + 1]) ?? [],
  );
  const excluded = new Set(excludedOf(translated));
  const notes: Note[] = [];
  const carried = translated.flatMap((lexeme): Lexeme[] => {
    const does = lexeme.kind === 'foreign' && !excluded.has(lexeme) ? lexeme.construct.carried : undefined;
    if (!does) return [lexeme];
    if (notes.length < mostNotes) notes.push({ message: does.note, span: lexeme.span });
    return does.sign ? [{ ...does.sign, span: lexeme.span }] : [];
  });
  return { lexemes: bindAll(carried), notes: [...notes, ...pluralNote(translated)] };
}

/** A list that somebody reads. */
const mostNotes = 20;

/** The pieces of a query in the Nexis language, as those of ours. */
export function lexNexis(source: string): Lexeme[] {
  return readNexis(source).lexemes;
}

/** Whether a word may have a plural that is not found: no number, no date and none that is open at its end. */
function hasPlural(lexemes: Lexeme[], index: number): boolean {
  const [lexeme, before] = [lexemes[index], lexemes[index - 1]];
  if (lexeme?.kind !== 'word' || before?.kind === 'date') return false;
  const endsRange = lexemes[index - 3]?.kind === 'date' && lexeme.text.toLowerCase() === 'to';
  return !endsRange && /^\p{L}+[^*$\d]*$/u.test(lexeme.text);
}

function pluralNote(lexemes: Lexeme[]): Note[] {
  const word = lexemes.find((_, index) => hasPlural(lexemes, index));
  if (!word) return [];
  const message =
    'Nexis also finds regular plurals and possessives; here a word is found as it is written. Add $1 or * where endings count.';
  return [{ message, span: word.span }];
}
