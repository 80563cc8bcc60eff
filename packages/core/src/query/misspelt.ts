import type { Construct, Lexeme } from './lex.ts';
import { QueryField, type Term } from './query.ts';

/** The lexemes of a query, and which of them is looked at. */
interface Look {
  source: string;
  lexemes: Lexeme[];
  at: number;
}

/** A sign of none of our operators: from the lexeme looked at, so many are in it, and what is left of the last. */
interface Found {
  construct: Construct;
  count: number;
  /** Where the sign ends, if within the lexeme. */
  end?: number;
}

type Rule = (look: Look) => Found | undefined;

function textAt({ source, lexemes }: Look, place: number): string {
  const span = lexemes[place]?.span;
  return span ? source.slice(span.start, span.end).normalize('NFKC') : '';
}

const endsOperand = new Set<Lexeme['kind'] | undefined>(['word', 'quoted', 'close', 'first']);
const beginsOperand = new Set<Lexeme['kind'] | undefined>(['word', 'quoted', 'open']);

function isAfterOperand({ lexemes, at }: Look): boolean {
  return endsOperand.has(lexemes[at - 1]?.kind);
}

function isBeforeOperand({ lexemes }: Look, place: number): boolean {
  return beginsOperand.has(lexemes[place]?.kind);
}

/** Whether a lexeme begins where the one before it ends. */
function isAttached({ lexemes }: Look, place: number): boolean {
  return place > 0 && lexemes[place]?.span.start === lexemes[place - 1]?.span.end;
}

function written(typed: string, instead: string): Construct {
  const expected = `${instead}, or quotation marks around words to look for`;
  return { message: `“${typed}” is written ${instead}.`, instead, expected };
}

const number = /^\d{1,3}$/;

/** `near 5`, `adj 5`, `atleast 3`, `w/ 5`, `w/in 5`, `/F 1/`. */
const apart: Rule = (look) => {
  const { at } = look;
  const head = textAt(look, at).toLowerCase();
  const next = textAt(look, at + 1);
  const isNumber = number.test(next);
  const isMeant =
    (/^(?:adj|near)$/.test(head) && isNumber && isAfterOperand(look) && isBeforeOperand(look, at + 2)) ||
    (head === 'atleast' && isNumber && isBeforeOperand(look, at + 2)) ||
    (/^w\/(?:in)?$/.test(head) && isNumber) ||
    (head === '/f' && /^\d{1,3}\/$/.test(next));
  if (!isMeant) return undefined;
  const instead = `${head.replace('f', 'F').replace('in', '')}${next}`;
  return { construct: written(`${textAt(look, at)} ${next}`, instead), count: 2 };
};

/** `near-5`, `w/in5`, `atl3 (a or b)`. */
const inOneWord: Rule = (look) => {
  const { lexemes, at } = look;
  if (lexemes[at]?.kind !== 'word') return undefined;
  const typed = textAt(look, at);
  const [, joint, distance = ''] = /^(near|adj|w\/in|atl)-?(\d{1,3})$/i.exec(typed) ?? [];
  const isMeant =
    joint?.toLowerCase() === 'atl'
      ? lexemes[at + 1]?.kind === 'open'
      : joint !== undefined && isAfterOperand(look) && isBeforeOperand(look, at + 1);
  if (!isMeant) return undefined;
  const name = { 'w/in': 'w/', atl: 'atleast' }[joint?.toLowerCase() ?? ''] ?? joint?.toLowerCase();
  return { construct: written(typed, `${name}${distance}`), count: 1 };
};

/** `wom[ae]n`: one of several letters. */
const lettersInBrackets: Rule = (look) => {
  const typed = textAt(look, look.at);
  if (look.lexemes[look.at]?.kind !== 'word' || !/^\p{L}+\[\p{L}+\]\p{L}+$/u.test(typed)) return undefined;
  const instead = typed.replace(/\[.*\]/, '?');
  const message = `No sign stands for one of several letters; ${instead} finds any letter there.`;
  return { construct: { message, instead, expected: `${instead}, or the words joined by or` }, count: 1 };
};

