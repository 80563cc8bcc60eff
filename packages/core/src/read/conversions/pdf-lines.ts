import { isFieldCode } from '../fields.ts';

/** A line as it stands on a page; places in points, from the lower left. */
export interface PageLine {
  /** From 1. */
  page: number;
  text: string;
  /** Where the line begins. */
  left: number;
  /** Where its last column begins: behind a label, where the value does. */
  column: number;
  right: number;
  baseline: number;
  /** Height of the letters. */
  size: number;
  /** Name of the font of most letters, for comparison alone. */
  font: string;
}

/** A run of letters as the PDF library gives it; lengths in points. */
export interface Letters {
  str: string;
  /** `ltr`, `rtl` or `ttb`. */
  dir: string;
  /** Six numbers; the last two are the place of its start. */
  transform: unknown[];
  width: number;
  fontName: string;
}

/** Letters with their place on the page. */
export interface Run {
  /** As the PDF library gave it. */
  letters: Letters;
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  font: string;
  rightToLeft: boolean;
}

/** Rebuilds the lines of a page, top to bottom, from runs of letters in any order. */
export function linesOf(items: readonly Letters[], page: number): PageLine[] {
  return rowsOf(items).map((row) => lineOf(row, page));
}

/** The runs of each line of a page, top to bottom, in the order of reading. */
export function rowsOf(items: readonly Letters[]): Run[][] {
  const runs = withoutOverprint(items.flatMap(runOf)).sort((a, b) => b.baseline - a.baseline);
  const rows: Run[][] = [];
  for (const run of runs) {
    const row = rows.at(-1);
    if (row && isBeside(row[0], run)) row.push(run);
    else rows.push([run]);
  }
  return rows.map(inOrder);
}

function runOf(letters: Letters): Run[] {
  const { str, transform, width, dir, fontName } = letters;
  const [a = 0, b = 0, c = 0, d = 0, left = 0, baseline = 0] = transform as number[];
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  const sound = [left, baseline, size, width].every(Number.isFinite);
  if (str.trim() === '' || !sound) return [];
  const place = { left, right: left + width, baseline, size };
  return [{ letters, text: str, ...place, font: fontName, rightToLeft: dir === 'rtl' }];
}

/** Bold is sometimes made by printing twice, a hair apart. */
function withoutOverprint(runs: Run[]): Run[] {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const same = seen.get(run.text) ?? [];
    if (same.slice(-overprints).some((other) => isOver(other, run))) return false;
    seen.set(run.text, [...same.slice(-overprints), run]);
    return true;
  });
}

const overprints = 4;

function isOver(a: Run, b: Run): boolean {
  const hair = a.size * 0.12;
  return Math.abs(a.left - b.left) < hair && Math.abs(a.baseline - b.baseline) < hair;
}

// Raised and lowered letters are of the line that they stand in.
function isBeside(first: Run | undefined, run: Run): boolean {
  return first !== undefined && first.baseline - run.baseline < 0.4 * Math.max(first.size, run.size);
}

// In heights of a letter: less is the space within a word, more is another column.
const wordGap = 0.1;
const columnGap = 2;

const isRightToLeft = (row: Run[]): boolean =>
  row.filter(({ rightToLeft }) => rightToLeft).length * 2 > row.length;

function inOrder(row: Run[]): Run[] {
  return isRightToLeft(row) ? row.sort((a, b) => b.right - a.right) : row.sort((a, b) => a.left - b.left);
}

/** The text of a line, as yet with all its spaces; where each run begins in it, and where the last column does on the page. */
export function joinRuns(runs: readonly Run[]): { text: string; starts: number[]; column: number } {
  const size = sizeOf(runs);
  const rightToLeft = isRightToLeft([...runs]);
  const starts: number[] = [];
  let text = '';
  let column = runs[0]?.left ?? 0;
  let before: Run | undefined;
  for (const run of runs) {
    const gap = before ? (rightToLeft ? before.left - run.right : run.left - before.right) : 0;
    const isColumn = gap > columnGap * size;
    // A label may stand close to its value, which begins a column all the same.
    if (isColumn || (starts.length === 1 && isFieldCode(text.trim()))) column = run.left;
    const spaced = /\s$/.test(text) || /^\s/.test(run.text);
    if (isColumn) text += '\t';
    else if (gap > wordGap * size && !spaced) text += ' ';
    starts.push(text.length);
    text += run.text;
    before = run;
  }
  return { text, starts, column };
}

const sizeOf = (runs: readonly Run[]): number =>
  mostCommon(runs, (run) => Math.round(run.size * 10) / 10) ?? 0;

function lineOf(runs: Run[], page: number): PageLine {
  const { text, column } = joinRuns(runs);
  return {
    page,
    text: text
      .trim()
      .replace(/[^\S\t]+/g, ' ')
      .replace(/ ?\t ?/g, '\t'),
    left: Math.min(...edges(runs, 'left')),
    column,
    right: Math.max(...edges(runs, 'right')),
    baseline: runs[0]?.baseline ?? 0,
    size: sizeOf(runs),
    font: mostCommon(runs, ({ font }) => font) ?? '',
  };
}

// A row of a hostile page may hold more runs than a function takes arguments.
function edges(runs: Run[], side: 'left' | 'right'): number[] {
  const sorted = runs.map((run) => run[side]).sort((a, b) => a - b);
  return [sorted[0] ?? 0, sorted.at(-1) ?? 0];
}

/** What most letters have: a raised number does not make a line small, nor a name in italics another font. */
export function mostCommon<Item extends { text: string }, Value>(
  items: readonly Item[],
  pick: (item: Item) => Value,
): Value | undefined {
  const letters = new Map<Value, number>();
  let best: Value | undefined;
  for (const item of items) {
    const value = pick(item);
    const count = (letters.get(value) ?? 0) + item.text.length;
    letters.set(value, count);
    if (best === undefined || count > (letters.get(best) ?? 0)) best = value;
  }
  return best;
}
