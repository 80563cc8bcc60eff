import type { Diagnostic } from '../diagnostic.ts';
import { diagnose } from '../diagnostic.ts';
import { commonWords } from './tables/common-words.ts';

type Candidate = NonNullable<Diagnostic['candidates']>[number];

/** One run of text that may be damaged, with its key in the article. */
export interface Examined {
  path: string;
  text: string;
}

// `\b ISIS\b0 `: from an opening control word to the one that ends it, or one control word alone.
const controlWords =
  /\\([a-z]{1,20})(?:-?\d{1,6})?(?: |(?=[^\w ])|$)(?:([^\\\n]{1,120})\\\1(?:0)(?: |(?=[^\w ])|$))?/g;
// Words after which a Windows path or a TeX name would be meant: only what a text processor writes counts.
const knownControl =
  /^\\(?:b|i|ul|ulnone|strike|cf|cb|f|fs|par|pard|plain|line|tab|lang|highlight|super|sub|nosupersub|caps|scaps|v|intbl|cell|row|qc|ql|qr|qj|li|ri|fi|sa|sb|sl|u)(?![a-z])/;
const lostAfter = /([—–‘“©])(\p{Ll}+)(?=[\s\p{P}]|$)/gu;
const lostArticle = /[—–](?<=\p{L}.)(?= \p{Ll})/gu;
const lostYear = /(©|\(c\)\s?)(\d{3})(?=\s)/gi;
const replacement = /\ufffd+/g;

/** Finds damage in the texts of one article; each comes with place and possible repairs, best first. */
export function findDamage(texts: Examined[]): Diagnostic[] {
  const known = new KnownWords(texts);
  return texts
    .filter(({ text }) => signs.some((sign) => text.includes(sign)))
    .flatMap((examined) =>
      kinds.flatMap(({ sign, find }) => (sign.test(examined.text) ? find(examined, known) : [])),
    );
}

const signs = ['—', '–', '‘', '“', '©', '\\', '\ufffd', '(c)', '(C)'];

/** Each kind of damage with a sign that texts without it lack: most texts are done after these tests. */
const kinds: { sign: RegExp; find: (examined: Examined, known: KnownWords) => Diagnostic[] }[] = [
  { sign: /[—–‘“©]\p{Ll}/u, find: lostCharacters },
  { sign: /[—–] /, find: lostShortWords },
  { sign: /(?:©|\(c\)\s?)\d{3}\s/i, find: lostYears },
  { sign: /\\/, find: leftControlWords },
  { sign: /\ufffd/, find: replacements },
];

// A text with more places than this is not damaged here and there: the first ones tell.
const mostPlaces = 50;

function found(text: string, pattern: RegExp): RegExpExecArray[] {
  const places: RegExpExecArray[] = [];
  for (const match of text.matchAll(pattern)) {
    places.push(match);
    if (places.length === mostPlaces) break;
  }
  return places;
}

const common = new Map(commonWords.map((word, index) => [word, commonWords.length - index]));

/** The commonest words of the language, and those of the article itself. */
class KnownWords {
  #texts: Examined[];
  #own: string | undefined;

  constructor(texts: Examined[]) {
    this.#texts = texts;
  }

  /**
   * Letters that make a fragment a known word, each with the weight of that word; none where the fragment is a word
   * already.
   */
  completions(fragment: string): Map<string, number> {
    if (common.has(fragment)) return new Map();
    this.#own ??= this.#texts.map(({ text }) => text.toLowerCase()).join('\n');
    const own = completionsIn(this.#own, fragment);
    if (own.has('')) return new Map();
    for (const letter of letters) {
      const weight = common.get(letter + fragment);
      if (weight !== undefined) own.set(letter, weight);
    }
    return own;
  }
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** Letters before a fragment where the two make a whole word of the text; '' where the fragment stands alone. */
function completionsIn(text: string, fragment: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = text.indexOf(fragment); at >= 0; at = text.indexOf(fragment, at + fragment.length)) {
    if (isLetter(text[at + fragment.length])) continue;
    const before = text[at - 1];
    const letter = isLetter(before) ? (before ?? '') : '';
    const start = text[at - letter.length - 1];
    // What stands after such a mark may have lost its own first letter.
    if (isLetter(start) || (start !== undefined && '—–‘“©'.includes(start))) continue;
    found.set(letter, (found.get(letter) ?? 0) + 1);
  }
  return found;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}

/** `DUBAI—ollowing`, `‘o More`: a fragment that is no word where one letter more makes one. */
function lostCharacters({ path, text }: Examined, known: KnownWords): Diagnostic[] {
  return found(text, lostAfter).flatMap((match) => {
    const [, mark = '', fragment = ''] = match;
    const start = match.index + mark.length;
    const capital =
      mark !== '–' &&
      (isDateline(text, match.index) || /^\s\p{Lu}/u.test(text.slice(start + fragment.length)));
    const candidates = [...known.completions(fragment)]
      .sort(([, a], [, b]) => b - a)
      .map(([letter]) => ({
        text: (capital ? letter.toUpperCase() : letter) + fragment,
        reason: 'a word of this text or a common word',
      }));
    if (candidates.length === 0 && !isDateline(text, match.index)) return [];
    const message = `A character seems lost after “${mark}”: “${fragment}”.`;
    return [lost(message, { path, start, end: start + fragment.length, candidates })];
  });
}

function isDateline(text: string, dash: number): boolean {
  return /^\p{Lu}[\p{Lu}\s.,'’-]*$/u.test(text.slice(0, dash));
}

/** `Syria— rubric`: a dash set close to the word before it and apart from the one after. */
function lostShortWords({ path, text }: Examined): Diagnostic[] {
  return found(text, lostArticle).map((match) => {
    const start = match.index + match[0].length;
    const message = `A character seems lost after “${match[0]}”.`;
    const candidates = [{ text: 'a', reason: 'the only common word of one letter' }];
    return lost(message, { path, start, end: start, candidates });
  });
}

/** `©000 Vietnam Economic News`: three digits of a year. */
function lostYears({ path, text }: Examined): Diagnostic[] {
  return found(text, lostYear).map((match) => {
    const [, sign = '', digits = ''] = match;
    const start = match.index + sign.length;
    const candidates = (digits < '100' ? ['2', '1'] : ['1', '2']).map((century) => ({
      text: century + digits,
      reason: 'a year of four digits',
    }));
    return lost(`A digit of the year seems lost after “${sign.trim()}”.`, {
      path,
      start,
      end: start + digits.length,
      candidates,
    });
  });
}

function lost(
  message: string,
  place: { path: string; start: number; end: number; candidates: Candidate[] },
): Diagnostic {
  const { path, start, end, candidates } = place;
  return diagnose('damage-lost-character', message, { path, span: { start, end }, candidates });
}

function leftControlWords({ path, text }: Examined): Diagnostic[] {
  return found(text, controlWords)
    .filter((match) => knownControl.test(match[0]))
    .map((match) =>
      diagnose('damage-control-word', `Control words were left in the text: “${match[0].trim()}”.`, {
        path,
        span: { start: match.index, end: match.index + match[0].length },
        candidates: [{ text: match[2] ?? '', reason: 'the text without its control words' }],
      }),
    );
}

function replacements({ path, text }: Examined): Diagnostic[] {
  return found(text, replacement).map((match) =>
    diagnose('damage-replacement', 'Characters here could not be read by the program that wrote the file.', {
      path,
      span: { start: match.index, end: match.index + match[0].length },
    }),
  );
}