/** `NEAR(steel, ore)`, `NEAR(steel ore, 5)`. */
const asFunction: Rule = (look) => {
  const { source, lexemes, at } = look;
  const [head, distance] = /^(?:adj|near)(\d{0,3})$/i.exec(textAt(look, at)) ?? [];
  const open = lexemes[at + 1];
  if (head === undefined || open?.kind !== 'open' || !isAttached(look, at + 1) || isAfterOperand(look))
    return undefined;
  const end = lexemes.findIndex(({ kind }, place) => place > at + 1 && kind !== 'word');
  const close = lexemes[end];
  const parts = source.slice(open.span.end, close?.span.start).split(',');
  if (close?.kind !== 'close' || parts.length < 2) return undefined;
  const last = parts.at(-1)?.trim() ?? '';
  const words = number.test(last) ? parts.slice(0, -1) : parts;
  const operands = words.length > 1 ? words.map((part) => part.trim()) : (words[0] ?? '').trim().split(/\s+/);
  const joint = `${head.slice(0, head.length - (distance ?? '').length).toLowerCase()}${distance || (number.test(last) ? last : 5)}`;
  const instead = `(${operands.join(` ${joint} `)})`;
  return {
    construct: written(source.slice(look.lexemes[at]?.span.start, close.span.end), instead),
    count: end - at + 1,
  };
};

/** `hd(steel or ore)`: a field without its sign. */
const fieldAsFunction: Rule = (look) => {
  const { at } = look;
  const typed = textAt(look, at);
  const isField = look.lexemes[at]?.kind === 'word' && QueryField.safeParse(typed.toLowerCase()).success;
  if (!isField || look.lexemes[at + 1]?.kind !== 'open' || !isAttached(look, at + 1) || isAfterOperand(look))
    return undefined;
  return { construct: { ...written(typed, `${typed}=`), orQuoted: true }, count: 1 };
};

