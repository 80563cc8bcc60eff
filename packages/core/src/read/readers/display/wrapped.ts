import { endsSentence } from '../../layouts/sentence.ts';
import { isAligned } from '../../paragraphs.ts';
import type { DisplayLine, DisplayRow } from '../../syntax/display.ts';
import { isPageLine } from './furniture.ts';
import { isCount, labelOf } from './labels.ts';

type Line = DisplayLine | DisplayRow;

/** Programs that wrap lines do it between these widths. */
const narrowest = 40;
const widest = 100;
/** Wrapped lines that show a text to be wrapped, and their share of the longer lines that go on. */
const leastFull = 3;
const leastShare = 0.9;

/**
 * Joins the lines of paragraphs that were wrapped at a width. A text is wrapped where no line is longer, and where a
 * line goes on, the next word would not have fitted on it.
 */
export function unwrap(lines: Line[]): Line[] {
  const width = widthOf(lines);
  if (width < narrowest || width > widest) return lines;
  const isFull = (index: number) => isFullLine(lines[index], lines[index + 1], width);
  const from = valuesEnd(lines);
  const long = lines.flatMap((line, index) =>
    line.kind === 'line' && endOf(line) > width / 2 && mayGoOn(lines[index + 1]) ? [index] : [],
  );
  const all = long.filter(isFull);
  const full = all.length;
  // Where lines end with their sentences, each is a paragraph.
  if (all.filter((index) => endsSentence(textOf(lines[index]))).length * 2 > full) return lines;
  const telling = long.filter((index) => index >= from || isFull(index)).length;
  if (full < leastFull || full < telling * leastShare) return lines;
  const joined: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const open = joined.at(-1);
    if (open && isFull(index - 1)) open.push(line);
    else joined.push([line]);
  }
  return joined.map(join);
}

/** Behind the values under a word count, each on a line of its own: they tell nothing of a width. */
function valuesEnd(lines: Line[]): number {
  const count = lines.findIndex((line) => line.kind === 'line' && isCount(line.value.text));
  const end = lines.findIndex((line, index) => index > count + 1 && line.kind === 'line' && line.gap);
  return count < 0 ? 0 : end;
}

/** Length of the longest line; a line without spaces is an address and no measure. */
function widthOf(lines: Line[]): number {
  let width = 0;
  for (const line of lines) {
    if (line.kind !== 'line') continue;
    const own = endOf(line);
    if (own > width && line.value.text.includes(' ')) width = own;
    if (width > widest) return width;
  }
  return width;
}

/** Where a line ends, its indent counted: values behind labels may hang in a column. */
function endOf({ value, indent = 0 }: DisplayLine): number {
  return indent + value.text.length;
}

function textOf(line: Line | undefined): string {
  return line?.kind === 'line' ? line.value.text : '';
}

function mayGoOn(next: Line | undefined): next is DisplayLine {
  return next?.kind === 'line' && !next.gap && !labelOf(next.value.text) && !isPageLine(next.value.text);
}

function isFullLine(line: Line | undefined, next: Line | undefined, width: number): boolean {
  if (line?.kind !== 'line' || !mayGoOn(next) || endOf(line) <= width / 2) return false;
  if (isAligned(line.value.text) || isAligned(next.value.text)) return false;
  const word = next.value.text.indexOf(' ');
  return endOf(line) + 1 + (word < 0 ? next.value.text.length : word) > width;
}

function join(lines: Line[]): Line {
  const [first] = lines;
  if (lines.length === 1 || first?.kind !== 'line') return first as Line;
  const values = lines.flatMap((line) => (line.kind === 'line' ? [line.value] : []));
  const links = values.flatMap((value) => value.links ?? []);
  const asides = lines.flatMap((line) => line.asides ?? []);
  const text = values
    .map(({ text }) => (/\p{L}-$/u.test(text) ? text : `${text} `))
    .join('')
    .trimEnd();
  return {
    ...first,
    value: { text, ...(links.length > 0 && { links }) },
    span: { start: first.span.start, end: lines.at(-1)?.span.end ?? first.span.end },
    ...(asides.length > 0 && { asides }),
  };
}
