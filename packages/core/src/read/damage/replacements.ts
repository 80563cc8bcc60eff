import type { Diagnostic } from '../../diagnostic.ts';
import {
  contracted,
  elided,
  loneLetters,
  lostLetters,
  quotationMarks,
  vowel,
} from '../tables/lost-letters.ts';
import { type Candidate, damaged, type Examined, isLetter, type Kind, matches, mostPlaces } from './place.ts';
import type { Vocabulary } from './vocabulary.ts';

const sign = '\ufffd';

/** Controls that are characters of Windows-1252, and characters that a program could not read and put U+FFFD for, as when Windows-1252 is read as UTF-8. */
export const replacements: readonly Kind[] = [
  {
    pairs: [[null, /[\u0080-\u009f\ufffd]/]],
    find: (examined, known) => [...replaced(examined, known), ...controls(examined)],
  },
];

/** Languages that drop a vowel before another. */
const eliding = new Set(['fr', 'it', 'ca']);
/** More letters would fit a word with this many gaps in too many ways. */
const mostGaps = 2;
const longest = 40;

function replaced({ path, text }: Examined, known: Vocabulary): Diagnostic[] {
  const found: Diagnostic[] = [];
  let at = text.indexOf(sign);
  while (at >= 0 && found.length < mostPlaces) {
    const { start, end } = damagedWord(text, at);
    const message = 'Characters here could not be read by the program that wrote the file.';
    const candidates = candidatesFor(text, { start, end }, known);
    found.push(damaged('damage-replacement', path, { start, end, message, candidates }));
    at = text.indexOf(sign, end);
  }
  return found;
}

const western = new TextDecoder('windows-1252');
const controlRun = /[\u0080-\u009f]{1,60}/g;

/** Quotation marks and dashes of Windows-1252 that were read as Latin 1, where controls stand in their places. */
function controls({ path, text }: Examined): Diagnostic[] {
  return matches(text, controlRun).map(({ index, 0: run }) => {
    const read = western.decode(Uint8Array.from(run, (unit) => unit.charCodeAt(0)));
    const candidates = /[\u0080-\u009f]/.test(read)
      ? []
      : [{ text: read, reason: 'the same bytes read as Windows-1252' }];
    const message = 'Characters of Windows-1252 were read as controls of Latin 1.';
    return damaged('damage-mojibake', path, { start: index, end: index + run.length, message, candidates });
  });
}

