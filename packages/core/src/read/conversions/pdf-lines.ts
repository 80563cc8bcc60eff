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
}

/** A run of letters as the PDF library gives it; lengths in points. */
export interface Letters {
  str: string;
  /** `ltr`, `rtl` or `ttb`. */
  dir: string;
  /** Six numbers; the last two are the place of its start. */
  transform: unknown[];
  width: number;
}

interface Run {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  rightToLeft: boolean;
}

/** Rebuilds the lines of a page, top to bottom, from runs of letters in any order. */
export function linesOf(items: readonly Letters[], page: number): PageLine[] {
  const runs = withoutOverprint(items.flatMap(runOf)).sort((a, b) => b.baseline - a.baseline);
  const rows: Run[][] = [];
  for (const run of runs) {
    const row = rows.at(-1);
    if (row && isBeside(row[0], run)) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => lineOf(row, page));
}

function runOf({ str, transform, width, dir }: Letters): Run[] {
  const [a = 0, b = 0, c = 0, d = 0, left = 0, baseline = 0] = transform as number[];
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  const sound = [left, baseline, size, width].every(Number.isFinite);
  if (str.trim() === '' || !sound) return [];
  return [{ text: str, left, right: left + width, baseline, size, rightToLeft: dir === 'rtl' }];
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

function lineOf(row: Run[], page: number): PageLine {
  const rightToLeft = row.filter((run) => run.rightToLeft).length * 2 > row.length;
  const runs = row.sort((a, b) => (rightToLeft ? b.right - a.right : a.left - b.left));
  const size = mostCommonSize(runs);
  let text = '';
  let column = runs[0]?.left ?? 0;
  let before: Run | undefined;
  for (const run of runs) {
    const gap = before ? (rightToLeft ? before.left - run.right : run.left - before.right) : 0;
    const isColumn = gap > columnGap * size;
    if (isColumn) column = run.left;
    const spaced = /\s$/.test(text) || /^\s/.test(run.text);
    text += isColumn
      ? `\t${run.text.trimStart()}`
      : gap > wordGap * size && !spaced
        ? ` ${run.text}`
        : run.text;
    before = run;
  }
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
    size,
  };
}

// A row of a hostile page may hold more runs than a function takes arguments.
function edges(runs: Run[], side: 'left' | 'right'): number[] {
  const sorted = runs.map((run) => run[side]).sort((a, b) => a - b);
  return [sorted[0] ?? 0, sorted.at(-1) ?? 0];
}

/** The height of most of the letters: a raised number does not make a line small. */
function mostCommonSize(runs: Run[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of runs) {
    const rounded = Math.round(size * 10) / 10;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}
