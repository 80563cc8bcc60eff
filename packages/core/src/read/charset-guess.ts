import { isWordCount } from './layouts/anchors.ts';
import { frequentCharacters } from './tables/frequent-characters.ts';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Small letters, and signs that stand within words, of MacRoman; in Windows-1252 these are signs and capitals. */
const macLetters = new Set([
  0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8d, 0x8e, 0x8f, 0x90, 0x98, 0x99, 0x9d, 0x9f, 0xa7, 0xd5,
]);
/** Small letters of Windows-1252; in MacRoman these are signs and capitals. */
const westernLetters = new Set([...range(0xdf, 0xf6), ...range(0xf8, 0xff)]);
/** о, е, а, и, н, т of Windows-1251: in every language so written more than a third of all letters. */
const frequent = new Set([0xee, 0xe5, 0xe0, 0xe8, 0xed, 0xf2]);

/** So many signs decide; and so many times those against it. */
const leastSigns = 3;
const weight = 4;
/** Letters in words of Cyrillic shape, their share of all bytes above ASCII, and that of the frequent ones. */
const leastLetters = 40;
const leastShare = 0.75;
const leastFrequent = 0.36;
/** A word of Western letters above ASCII is shorter. */
const leastWord = 3;

/**
 * The charset of bytes that are neither Unicode nor declared: by the frequency of characters, by letters within words,
 * and where it has two bytes a character by the vendor's own words too. Windows-1252 where nothing else is sure.
 */
export function guessCharset(head: Uint8Array, high: Uint32Array): string {
  if (isCyrillic(head, high)) return 'windows-1251';
  const paired = pairedCharset(head, high);
  if (paired) return paired;
  if (isMacRoman(head, high)) return 'macintosh';
  const lines = countLines(head, high);
  return asian.find((charset) => holdsWordCount(head, lines, charset)) ?? 'windows-1252';
}

function isMacRoman(head: Uint8Array, high: Uint32Array): boolean {
  let mac = 0;
  let western = 0;
  for (const at of high) {
    if (at === 0) continue;
    const byte = head[at] ?? 0;
    const [ofMac, ofWestern] = signsAround(head[at - 1] ?? 0, head[at + 1] ?? 0x20);
    if (ofMac?.has(byte)) mac++;
    else if (ofWestern?.has(byte)) western++;
  }
  return mac >= leastSigns && mac > western * weight;
}

type Signs = readonly [mac: ReadonlySet<number>, western: ReadonlySet<number>];
const inWord: Signs = [macLetters, westernLetters];
// Ò, Ó, Ð, Ñ of Windows-1252 stand for these in MacRoman, and ì, î, ñ, ó of MacRoman in Windows-1252.
const openingQuote: Signs = [new Set([0xd2]), new Set([0x93])];
const closingQuote: Signs = [new Set([0xd3]), new Set([0x94])];
const dash: Signs = [new Set([0xd0, 0xd1]), new Set([0x96, 0x97])];

/** The bytes that between these two have a sense in one of the charsets and hardly any in the other. */
function signsAround(before: number, behind: number): Signs | [] {
  if (isLetter(before) && isSmall(behind)) return inWord;
  if (isSpace(before)) return isSpace(behind) ? dash : isLetter(behind) ? openingQuote : [];
  return isSpace(behind) && isStop(before) ? closingQuote : [];
}

