import { isAscii } from '../ascii.ts';

/** A word of a text: folded, with its place in the text in UTF-16 code units. */
export interface Token {
  text: string;
  start: number;
  end: number;
}

/** A token of its own between stretches of text, so that no phrase crosses; text that users bring never yields it. */
export const paragraphBreak = '\uE000';

const separator = 0;
const letter = 1;
const mark = 2;
/** A character that is a token of its own. */
const single = 3;
const surrogate = 4;

const letters = /[\p{L}\p{N}]/u;
const ideographs = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;
// Soft hyphen, joiners and half-width voicing marks stand inside words and are no letters themselves.
const marks = /[\p{M}\p{Join_Control}\u00AD\u2060\uFF9E\uFF9F]/u;

function kindOf(character: string): number {
  if (marks.test(character)) return mark;
  if (!letters.test(character)) return separator;
  return ideographs.test(character) ? single : letter;
}

/** Whether a token is a character of a script written without spaces, where any character may follow. */
export function isUnspaced(token: string): boolean {
  return ideographs.test(token);
}

let table: Uint8Array | undefined;

/** The kind of every UTF-16 code unit, computed once: a look-up is several times faster than a regular expression. */
function kinds(): Uint8Array {
  if (table) return table;
  table = new Uint8Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) {
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    table[unit] = isSurrogate ? surrogate : kindOf(String.fromCharCode(unit));
  }
  return table;
}

/** What no decomposition folds: letters of the same sound or shape, and variants that FTS5 folds too. */
const foldings: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ſ: 's',
  ς: 'σ',
  µ: 'μ',
  ϐ: 'β',
  ϑ: 'θ',
  ϕ: 'φ',
  ϖ: 'π',
  ϰ: 'κ',
  ϱ: 'ρ',
  ϵ: 'ε',
};
const foldable = new RegExp(`[${Object.keys(foldings).join('')}]`, 'g');
const invisible = /[\p{Join_Control}\u00AD\u2060\p{Variation_Selector}]/gu;
const accented = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
// Ligatures, Arabic presentation forms, full-width and half-width forms: other shapes of the same letters.
const shapes = /[\uFB00-\uFFEF]/g;

function unshape(character: string): string {
  const plain = character.normalize('NFKD');
  return /^[\p{L}\p{N}\p{M}]+$/u.test(plain) ? plain : character;
}

/**
 * Folds a word, or text as its words are folded. Case goes; accents go from Latin, Greek and Cyrillic letters only, where they vary with the typist,
 * and stay in every other script, where they are letters (Hangul, Devanagari, Thai, Arabic, the voicing of kana).
 */
export function fold(word: string): string {
  if (isAscii(word)) return word.toLowerCase();
  return isLatin(word) ? word.replace(latinLetter, foldLatin).toLowerCase() : foldAny(word);
}

const latinFolds = new Map<string, string>();

/** Western texts have a few dozen letters to fold, again and again. */
function foldLatin(letter: string): string {
  const known = latinFolds.get(letter);
  if (known !== undefined) return known;
  const folded = foldAny(letter);
  latinFolds.set(letter, folded);
  return folded;
}

function foldAny(word: string): string {
  return word
    .replace(shapes, unshape)
    .replace(invisible, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(accented, '$1')
    .replace(foldable, (character) => foldings[character] as string)
    .normalize('NFC');
}

const remembered = new Map<string, string>();
const memory = 50_000;
// V8 keeps the whole text alive for a slice of 13 units and more; shorter ones are copies.
const copied = 12;

/** `fold`, remembering the short words. */
function foldOnce(word: string): string {
  if (word.length > copied) return fold(word);
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= memory) remembered.clear();
  const folded = fold(word);
  remembered.set(word, folded);
  return folded;
}

