import type { Draft } from './reader.ts';

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const between = 1;
const within = 2;
const alone = 3;

/** What each character of 16 bits is to a count, found out when first met: nearly all text needs a few dozen. */
const classes = new Uint8Array(0x10000);
/** 1 for letters and digits of ASCII. */
const asciiWithin = Uint8Array.from({ length: 0x80 }, (_, code) =>
  wordCharacter.test(String.fromCharCode(code)) ? 1 : 0,
);
const encoder = new TextEncoder();
// Bytes are walked several times as fast as the characters of a string.
const bytes = new Uint8Array(16 * 1024);

/**
 * Counts words as the vendor does: runs of letters and digits, so that `it's`, `well-known` and `1.5` are two words
 * each; in Chinese and Japanese each character. Measured on 261 articles of real exports.
 */
export function countWords(text: string): number {
  const count = { words: 0, open: 0 };
  for (let from = 0; from < text.length; ) {
    const { read, written } = encoder.encodeInto(from === 0 ? text : text.slice(from), bytes);
    addWords(count, written);
    from += read;
  }
  return count.words;
}

/** Counts the words of the first bytes, whole characters of UTF-8; a word may go on from the bytes before. */
function addWords(count: { words: number; open: number }, written: number): void {
  let { words, open } = count;
  for (let at = 0; at < written; ) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      // Without a branch: where words begin cannot be foretold.
      const inWord = asciiWithin[byte] ?? 0;
      words += inWord & (open ^ 1);
      open = inWord;
      at++;
      continue;
    }
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    const code = codeAt(at, length);
    const known = classes[code] || classify(code);
    if (known === alone || (known === within && open === 0)) words++;
    open = known === within ? 1 : 0;
    at += length;
  }
  count.words = words;
  count.open = open;
}

function codeAt(at: number, length: number): number {
  let code = (bytes[at] ?? 0) & (0xff >> (length + 1));
  for (let next = 1; next < length; next++) code = (code << 6) | ((bytes[at + next] ?? 0) & 0x3f);
  return code;
}

function classify(code: number): number {
  const character = String.fromCodePoint(code);
  const known = ideograph.test(character) ? alone : wordCharacter.test(character) ? within : between;
  if (code < classes.length) classes[code] = known;
  return known;
}

/** Words of all that the vendor counts of an article: section, headline, byline, credit, and every paragraph. */
export function countArticle({
  section,
  headline,
  subheadline,
  byline,
  credit,
  body,
}: Pick<Draft, 'section' | 'headline' | 'subheadline' | 'byline' | 'credit' | 'body'>): number {
  let words = 0;
  for (const text of [section, headline, subheadline, byline, credit]) if (text) words += countWords(text);
  for (const { text } of body) words += countWords(text);
  return words;
}
