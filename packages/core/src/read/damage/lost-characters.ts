import type { Diagnostic } from '../../diagnostic.ts';
import { lostLetters } from '../tables/lost-letters.ts';
import { type Candidate, damaged, type Examined, type Kind, matches } from './place.ts';
import { questioned } from './replacements.ts';
import { fold, type Vocabulary } from './vocabulary.ts';

/** Characters that a decoder swallowed behind dashes, quotation marks and copyright signs. */
export const lostCharacters: readonly Kind[] = [
  {
    pairs: [[/[—–‘“”„«»©?]/, /\p{Ll}/u]],
    find: (examined, known) => [...lostBehindMark(examined, known), ...questioned(examined, known)],
  },
  { pairs: [[/’/, /\p{Ll}/u]], find: lostBehindApostrophe },
  { pairs: [[/—/, / /]], find: lostArticle },
  {
    pairs: [
      [/©/, /\d/],
      [/[cC]/, /\)/],
    ],
    find: lostYear,
  },
];

// English words that begin with an apostrophe: rock ’n’ roll.
const clipped = new Set(['n', 'em', 'til', 'cause', 'tis', 'twas', 'round', 'bout', 'cos', 'neath']);
/** Shorter texts need not be sentences: headlines, captions. */
const shortest = 80;
const behindMark = /([—–‘“”„«»©]|(?<![\p{L}\p{N}])’)(\p{Ll}+)(?=[\s\p{P}]|$)/gu;
const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];

/** `DUBAI—ollowing`, `‘o More`: a fragment that is no word where one letter more makes one. */
function lostBehindMark({ path, text }: Examined, known: Vocabulary): Diagnostic[] {
  return matches(text, behindMark).flatMap((match) => {
    const [, mark = '', fragment = ''] = match;
    if (clipped.has(fragment)) return [];
    const start = match.index + mark.length;
    const begins = isBeginning(text, match.index);
    // Where a sentence of the text begins a small letter is a sign of its own; short texts may quote a word at their start.
    const sentence = begins && (mark === '—' || text.length > shortest);
    if (known.has(fragment) && !sentence) return [];
    const end = start + fragment.length;
    const capital = begins || /^\s\p{Lu}/u.test(text.slice(end, end + 3));
    const candidates = completions(fragment, known).flatMap((one) => inCase(one, capital));
    if (candidates.length === 0 && (known.has(fragment) || mark !== '—' || !begins)) return [];
    return [lostLetter(path, { start, fragment, candidates })];
  });
}

function lostLetter(
  path: string,
  { start, fragment, candidates }: { start: number; fragment: string; candidates: Candidate[] },
): Diagnostic {
  const message = `A character seems lost before “${fragment}”.`;
  return damaged('damage-lost-character', path, { start, end: start + fragment.length, message, candidates });
}

// What may be left in English, and a consonant where other languages drop a vowel before another.
const behindApostrophe =
  /(?<=[\p{L}\p{N}]’)(?:[el](?!\p{L})|[^\P{Ll}aeiouyhàâäáéèêëîïíìôöòóùûüúœæ]\p{Ll}+(?=[\s\p{P}]|$))/gu;

/** `they’e` was `they’re` or `they’ve`; elsewhere an apostrophe stands for a vowel before another, `l’cole`. */
function lostBehindApostrophe({ path, text }: Examined, known: Vocabulary): Diagnostic[] {
  return matches(text, behindApostrophe).flatMap(({ index: start, 0: fragment }) => {
    if (known.language === 'en' ? fragment.length > 1 : fragment.length === 1 || known.has(fragment))
      return [];
    const candidates = known.language === 'en' ? contractions(fragment) : completions(fragment, known);
    return candidates.length > 0 ? [lostLetter(path, { start, fragment, candidates })] : [];
  });
}

function contractions(fragment: string): Candidate[] {
  const whole = fragment === 'e' ? ['re', 've'] : ['ll'];
  return whole.map((text) => ({ text, reason: 'what an apostrophe is followed by in English' }));
}

/** A candidate as the place asks for it, and the other way. */
function inCase({ text, reason }: Candidate, capital: boolean): Candidate[] {
  const small = { text, reason };
  const large = { text: (text[0] ?? '').toUpperCase() + text.slice(1), reason };
  return capital ? [large] : [small, large];
}

function completions(fragment: string, known: Vocabulary): Candidate[] {
  const words = [...alphabet, ...lostLetters(known.language)].map(
    (letter) => letter.toLowerCase() + fragment,
  );
  // Accents are folded before words are counted: the form that the article has decides, else the plain letter.
  const forms = known.likely(words, fold(fragment)).map((word) => {
    const form = known.form(word)?.toLowerCase();
    return form && form.slice(1) === fragment ? form : word;
  });
  return known.rank(new Set(forms));
}

/** Whether a sentence begins behind a mark: a dash after a dateline, a quotation mark after a full stop or at the start. */
function isBeginning(text: string, mark: number): boolean {
  if (text[mark] === '—') return isDateline(text, mark);
  return '“„«'.includes(text[mark] ?? '') && /(?:^|[.!?]\s)$/.test(text.slice(Math.max(0, mark - 2), mark));
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
