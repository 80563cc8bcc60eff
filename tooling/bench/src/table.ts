/** Prints rows under headings, numbers to the right. */
export function printTable(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = headings.map((heading, at) =>
    Math.max(heading.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const print = (cells: readonly string[]): void => {
    const padded = cells.map((cell, at) => {
      const width = widths[at] ?? 0;
      return at === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    console.log(`  ${padded.join('  ')}`);
  };
  console.log(`\n${title}`);
  print(headings);
  print(widths.map((width) => '─'.repeat(width)));
  for (const row of rows) print(row);
}

/** A number with this many digits behind the point. */
export const digits = (value: number, places = 1): string => value.toFixed(places);

/** What was asked for, and whether it is met. */
export const goal = (met: boolean, text: string): string => `${text} ${met ? '✓' : '✗'}`;

/** Prints rows under headings as a table of Markdown, numbers to the right. */
export function printMarkdown(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const marks = headings.map((_, at) => (at === 0 ? '---' : '--:'));
  console.log(`\n${title}\n\n${[headings, marks, ...rows].map(line).join('\n')}`);
}
