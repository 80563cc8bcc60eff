import { csvRows } from '../read/syntax/csv.ts';
import { type Lexeme, lex } from './lex.ts';
import { lexNexis, segments } from './nexis.ts';
import { type ParseOptions, parseQuery } from './parse.ts';
import type { ParsedQuery, QueryProblem } from './query.ts';
import { tokenize } from './tokens.ts';
import { meant } from './trouble.ts';

/** One of several queries: what it is called, its text, and where it stands. */
export interface LabelledQuery {
  label: string;
  /** The text of the query alone; problems name places in the whole text by line and column, their spans are places in this one. */
  text: string;
  /** Line of the whole text at which it stands, from 1. */
  line: number;
  parsed: ParsedQuery;
}

/** How several queries are read, beside how each of them is. */
export interface LabelledOptions extends ParseOptions {
  /** Each is a name: its words are looked for as they stand, whatever they mean to the language. */
  names?: boolean | undefined;
}

export interface TableOptions extends LabelledOptions {
  /** Header of the column with the queries; else `query`, `name` or the first one. */
  column?: string | undefined;
}

/** A query before it is read. */
interface Row {
  label: string;
  text: string;
  line: number;
  /** Column at which the text begins. */
  column: number;
  /** Why there is no text to read. */
  trouble?: string;
}

