import type { Diagnostic } from '../../diagnostic.ts';
import { lostLetters } from '../tables/lost-letters.ts';
import { type Candidate, damaged, type Examined, type Kind, matches } from './place.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Characters that a decoder swallowed behind dashes, quotation marks and copyright signs. */
export const lostCharacters: readonly Kind[] = [
  { sign: /[—–‘’“”„«»©]\p{Ll}/u, find: lostLetter },
  { sign: /— \p{Ll}/u, find: lostArticle },
  { sign: /(?:©|\(c\)\s?)\d{3}\s/i, find: lostYear },
];

// English words that begin with an apostrophe: rock ’n’ roll.
const clipped = new Set(['n', 'em', 'til', 'cause', 'tis', 'twas', 'round', 'bout', 'cos', 'neath']);
const behindMark = /([—–‘’“”„«»©])(\p{Ll}+)(?=[\s\p{P}]|$)/gu;
const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];

/** `DUBAI—ollowing`, `‘o More`, `they’e`: a fragment that is no word where one letter more makes one. */
function lostLetter({ path, text }: Examined, known: Vocabulary): Diagnostic[] {
  return matches(text, behindMark).flatMap((match) => {
    const [, mark = '', fragment = ''] = match;
    if (clipped.has(fragment)) return [];
    const start = match.index + mark.length;
    const end = start + fragment.length;
    const inside = mark === '’' && /[\p{L}\p{N}]/u.test(text[match.index - 1] ?? '');
    const candidates = inside
      ? contractions(fragment, known)
      : completions(fragment, { known, capital: isCapital(text, match.index, end) });
    const dateline = mark === '—' && isDateline(text, match.index);
    if (candidates.length === 0 && (!dateline || known.has(fragment))) return [];
    if (known.has(fragment) && !dateline) return [];
    const message = `A character seems lost before “${fragment}”.`;
    return [damaged('damage-lost-character', path, { start, end, message, candidates })];
  });
}

/** `they’e` was `they’re` or `they’ve`, `she’l` was `she’ll`; elsewhere an apostrophe parts two words. */
function contractions(fragment: string, known: Vocabulary): Candidate[] {
  if (known.language !== 'en') return completions(fragment, { known, capital: false });
  const whole = fragment === 'e' ? ['re', 've'] : fragment === 'l' ? ['ll'] : [];
  return whole.map((text) => ({ text, reason: 'what an apostrophe is followed by in English' }));
}

function completions(
  fragment: string,
  { known, capital }: { known: Vocabulary; capital: boolean },
): Candidate[] {
  const words = [...alphabet, ...lostLetters(known.language)].map((letter) => letter + fragment);
  // Accents are folded before words are counted: the form that the article has decides, else the plain letter.
  const forms = words.map((word) => {
    const form = known.form(word)?.toLowerCase();
    return form && form.slice(1) === fragment ? form : word;
  });
  const ranked = known.rank(new Set(forms));
  const plain = ranked.filter(({ text }) => known.form(text) === undefined || forms.includes(text));
  return plain.map(({ text, reason }) => ({
    text: capital ? (text[0] ?? '').toUpperCase() + text.slice(1) : text,
    reason,
  }));
}

function isCapital(text: string, mark: number, end: number): boolean {
  if (text[mark] === '–') return false;
  return (text[mark] === '—' && isDateline(text, mark)) || /^\s\p{Lu}/u.test(text.slice(end, end + 3));
}

// Longer beginnings of a text are no datelines.
const longestDateline = 80;

function isDateline(text: string, dash: number): boolean {
  return dash <= longestDateline && /^\p{Lu}[\p{Lu}\s.,'’-]*$/u.test(text.slice(0, dash));
}

const closeDash = /—(?<=\p{L}—) (\p{Ll}+)/gu;

/** `Syria— rubric`: a dash set close to the word before it and apart from a noun after it. */
function lostArticle({ path, text }: Examined, known: Vocabulary): Diagnostic[] {
  if (known.language !== 'en') return [];
  return matches(text, closeDash)
    .filter(([, word = '']) => !known.small.has(word))
    .map((match) => {
      const start = match.index + 1;
      const message = 'A character seems lost after “—”.';
      const candidates = [{ text: 'a', reason: 'the only common word of one letter' }];
      return damaged('damage-lost-character', path, { start, end: start, message, candidates });
    });
}

const shortYear = /(©|\(c\)\s?)(\d{3})(?=\s)/gi;

/** `©000 Vietnam Economic News`: three digits of a year. */
function lostYear({ path, text }: Examined): Diagnostic[] {
  return matches(text, shortYear).map((match) => {
    const [, sign = '', digits = ''] = match;
    const start = match.index + sign.length;
    const candidates = (digits < '100' ? ['2', '1'] : ['1', '2']).map((millennium) => ({
      text: millennium + digits,
      reason: 'a year of four digits',
    }));
    const message = `A digit of the year seems lost after “${sign.trim()}”.`;
    return damaged('damage-lost-character', path, { start, end: start + digits.length, message, candidates });
  });
}