const question = /(?<![^\s\p{Ps}\p{Pi}"'-])\p{L}{1,40}\?\p{L}{1,40}(?:\?\p{L}{1,40})?(?![\p{L}\p{N}?=&/])/gu;

/** `M?nchen`: a program that could not write a letter put a question mark for it. */
export function questioned({ path, text }: Examined, known: Vocabulary): Diagnostic[] {
  return matches(text, question).flatMap(({ index: start, 0: word }) => {
    // `Who?he asked`: a space was lost, no letter.
    const parts = word.split('?');
    // One letter behind the mark of a question was mistyped.
    const [asked = '', rest = ''] = parts;
    if ((asked.length > 3 && rest.length === 1) || parts.every((part) => known.hasBeside(part))) return [];
    const end = start + word.length;
    const signed = text.slice(0, start) + word.replaceAll('?', sign) + text.slice(end);
    const candidates = candidatesFor(signed, { start, end }, known);
    const message = 'A question mark stands for a letter that could not be written.';
    return [damaged('damage-replacement', path, { start, end, message, candidates })];
  });
}

/** The letters around a replacement character with all others among them. */
function damagedWord(text: string, at: number): { start: number; end: number } {
  const belongs = (unit: string | undefined) => unit === sign || isLetter(unit);
  let start = at;
  let end = at;
  while (at - start < longest && isLetter(text[start - 1])) start--;
  while (end - at < longest && belongs(text[end])) end++;
  // A mark that closes or opens a quotation is no letter of the word it touches, but which it is the words must tell.
  return { start, end };
}

function candidatesFor(
  text: string,
  { start, end }: { start: number; end: number },
  known: Vocabulary,
): Candidate[] {
  const word = text.slice(start, end);
  const gaps = word.split(/\ufffd+/u);
  const around = { before: text[start - 1] ?? ' ', after: text[end] ?? ' ' };
  if (gaps.every((part) => part === '')) return betweenWords(around, known);
  if (gaps.length - 1 > mostGaps) return [];
  const filled = fill(gaps, lostLetters(known.language));
  const words = known.rank(filled).sort((a, b) => exactness(b.text, known) - exactness(a.text, known));
  const guesses = guess(gaps, filled).map((text) => ({ text, reason: 'a frequent letter of the language' }));
  const marks = quotations(gaps, known);
  const edges = known.has(gaps.join('')) ? [...marks, ...guesses] : [...guesses, ...marks];
  return [...apostrophes(gaps, known), ...words, ...edges];
}

/** The likeliest of the filled words where nothing else is known: the most frequent letters. */
function guess({ length }: readonly string[], filled: readonly string[]): string[] {
  return filled.slice(0, length > 2 ? 1 : 2);
}

// Words are counted without their accents: of two forms the one that the article has itself comes first.
function exactness(word: string, known: Vocabulary): number {
  return known.form(word)?.toLowerCase() === word.toLowerCase() ? 1 : 0;
}

function fill(gaps: readonly string[], letters: readonly string[]): string[] {
  const [first = '', ...others] = gaps;
  return others.reduce<string[]>(
    (words, part) =>
      words.flatMap((word) => letters.map((letter) => word + fitting(word, letter, part) + part)),
    [first],
  );
}

/** A letter in the case of its neighbours; at the beginning of a word before small letters it keeps its own. */
function fitting(before: string, letter: string, after: string): string {
  if (before === '') return /^\p{Lu}/u.test(after) ? letter.toUpperCase() : letter;
  return /\p{Lu}\p{Lu}$/u.test(before + after.slice(0, 1)) ? letter.toUpperCase() : letter.toLowerCase();
}

/** `don\ufffdt`, `l\ufffdeau`: an apostrophe between the parts of two words. */
function apostrophes(
  [left = '', right = '', ...more]: readonly string[],
  { language }: Vocabulary,
): Candidate[] {
  if (more.length > 0 || left === '' || right === '') return [];
  const isApostrophe =
    /^\p{Lu}\p{Ll}/u.test(right) && /^(?:\p{Lu}|\p{Ll}{1,2})$/u.test(left)
      ? true
      : language === 'en'
        ? contracted.has(right.toLowerCase())
        : eliding.has(language) && elided.has(left.toLowerCase()) && vowel.test(right);
  return isApostrophe ? [{ text: `${left}’${right}`, reason: 'an apostrophe between two words' }] : [];
}

/** `\ufffdNever`, `again\ufffd`: a quotation mark before or after a word. */
function quotations([left = '', right = '', ...more]: readonly string[], known: Vocabulary): Candidate[] {
  const { open, close } = quotationMarks(known.language);
  const reason = 'a quotation mark at the edge of a word';
  if (left === '' && more.length === 0) return [open, '‘'].map((mark) => ({ text: mark + right, reason }));
  if (right === '' && more.length === 0) return [close, '’'].map((mark) => ({ text: left + mark, reason }));
  if (left === '' && more.length === 1 && more[0] === '') return [{ text: open + right + close, reason }];
  return [];
}

function betweenWords(
  { before, after }: { before: string; after: string },
  { language }: Vocabulary,
): Candidate[] {
  const texts =
    /\d/.test(after) && /\d/.test(before)
      ? ['–']
      : /\d/.test(after)
        ? ['£', '€']
        : /\d/.test(before)
          ? ['°', '€']
          : /\s/.test(before) && /\s/.test(after)
            ? [...loneLetters(language), '–', '—', '•']
            : ['’', '”', '“'];
  return texts.map((text) => ({ text, reason: 'a sign that often stands in such a place' }));
}