/** `steel -ore`, `+steel`, `steel !ore`: a sign directly before a word, a phrase or a bracket; a word processor makes a dash of a hyphen. */
const prefixed: Rule = (look) => {
  const { source, lexemes, at } = look;
  const lexeme = lexemes[at];
  if (lexeme?.kind !== 'word') return undefined;
  const { start, end } = lexeme.span;
  const [sign] = /^[-−–+!](?=\p{L}|$)/u.exec(textAt(look, at)) ?? [];
  const alone = end === start + 1;
  const isBlankBefore = start === 0 || /[\s(（]/.test(source.charAt(start - 1));
  if (!sign || !isBlankBefore || (alone && !(isBeforeOperand(look, at + 1) && isAttached(look, at + 1))))
    return undefined;
  const before = lexemes[at - 1]?.kind;
  const follows = isAfterOperand(look) || before === 'words' || before === 'and' || before === 'or';
  // A word with a hyphen before it is a word: `-x`.
  if (/[-−–]/.test(sign) && !follows) return undefined;
  const message =
    sign === '+' ? '“+” is no operator; words are joined by and.' : `“${sign}” is no operator; not excludes.`;
  const what = sign === '+' ? 'and' : 'not';
  const construct = {
    message,
    expected: `${what}, or quotation marks around words to look for`,
    orQuoted: true,
  };
  const instead = insteadOf(look, { sign, isFirst: !isAfterOperand(look), alone });
  return { construct: { ...construct, instead }, count: 1, ...(alone ? {} : { end: start + 1 }) };
};

/** What a sign before a word means, where words behind that word do not leave it open. */
function insteadOf(
  look: Look,
  { sign, isFirst, alone }: { sign: string; isFirst: boolean; alone: boolean },
): string {
  if (sign === '+') return isFirst ? '' : 'and ';
  const next = look.at + (alone ? 2 : 1);
  const goesOn = look.lexemes[look.at + 1]?.kind !== 'open' && isBeforeOperand(look, next);
  return goesOn && !/^[-−–!]/.test(textAt(look, next)) ? 'quote' : 'not ';
}

/** `a && b`, `a || b`, `a|b`. */
const signsForWords: Rule = (look) => {
  const { lexemes, at } = look;
  const typed = textAt(look, at);
  if (lexemes[at]?.kind !== 'word' || !/\||&&/.test(typed)) return undefined;
  const instead = typed
    .replace(/\s*\|+\s*/g, ' or ')
    .replace(/\s*&&+\s*/g, ' and ')
    .trim();
  return { construct: { ...written(typed, instead), orQuoted: true }, count: 1 };
};

/** `"steel ore"~5`. */
const afterQuotes: Rule = (look) => {
  const { lexemes, at } = look;
  const lexeme = lexemes[at];
  const [, distance] = /^~(\d{1,3})$/.exec(textAt(look, at + 1)) ?? [];
  if (lexeme?.kind !== 'quoted' || !distance || !isAttached(look, at + 1)) return undefined;
  const words = lexeme.text.trim().split(/\s+/);
  const instead = words.length > 1 ? `(${words.join(` near${distance} `)})` : `"${lexeme.text}"`;
  return { construct: written(`${textAt(look, at)}~${distance}`, instead), count: 2 };
};

/** `[a or b]`, `{a or b}`: brackets of another kind around more than a word. */
const otherBrackets: Rule = ({ source, lexemes, at }) => {
  const lexeme = lexemes[at];
  const open = source.charAt(lexeme?.span.start ?? 0);
  const close = { '[': ']', '{': '}' }[open];
  if (lexeme?.kind !== 'word' || !close) return undefined;
  const upTo = ({ span }: Lexeme) => source.slice(lexeme.span.start, span.end);
  const isWhole = (text: string) => text.split(open).length === text.split(close).length;
  const count = lexemes.slice(at).findIndex((one) => isWhole(upTo(one))) + 1;
  const last = lexemes[at + count - 1];
  const typed = last ? upTo(last) : '';
  if (count < 2 || !typed.endsWith(close)) return undefined;
  const instead = typed.replaceAll(open, '(').replaceAll(close, ')');
  return { construct: { ...written(typed, instead), orQuoted: true }, count };
};

const rules: Rule[] = [
  apart,
  inOneWord,
  lettersInBrackets,
  asFunction,
  fieldAsFunction,
  prefixed,
  signsForWords,
  afterQuotes,
  otherBrackets,
];

/** The lexemes of a query, with what is written as no operator of ours is, and surely meant as one, as foreign signs. */
export function markMisspelt(source: string, lexemes: Lexeme[]): Lexeme[] {
  const marked: Lexeme[] = [];
  for (let at = 0; at < lexemes.length; ) {
    const first = lexemes[at] as Lexeme;
    let found: Found | undefined;
    for (const rule of rules) found ??= rule({ source, lexemes, at });
    if (!found) marked.push(first);
    else {
      const last = lexemes[at + found.count - 1] ?? first;
      const end = found.end ?? last.span.end;
      marked.push({ kind: 'foreign', construct: found.construct, span: { start: first.span.start, end } });
      if (found.end !== undefined) {
        const span = { start: end, end: last.span.end };
        marked.push({ kind: 'word', text: source.slice(span.start, span.end), span });
      }
    }
    at += found?.count ?? 1;
  }
  return marked;
}

/** Whether a phrase, typed without quotation marks, would be read as an operator with its number, or as a date behind another. */
export function looksMisspelt(terms: Term[]): boolean {
  const isNumbered = terms.some(
    ({ text }, index) => (text === 'near' || text === 'atleast') && number.test(terms[index + 1]?.text ?? ''),
  );
  return (
    isNumbered ||
    (/^(?:from|after|before|aft|bef)$/.test(terms[0]?.text ?? '') && /^\d/.test(terms[1]?.text ?? ''))
  );
}
