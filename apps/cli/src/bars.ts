/** Parts of a block, by eighths from the left. */
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar for a part of 1, at most `width` characters long; what is above 0 shows at least a line. */
export function bar(part: number, width: number): string {
  const units = part > 0 ? Math.max(1, Math.round(part * width * 8)) : 0;
  return '█'.repeat(Math.floor(units / 8)) + eighths[units % 8];
}

/** Rows as lines with the columns set flush, numbers to the right. The last column may be of any length. */
export function alignRows(rows: readonly (readonly (string | number)[])[]): string[] {
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)),
  );
  const widths = texts.reduce<number[]>(
    (widths, row) => row.map((cell, at) => Math.max(widths[at] ?? 0, widthOf(cell))),
    [],
  );
  return texts.map((row, index) =>
    row
      .map((cell, at) => {
        const space = ' '.repeat((widths[at] ?? 0) - widthOf(cell));
        return typeof rows[index]?.[at] === 'number' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u;
const graphemes = new Intl.Segmenter();

/** Columns of a terminal that a text takes. */
function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}
