/** How many unclosed objects are followed to the end of the file, whatever its size, and how many bytes in all. */
const fewUnclosed = 16;
const mostFollowed = 256 * 1024 * 1024;

/**
 * Whether it would take a time beyond reason to look for the objects of a PDF whose list of them is broken: pdf.js
 * follows each one that nothing closes to the end of the file, and cannot be stopped.
 */
export function isEndless(data: Uint8Array): boolean {
  let unclosed = 0;
  let start = nextObject(data, 0);
  while (start < data.length) {
    const end = nextObject(data, start);
    if (isUnclosed(data.subarray(start, end))) unclosed++;
    if (unclosed > fewUnclosed && unclosed * data.length > mostFollowed) return true;
    start = end;
  }
  return false;
}

const codes = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const object = codes('obj');
const trailer = codes('trailer');
const endOfStream = codes('endstream');

/** The place behind the next `obj` or `trailer`; the end where there is none. */
function nextObject(data: Uint8Array, from: number): number {
  for (let at = from; at < data.length; at++) {
    if (data[at] === 0x6f && isAt(data, at, object) && isNumbered(data, at)) return at + object.length;
    if (data[at] === 0x74 && isAt(data, at, trailer)) return at + trailer.length;
  }
  return data.length;
}

function isAt(data: Uint8Array, at: number, word: number[]): boolean {
  return word.every((code, index) => data[at + index] === code);
}

function isNumbered(data: Uint8Array, at: number): boolean {
  let before = at - 1;
  while (isSpace(data[before])) before--;
  return before < at - 1 && isDigit(data[before]);
}

const isSpace = (code = -1): boolean =>
  code === 0x20 || code === 0 || (code >= 9 && code <= 13 && code !== 0x0b);
const isDigit = (code = -1): boolean => code >= 0x30 && code <= 0x39;

/** Whether the value of an object, or the stream behind it, has no end before the next object begins. */
function isUnclosed(data: Uint8Array): boolean {
  const open: ('dictionary' | 'list')[] = [];
  let isValue = true;
  for (let at = 0; ; ) {
    const token = nextToken(data, at);
    if (token === undefined) return true;
    const { text, end } = token;
    at = end;
    const within = open.at(-1);
    if (within === 'dictionary' && !isValue) {
      if (text === '>>') open.pop();
      // What is no name is passed over; a name takes the value behind it, were it a bracket.
      else isValue = text === '/';
    } else {
      isValue = false;
      if (text === '<<') open.push('dictionary');
      else if (text === '[') open.push('list');
      else if (text === ']' && within === 'list') open.pop();
    }
    if (open.length === 0) return hasOpenStream(data, at);
  }
}

function hasOpenStream(data: Uint8Array, from: number): boolean {
  const token = nextToken(data, from);
  if (token?.text !== 'stream') return false;
  for (let at = token.end; at < data.length; at++)
    if (data[at] === 0x65 && isAt(data, at, endOfStream)) return false;
  return true;
}

interface Token {
  /** The mark or the word; `/` for a name, nothing for a string. */
  text: string;
  end: number;
}

/** The next token; undefined where the data end before it does. */
function nextToken(data: Uint8Array, from: number): Token | undefined {
  let at = from;
  while (isSpace(data[at]) || data[at] === 0x25) at = data[at] === 0x25 ? endOfLine(data, at) : at + 1;
  if (at >= data.length) return undefined;
  const mark = String.fromCharCode(data[at] as number);
  if (mark === '(') return endOfString(data, at);
  if (mark === '<' && data[at + 1] !== 0x3c) {
    const end = data.indexOf(0x3e, at);
    return end < 0 ? undefined : { text: '', end: end + 1 };
  }
  if (mark === '<' || (mark === '>' && data[at + 1] === 0x3e)) return { text: mark + mark, end: at + 2 };
  let end = at + 1;
  if (mark !== '/' && isDelimiter(data[at])) return { text: mark, end };
  while (end < data.length && !isSpace(data[end]) && !isDelimiter(data[end])) end++;
  return { text: mark === '/' ? mark : wordOf(data.subarray(at, end)), end };
}

const longestWord = 16;
const wordOf = (data: Uint8Array): string => String.fromCharCode(...data.subarray(0, longestWord));

function endOfLine(data: Uint8Array, from: number): number {
  let at = from;
  while (at < data.length && data[at] !== 10 && data[at] !== 13) at++;
  return at;
}

/** Brackets within a string are in pairs, or stand behind a backslash. */
function endOfString(data: Uint8Array, from: number): Token | undefined {
  let depth = 0;
  for (let at = from; at < data.length; at++) {
    if (data[at] === 0x5c) at++;
    else if (data[at] === 0x28) depth++;
    else if (data[at] === 0x29 && --depth === 0) return { text: '', end: at + 1 };
  }
  return undefined;
}

const delimiters = new Set(codes('()<>[]{}/%'));
const isDelimiter = (code = -1): boolean => delimiters.has(code);
