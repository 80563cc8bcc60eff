import type { Span } from '../diagnostic.ts';
import type { Term } from './query.ts';
import { isUnspaced, type Token, tokenize } from './tokens.ts';

/** Why a word cannot be looked for; places count from its first character. */
export interface WordTrouble {
  message: string;
  span: Span;
  expected?: string;
  /** Words to put in its place. */
  instead?: string;
}

/** Fewer letters would expand to too much of the vocabulary. */
const shortestStem = 3;
/** What `$` alone allows. */
const mostByDefault = 9;

/** A word being read, sign by sign. */
interface Reading {
  text: string;
  quoted: boolean;
  tokens: Token[];
  /** The next token. */
  at: number;
  /** Where the text has been read to. */
  end: number;
}

/** What a sign at the end of a word says, and the place after it. */
type Ending = { prefix: boolean; most?: number; end: number };

/** A trouble with a sign. A dollar sign may be meant as such: then a space does for it. */
function trouble({ text, quoted }: Reading, found: WordTrouble): WordTrouble {
  if (text.charAt(found.span.end - 1) !== '$') return found;
  const words = text.replace(/[*?$\s]+/g, ' ').trim();
  return words === '' ? found : { ...found, instead: quoted ? words : `"${words}"` };
}

/** A sign before any word: in quotes, and not before a letter, it is punctuation. */
function checkStray(reading: Reading, to: number): WordTrouble | undefined {
  const { text, quoted, end } = reading;
  const at = text.slice(end, to).search(/[*?$]/);
  if (at < 0) return undefined;
  const place = end + at;
  const leads = reading.tokens[reading.at]?.start === place + 1;
  const sign = text.charAt(place);
  if (quoted && !(sign !== '$' && leads)) return undefined;
  return trouble(reading, {
    message: sign === '?' ? 'A word cannot begin with ?.' : 'Truncation needs the beginning of a word.',
    span: { start: place, end: place + 1 },
    expected: `letters before ${sign}`,
    ...(leads ? { instead: text.slice(0, place) + text.slice(place + 1) } : {}),
  });
}

/** Joins what `?` holds together: `wom?n`, `organi?ation`. */
function readStem(reading: Reading, first: Token): string | WordTrouble {
  const pieces = [first.text];
  let last = first;
  reading.end = first.end;
  while (true) {
    const { text, end, tokens, at, quoted } = reading;
    const signs = /^\?*/.exec(text.slice(end, end + 50))?.[0].length ?? 0;
    if (signs === 0) return pieces.join('');
    const next = tokens[at]?.start === end + signs ? tokens[at] : undefined;
    // In quotes the question mark after a word is punctuation.
    if (!next && quoted) return pieces.join('');
    if (isUnspaced(last.text) || (next && isUnspaced(next.text))) {
      const span = { start: end, end: end + signs };
      const message = '? stands inside words only; % stands for one character of a script without spaces.';
      return {
        message,
        span,
        expected: '%',
        ...(quoted ? {} : { instead: text.replace(/\?+/g, ' % ').trim() }),
      };
    }
    pieces.push('?'.repeat(signs), next?.text ?? '');
    reading.end = next?.end ?? end + signs;
    if (next) reading.at++;
    last = next ?? last;
  }
}

/** Letters of a stem; a Korean syllable is written of two or three. */
function lettersIn(stem: string): number {
  return [...stem.replaceAll('?', '').replace(/\p{Script=Hangul}+/gu, (text) => text.normalize('NFD'))]
    .length;
}

function checkStem(reading: Reading, stem: string, start: number): WordTrouble | undefined {
  const { text, end } = reading;
  const sign = text.charAt(end);
  if (lettersIn(stem) >= shortestStem) return undefined;
  return trouble(reading, {
    message: `The stem “${stem}” is too short.`,
    span: { start, end: end + 1 },
    expected: `${shortestStem} letters or more before ${sign}`,
  });
}