function isSmall(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

function isLetter(byte: number): boolean {
  return isSmall(byte | 0x20);
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d;
}

function isStop(byte: number): boolean {
  return byte === 0x2e || byte === 0x2c || byte === 0x3f;
}

/** Whether nearly all bytes above ASCII are words of Cyrillic: in capitals, or small behind the first letter. */
function isCyrillic(head: Uint8Array, high: Uint32Array): boolean {
  let shaped = 0;
  let often = 0;
  let next = 0;
  for (const at of high) {
    if (at < next) continue;
    let end = at;
    let capitals = 0;
    let frequentOnes = 0;
    for (; end < head.length && isCyrillicLetter(head[end] ?? 0); end++) {
      const byte = head[end] ?? 0;
      if (byte < 0xe0 && byte !== 0xb8) capitals += end === at ? 0 : 1;
      else if (frequent.has(byte)) frequentOnes++;
    }
    const length = end - at;
    if (length >= leastWord && (capitals === 0 || capitals === length - 1)) {
      shaped += length;
      often += capitals === 0 ? frequentOnes : length * leastFrequent;
    }
    next = end;
  }
  return shaped >= leastLetters && shaped > high.length * leastShare && often > shaped * leastFrequent;
}

/** А to я, Ё and ё. */
function isCyrillicLetter(byte: number): boolean {
  return byte >= 0xc0 || byte === 0xa8 || byte === 0xb8;
}

const asian = Object.keys(frequentCharacters);
/** So many bytes above ASCII tell what the rest of them are. */
const mostHigh = 4096;
/** Of characters of two bytes, at least one is above ASCII: two such bytes are next to each other or have one between. */
const pairDistance = 2;
const leastPaired = 0.5;
/** Frequent characters, and their share of all above ASCII but signs; in a charset that is another's hardly a tenth are. */
const leastCharacters = 8;
const leastCommon = 0.2;
/** Bytes that fit no character, as a share of the same. */
const mostStrays = 0.01;
const letters = /[^\p{ASCII}\p{P}\p{S}\p{Z}]/gu;

/** The charset of two bytes a character in which the text has most frequent characters, if it has enough in any. */
function pairedCharset(head: Uint8Array, high: Uint32Array): string | undefined {
  const seen = high.subarray(0, mostHigh);
  const near = seen.reduce(
    (sum, at, index) => sum + (at - (seen[index - 1] ?? -9) <= pairDistance ? 1 : 0),
    0,
  );
  if (near < seen.length * leastPaired) return undefined;
  // A character may begin with the last of them.
  const bytes = head.subarray(seen[0], (seen.at(-1) ?? 0) + 2);
  let best = leastCommon;
  let found: string | undefined;
  for (const [charset, frequent] of Object.entries(frequentCharacters)) {
    const text = new TextDecoder(charset).decode(bytes, { stream: true });
    const all = count(text, letters);
    const common = count(text, frequent);
    if (common < leastCharacters || common < all * best || count(text, /\ufffd/g) > all * mostStrays)
      continue;
    best = common / all;
    found = charset;
  }
  return found;
}

function count(text: string, characters: RegExp): number {
  return text.match(characters)?.length ?? 0;
}

/** A line of digits and the vendor's word for words, in whatever bytes. */
const countLine = /^[ \t]*\d[\d,]{0,9} ?\P{ASCII}{1,6}[ \t]*$/u;
/** No line that is one has more bytes. */
const longestCount = 60;
/** No export has more in its head. */
const mostCounts = 2_000;

/** The lines or elements that may be word counts: those in which a byte above ASCII follows a figure, perhaps behind a space. */
function countLines(head: Uint8Array, high: Uint32Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let end = 0;
  for (const at of high) {
    const before = head[at - 1] === 0x20 ? at - 2 : at - 1;
    if (at < end || !isFigure(head[before] ?? 0)) continue;
    let start = before;
    end = at;
    while (start > 0 && at - start < longestCount && !isEnd(head[start - 1] ?? 0)) start--;
    while (end < head.length && end - start < longestCount && !isEnd(head[end] ?? 0)) end++;
    lines.push(head.subarray(start, end));
    if (lines.length === mostCounts) break;
  }
  return lines;
}

function isFigure(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** The end of a line or a tag, or the beginning of one: these bytes are a part of no character. */
function isEnd(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0x3c || byte === 0x3e;
}

/** Whether all bytes are of a charset, and in it one of the lines is a word count. */
function holdsWordCount(head: Uint8Array, lines: Uint8Array[], charset: string): boolean {
  const decoder = new TextDecoder(charset);
  const isCount = (line: Uint8Array): boolean => {
    const text = decoder.decode(line);
    return countLine.test(text) && isWordCount(text);
  };
  return lines.length > 0 && fits(head, charset) && lines.some(isCount);
}

/** The head may end within a character. */
function fits(head: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
