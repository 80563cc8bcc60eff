import { type LabelledQuery, parseQueries, parseQueryTable, tableColumns } from '@pressmark/core/query';

/** A file of queries that was opened: a text of lines, or a table with the column that holds them. */
export interface ListFile {
  name: string;
  text: string;
  /** Headers of a table; none for a text. */
  columns: string[];
  column: string | null;
}

/** The queries of a file as lines of the box, and what of it could not be taken, in words. */
export interface TakenLines {
  lines: string;
  left: string[];
}

/** Reads a file that was opened or dropped; null where it is not UTF-8. */
export async function openListFile(file: File): Promise<ListFile | null> {
  const text = decode(await file.arrayBuffer());
  if (text === null) return null;
  if (!/\.(?:csv|tsv)$/i.test(file.name)) return { name: file.name, text, columns: [], column: null };
  const { columns, chosen } = await tableColumns(text);
  return { name: file.name, text, columns, column: chosen };
}

function decode(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The lines of a file. A cell that cannot be read as a query is taken all the same: the box says what is wrong with it. */
export async function takeLines({ text, columns, column }: ListFile): Promise<TakenLines> {
  if (columns.length === 0) return { lines: text, left: [] };
  const rows = await parseQueryTable(text, column === null ? {} : { column });
  return {
    lines: rows
      .filter((row) => row.text !== '')
      .map(lineOf)
      .join('\n'),
    left: rows.flatMap(({ line, parsed, text: own }) =>
      own === '' && !parsed.ok ? [`Line ${line}: ${parsed.problems[0]?.message}`] : [],
    ),
  };
}

/** A query as a line of the box: its label before it, where it has one of its own. */
function lineOf({ label, text }: LabelledQuery): string {
  const plain = label.replace(/["“”„]/g, ' ').trim();
  if (plain === '' || plain === text || `"${plain}"` === text) return text;
  const bare = `${plain} = ${text}`;
  // A label that would be read as something else stands in quotes.
  return parseQueries(bare)[0]?.label === plain ? bare : `"${plain}" = ${text}`;
}
