import { isWordCount } from './layouts/anchors.ts';

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
 * The charset of bytes that are neither Unicode nor declared: by letters within words, by the frequency of letters, and
 * where it has two bytes a character by the vendor's own words. Windows-1252 where nothing else is sure.
 */
export function guessCharset(head: Uint8Array, high: Uint32Array): string {
  if (isMacRoman(head, high)) return 'macintosh';
  if (isCyrillic(head, high)) return 'windows-1251';
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

const asian = ['gb18030', 'big5', 'shift_jis', 'euc-kr'];
/** A line of digits and the vendor's word for words, in whatever bytes. */
const countLine = /^[ \t]*\d[\d,]{0,9} ?\P{ASCII}{1,6}[ \t]*$/u;
/** No line that is one has more bytes. */
const longestCount = 60;
/** No export has more in its head. */
const mostCounts = 2_000;

/** The lines that may be word counts: those in which a byte above ASCII follows a figure, perhaps behind a space. */
function countLines(head: Uint8Array, high: Uint32Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let end = 0;
  for (const at of high) {
    const before = head[at - 1] === 0x20 ? at - 2 : at - 1;
    if (at < end || !isFigure(head[before] ?? 0)) continue;
    let start = before;
    end = at;
    while (start > 0 && at - start < longestCount && !isLineEnd(head[start - 1] ?? 0)) start--;
    while (end < head.length && end - start < longestCount && !isLineEnd(head[end] ?? 0)) end++;
    lines.push(head.subarray(start, end));
    if (lines.length === mostCounts) break;
  }
  return lines;
}

function isFigure(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isLineEnd(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
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
