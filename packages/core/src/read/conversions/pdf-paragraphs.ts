import { isAccessionLine } from '../layouts/anchors.ts';
import type { Passage } from './conversion.ts';
import { type MarkedLine, wordCount } from './pdf-furniture.ts';
import { mostCommon } from './pdf-lines.ts';

/** What the pages of a document have in common. */
interface Setting {
  /** Where full lines end. */
  margin: number;
  /** From one line to the next, in heights of a letter. */
  pitch: number;
  /** Height and font of the running text. */
  size: number;
  font: string;
}

/** Joins lines to paragraphs, over page ends too; a blank line follows each paragraph. */
export function* passagesOf(lines: readonly MarkedLine[]): Iterable<Omit<Passage, 'span'>> {
  const setting = settingOf(lines);
  const next = nextTexts(lines);
  for (const [index, line] of lines.entries()) {
    const { kind, page, entry } = line;
    const end = kind === 'text' ? separator(line, next[index], setting) : '\n';
    yield { kind, page, text: line.text + end, ...(entry && { entries: 1 }) };
  }
}

/** For each line the next one that is text. */
function nextTexts(lines: readonly MarkedLine[]): (MarkedLine | undefined)[] {
  const next = new Array<MarkedLine | undefined>(lines.length);
  let found: MarkedLine | undefined;
  for (let index = lines.length - 1; index >= 0; index--) {
    next[index] = found;
    if (lines[index]?.kind === 'text') found = lines[index];
  }
  return next;
}

const defaultPitch = 1.2;
const leastTextLine = 40;

function settingOf(lines: readonly MarkedLine[]): Setting {
  const text = lines.filter(({ kind }) => kind === 'text');
  const full = text.filter((line) => line.text.length >= leastTextLine);
  const rights = (full.length > 0 ? full : text).map(({ right }) => right).sort((a, b) => a - b);
  const pitches: number[] = [];
  for (const [index, line] of text.entries()) {
    const after = text[index + 1];
    const pitch = after?.page === line.page ? (line.baseline - after.baseline) / line.size : 0;
    if (pitch > 0.8 && pitch < 3) pitches.push(pitch);
  }
  pitches.sort((a, b) => a - b);
  return {
    // The widest of a hundred lines may be a table's.
    margin: rights[Math.floor(rights.length * 0.99)] ?? rights.at(-1) ?? 0,
    // Where most paragraphs have one line, most steps are from one paragraph to the next.
    pitch: pitches[Math.floor(pitches.length * 0.15)] ?? defaultPitch,
    size: mostCommon(text, ({ size }) => size) ?? 0,
    font: mostCommon(text, ({ font }) => font) ?? '',
  };
}

const hyphenated = /[\p{L}\p{N}][-\u00ad\u2010]$/u;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** What stands between a line and the next: nothing or a space within a paragraph, else the end of it. */
function separator(line: MarkedLine, next: MarkedLine | undefined, setting: Setting): string {
  if (!next) return '\n';
  if (!goesOn(line, next, setting)) return isApart(line, next, setting) ? '\n\n' : '\n';
  const together =
    hyphenated.test(line.text) || (wide.test(line.text.at(-1) ?? '') && wide.test(next.text[0] ?? ''));
  return together ? '' : ' ';
}

/** Whether a paragraph goes on: the line is full, and the next one begins under it in the same letters. */
function goesOn(line: MarkedLine, next: MarkedLine, setting: Setting): boolean {
  if (Math.abs(line.size - next.size) > 0.6 || next.text.includes('\t') || isAccessionLine(asValue(next)))
    return false;
  const indent = next.left - line.column;
  if (indent > line.size * 0.6 || indent < -4 * line.size) return false;
  // Over the end of a page no gap tells; most sentences end within a line.
  if (next.page === line.page ? isGap(line, next, setting) : endsSentence(line)) return false;
  const [word = ''] = wide.test(next.text[0] ?? '') ? next.text : next.text.split(' ', 1);
  const width = ((next.right - next.left) * (word.length + 1)) / Math.max(1, next.text.length);
  return line.right + Math.min(width * unevenness, line.size * widestWord) > setting.margin;
}

// The width of a word is told from the letters of its whole line, which are narrower or wider than its own.
const unevenness = 1.4;

const asValue = ({ text }: MarkedLine) => ({ value: { text } });

function endsSentence({ text }: MarkedLine): boolean {
  return /[.!?…。！？]["'”’»)\]]{0,2}$/u.test(text);
}

// No word is longer, but for addresses; in heights of a letter.
const widestWord = 30;

function isGap(line: MarkedLine, next: MarkedLine, { pitch }: Setting): boolean {
  return line.baseline - next.baseline > pitch * 1.25 * Math.max(line.size, next.size);
}

/** Whether a blank line stands between them, or must, so that neither is taken for the other's end. */
function isApart(line: MarkedLine, next: MarkedLine, setting: Setting): boolean {
  // A headline stands apart from the byline under it, as it does in the vendor's text.
  const isHeadline = isProminent(line, setting) && !isProminent(next, setting) && !wordCount.test(next.text);
  const isLong = isHeadline || line.text.length > shortLine;
  return isLong || (line.page === next.page ? isGap(line, next, setting) : endsSentence(line));
}

function isProminent({ size, font }: MarkedLine, running: Setting): boolean {
  return size > running.size * 1.1 || (font !== running.font && size >= running.size);
}

// Lines of an article's header are shorter than this, and stand together.
const shortLine = 80;
