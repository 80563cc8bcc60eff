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

interface Run {
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
  const runs = withoutOverprint(items.flatMap(runOf)).sort((a, b) => b.baseline - a.baseline);
  const rows: Run[][] = [];
  for (const run of runs) {
    const row = rows.at(-1);
    if (row && isBeside(row[0], run)) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => lineOf(row, page));
}

function runOf({ str, transform, width, dir, fontName }: Letters): Run[] {
  const [a = 0, b = 0, c = 0, d = 0, left = 0, baseline = 0] = transform as number[];
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  const sound = [left, baseline, size, width].every(Number.isFinite);
  if (str.trim() === '' || !sound) return [];
  return [
    { text: str, left, right: left + width, baseline, size, font: fontName, rightToLeft: dir === 'rtl' },
  ];
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
  const size = mostCommon(runs, (run) => Math.round(run.size * 10) / 10) ?? 0;
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