const quoted = /^\s*["“”„]([^"“”„]*)["“”„]\s*=\s*/;
const bare = /^\s*([^"“”„=＝]*?)\s+[=＝]\s*/;

const languages = {
  factiva: { pieces: (text: string) => lex(text), fields: ['date', ...Object.keys(meant)] },
  nexis: { pieces: lexNexis, fields: ['date', ...Object.keys(meant), ...Object.keys(segments)] },
};

/** Whether a piece of a line before `=` is of a query: an operator, or alone what is taken for the name of a field. */
function isOfQuery(lexeme: Lexeme, { fields, label }: { fields: string[]; label: string }): boolean {
  if (lexeme.kind === 'unknown') return lexeme.name === label && fields.includes(label.toLowerCase());
  // Signs that only quotes would make words of are no operators: `100% organic`.
  if (lexeme.kind === 'foreign') return lexeme.construct.instead !== 'quote';
  return !['word', 'open', 'close', 'end'].includes(lexeme.kind);
}

/** The label before `=` with white space between; one that is a field or holds an operator goes in quotes. */
function labelOf(line: string, options: LabelledOptions): { label: string; length: number } | null {
  const inQuotes = quoted.exec(line);
  const found = inQuotes ?? bare.exec(line);
  const label = found?.[1]?.trim() ?? '';
  if (!found || label === '') return null;
  const { pieces, fields } = languages[options.dialect ?? 'factiva'];
  // What stands in quotes or before a name is no query.
  const isPlain = inQuotes !== null || options.names === true;
  const isQuery = !isPlain && pieces(`${label} =`).some((piece) => isOfQuery(piece, { fields, label }));
  return isQuery ? null : { label, length: found[0].length };
}

function* rowsOfLines(text: string, options: LabelledOptions): Generator<Row> {
  let number = 0;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    number++;
    if (line.trim() === '') continue;
    const labelled = labelOf(line, options);
    const start = labelled?.length ?? line.length - line.trimStart().length;
    const own = line.slice(start).trimEnd();
    yield { label: labelled?.label ?? own, text: own, line: number, column: start + 1 };
  }
}

const queryHeaders = ['query', 'name'];

function placeOf(header: string[], names: string[]): number {
  return header.findIndex((name) => names.includes(name.trim().toLowerCase()));
}

/** Which columns hold the queries and their labels; null where none has the header asked for. */
function columnsOf(header: string[], wanted: string | undefined): { text: number; label: number } | null {
  const text = placeOf(header, wanted === undefined ? queryHeaders : [wanted.trim().toLowerCase()]);
  if (text < 0 && wanted !== undefined) return null;
  const label = placeOf(header, ['label']);
  return { text: Math.max(0, text), label: label < 0 ? Math.max(0, text) : label };
}

const damagedRow = 'This row does not have the columns of the header, or its quotes do not close.';
const emptyCell = 'This row has nothing in the column of the queries.';

const sourceOf = (text: string) => ({
  sample: text,
  text: (piece: string) => piece,
  chunks: async function* () {
    if (text !== '') yield text;
  },
});

async function* rowsOfTable(text: string, column: string | undefined): AsyncIterable<Row> {
  const count = lineCounter(text);
  let columns: ReturnType<typeof columnsOf> | undefined;
  for await (const rows of csvRows(sourceOf(text))) {
    for (const { start, values, damaged } of rows) {
      const line = count(start);
      if (columns === undefined) {
        columns = columnsOf(values, column);
        const trouble = `No column has the header “${column}”; there are: ${values.join(', ')}.`;
        if (columns === null) yield { label: column ?? '', text: '', line, column: 1, trouble };
      } else if (columns !== null) {
        const own = oneLine(damaged ? firstLine(values[0] ?? '') : (values[columns.text] ?? ''));
        const label = oneLine(damaged ? '' : (values[columns.label] ?? '')) || own;
        const trouble = damaged ? damagedRow : own === '' ? emptyCell : undefined;
        yield { label, text: own, line, column: 1, ...(trouble && { trouble }) };
      }
    }
  }
}

const firstLine = (text: string): string => text.split(/[\r\n]/, 1)[0] ?? '';
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The line of places that come in order. */
function lineCounter(text: string): (at: number) => number {
  const ends = text.matchAll(/\r\n|\r|\n/g);
  let next = ends.next();
  let line = 1;
  return (at) => {
    for (; !next.done && next.value.index + next.value[0].length <= at; next = ends.next()) line++;
    return line;
  };
}

/** A name as a phrase that means nothing but its words. */
function phraseOf(name: string): string {
  return `"${tokenize(name)
    .map(({ start, end }) => name.slice(start, end))
    .join(' ')}"`;
}

function problemOf(message: string): QueryProblem {
  return { message, span: { start: 0, end: 0 }, line: 1, column: 1 };
}

function read(row: Row, options: LabelledOptions): ParsedQuery {
  if (row.trouble !== undefined) return { ok: false, problems: [problemOf(row.trouble)] };
  if (row.text === '') return { ok: false, problems: [problemOf('This label has no query.')] };
  return parseQuery(row.text, options);
}

function place(parsed: ParsedQuery, { line, column }: Row): ParsedQuery {
  const moved = (problem: QueryProblem): QueryProblem => ({
    ...problem,
    line,
    column: problem.column + column - 1,
  });
  return parsed.ok
    ? { ...parsed, notes: parsed.notes.map(moved) }
    : { ok: false, problems: parsed.problems.map(moved) };
}

function labelled(row: Row, options: LabelledOptions): LabelledQuery {
  const { label, text, line } = row;
  const own = options.names && text !== '' ? phraseOf(text) : text;
  return { label, text: own, line, parsed: place(read({ ...row, text: own }, options), row) };
}

/**
 * Reads several queries, `label = query` on each line; a line without a label is its own. No line but an empty one is left
 * out: one that cannot be read has its problems, and those after it are read all the same.
 */
export function parseQueries(text: string, options: LabelledOptions = {}): LabelledQuery[] {
  return Array.from(rowsOfLines(text, options), (row) => labelled(row, options));
}

/** Reads the queries or names in a column of a CSV, below its header, as `parseQueries` reads lines; one in a column `label` names them. */
export async function parseQueryTable(text: string, options: TableOptions = {}): Promise<LabelledQuery[]> {
  const found: LabelledQuery[] = [];
  for await (const row of rowsOfTable(text.replace(/^\uFEFF/, ''), options.column))
    found.push(labelled(row, options));
  return found;
}

/** The headers of a CSV, each once, and the one below which `parseQueryTable` looks where none is named; null without any. */
export async function tableColumns(text: string): Promise<{ columns: string[]; chosen: string | null }> {
  for await (const [header] of csvRows(sourceOf(text.replace(/^\uFEFF/, '')))) {
    const names = (header?.values ?? []).map((name) => name.trim());
    const columns = [...new Set(names.filter((name) => name !== ''))];
    return { columns, chosen: names[columnsOf(names, undefined)?.text ?? 0] || null };
  }
  return { columns: [], chosen: null };
}