function scan(text: string, emit: (start: number, end: number) => void): void {
  const table = kinds();
  let at = 0;
  let width = 1;
  const kindAt = (place: number): number => {
    const kind = table[text.charCodeAt(place)] as number;
    width = 1;
    if (kind !== surrogate) return kind;
    const character = String.fromCodePoint(text.codePointAt(place) as number);
    width = character.length;
    return kindOf(character);
  };
  while (at < text.length) {
    const first = kindAt(at);
    const start = at;
    at += width;
    if (first === separator || first === mark) continue;
    while (at < text.length) {
      const next = kindAt(at);
      if (next !== mark && (next !== letter || first === single)) break;
      at += width;
    }
    emit(start, at);
  }
}

/**
 * The words of a text, in order: the one definition of a token for the matcher and every engine.
 *
 * A token is a run of letters, digits and marks that begins with a letter or digit; everything else separates. Each Han,
 * Hiragana or Katakana character (with its marks) is a token of its own, since these scripts have no spaces: a word of
 * two characters is found as a phrase of two. Hangul and Thai are runs like any other. Soft hyphens and joiners are
 * skipped inside a word. Tokens are folded for case, accents and letter shapes (`Łódź` is `lodz`, `Straße` is `strasse`,
 * `ＡＢＣ` is `abc`); `tokenize` of a folded token gives that token.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  if (isAscii(text)) {
    const lower = text.toLowerCase();
    scan(lower, (start, end) => tokens.push({ text: lower.slice(start, end), start, end }));
  } else scan(text, (start, end) => tokens.push({ text: foldOnce(text.slice(start, end)), start, end }));
  return tokens;
}

/** The number of words of a text, as `tokenize` cuts them. */
export function countTokens(text: string): number {
  let count = 0;
  if (isAscii(text)) {
    // ASCII has letters (1) and what separates them (0), and where words begin cannot be foretold by a branch.
    const table = kinds();
    let before = separator;
    for (let at = 0; at < text.length; at++) {
      const kind = table[text.charCodeAt(at)] as number;
      count += kind & ~before;
      before = kind;
    }
  } else scan(text, () => count++);
  return count;
}

// ASCII, Latin-1 signs, general punctuation, currency: none needs folding, and FTS5 separates at the same characters.
// (It takes the currency signs from U+20BA on for letters.)
const plain =
  '\\0-\\xA9\\xAB\\xAC\\xAE-\\xB1\\xB4\\xB6-\\xB8\\xBB\\xBF\\xD7\\xF7\\u2000-\\u200B\\u200E-\\u205F\\u20A0-\\u20B9';
const beyondPlain = new RegExp(`[^${plain}]`);
// Accented Latin letters fold one by one and never change where a word ends.
const latin = '\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u017F';
const latinLetter = new RegExp(`[${latin}]`, 'g');
// Two of the spaces have another form.
const beyondLatin = new RegExp(`[^${plain}${latin}]|[\\u2000\\u2001]`);
// Common Han and kana need a space on both sides and nothing else; the punctuation among them stays.
const han = '\\u3041-\\u3096\\u30A1-\\u30FA\\u30FC\\u4E00-\\u9FFF';
const hanCharacter = new RegExp(`[${han}]`, 'g');
const hanPunctuation = '\\u3000-\\u3003\\u3008-\\u3011\\u30FB\\uFF01-\\uFF0F\\uFF1A-\\uFF20';
const beyondSimple = new RegExp(`[^${plain}${latin}${han}${hanPunctuation}]`);

/** Whether nothing in a text folds but capitals of ASCII: each of its tokens is a stretch of the text in small letters. */
export function isPlain(text: string): boolean {
  return isAscii(text) || !beyondPlain.test(text);
}

/** Whether a text folds letter by letter, and nothing where no letters are. */
export function isLatin(text: string): boolean {
  return !beyondLatin.test(text);
}

/**
 * The text to hand to SQLite FTS5 with `unicode61 remove_diacritics 0 categories 'L* N* M* Co'`, whose tokens are then
 * exactly those of `tokenize`. Plain text comes back as it is.
 */
export function indexText(text: string): string {
  if (isPlain(text)) return text;
  if (!beyondSimple.test(text)) return text.replace(latinLetter, foldOnce).replace(hanCharacter, ' $& ');
  let folded = '';
  scan(text, (start, end) => {
    folded += `${foldOnce(text.slice(start, end))} `;
  });
  return folded.trimEnd();
}