/** `*`, `$` and `$3` behind a stem. */
function readEnding(reading: Reading, stem: string, start: number): Ending | WordTrouble {
  const { text, end, tokens, at } = reading;
  const sign = text.charAt(end);
  if (sign !== '*' && sign !== '$') return { prefix: false, end };
  const next = tokens[at]?.start === end + 1 ? tokens[at] : undefined;
  // Where any character may follow anyway, truncation says nothing.
  if (sign === '*' && !next && isUnspaced(stem)) return { prefix: false, end: end + 1 };
  if (sign === '*' && next) {
    const message = 'Truncation stands at the end of a word only.';
    return {
      message,
      span: { start: end, end: end + 1 },
      expected: 'the end of the word after *',
      instead: text.slice(0, end + 1) + text.slice(next.end),
    };
  }
  const short = checkStem(reading, stem, start);
  if (short) return short;
  if (!next) return { prefix: true, end: end + 1, ...(sign === '$' ? { most: mostByDefault } : {}) };
  if (/^[1-9]$/.test(next.text)) {
    reading.at++;
    return { prefix: true, most: Number(next.text), end: next.end };
  }
  return trouble(reading, {
    message: '$ takes one digit from 1 to 9: so many more characters.',
    span: { start: end, end: end + 1 },
    expected: 'a digit from 1 to 9',
  });
}

function readTerm(reading: Reading, first: Token): Term | WordTrouble {
  const stray = checkStray(reading, first.start);
  if (stray) return stray;
  reading.at++;
  const stem = readStem(reading, first);
  if (typeof stem !== 'string') return stem;
  const ending = readEnding(reading, stem, first.start);
  if ('message' in ending) return ending;
  const { end, ...kind } = ending;
  reading.end = end;
  return { text: stem, ...kind };
}

/**
 * The terms of a word or of what stands between quotes; separators split it, `?` is one character, `*` and `$3` truncate the
 * token they follow.
 */
export function readTerms(text: string, quoted: boolean): Term[] | WordTrouble {
  const reading: Reading = { text, quoted, tokens: tokenize(text), at: 0, end: 0 };
  const terms: Term[] = [];
  while (reading.at < reading.tokens.length) {
    const term = readTerm(reading, reading.tokens[reading.at] as Token);
    if ('message' in term) return term;
    terms.push(term);
  }
  const stray = checkStray(reading, text.length);
  if (stray) return stray;
  if (terms.length > 0) return terms;
  const message = quoted ? 'There is no word between the quotes.' : `“${text}” holds no letter and no digit.`;
  return { message, span: { start: 0, end: text.length }, expected: 'a word' };
}

/** Makes the test whether a token is what a term looks for. Characters are code points of the folded token. */
export function fitsTo(term: Term): (token: string) => boolean {
  const { text, prefix, most } = term;
  if (!text.includes('?') && most === undefined)
    return prefix ? (token) => token.startsWith(text) : (token) => token === text;
  const stem = stemOf(term);
  const pattern = [...text];
  return (token) => {
    if (!token.startsWith(stem)) return false;
    const characters = [...token];
    const more = characters.length - pattern.length;
    if (more < 0 || (prefix ? more > (most ?? more) : more > 0)) return false;
    return pattern.every((character, at) => character === '?' || character === characters[at]);
  };
}

/** Whether a token is what a term looks for. */
export function fits(token: string, term: Term): boolean {
  return fitsTo(term)(token);
}

/** What every token that a term looks for begins with. */
export function stemOf({ text }: Term): string {
  const sign = text.indexOf('?');
  return sign < 0 ? text : text.slice(0, sign);
}

/** A term as it is typed. */
export function printTerm({ text, prefix, most }: Term): string {
  if (!prefix) return text;
  if (most === undefined) return `${text}*`;
  return most === mostByDefault ? `${text}$` : `${text}$${most}`;
}
