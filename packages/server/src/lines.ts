import { LineWidth, printQuery, QueryProblem } from '@pressmark/core/query';
import { csvRow } from '@pressmark/core/write';
import { type Line, LineSort, LinesPage, Selection, type Store } from '@pressmark/store';
import { z } from 'zod';
import { QueryText, reading, readQuery, Since } from './articles.ts';
import { cursorFor, storeCursor } from './cursor.ts';
import { download, ExportInput } from './download.ts';

const searched = {
  q: QueryText,
  ...reading,
  selection: Selection.optional(),
  since: Since,
};

/** Words and characters that fit beside a hit on a usual page. */
const usualWidth: LineWidth = { unit: 'characters', most: 60 };

export const LinesInput = z.strictObject({
  ...searched,
  width: LineWidth.default(usualWidth),
  sort: LineSort.default('date'),
  limit: z.int().min(1).max(500).default(50),
  cursor: z.string().max(2_000).optional(),
});

/** One page of lines, with the query in canonical form and how ambiguous dates were read. */
export const LinesOutput = LinesPage.extend({ query: z.string(), notes: z.array(QueryProblem) });

export async function findLines(
  store: Store,
  { q, dialect, dateOrder, cursor, ...wanted }: z.infer<typeof LinesInput>,
): Promise<z.infer<typeof LinesOutput>> {
  const { query, notes } = readQuery({ q, dialect, dateOrder });
  const { selection, since, sort } = wanted;
  const search = { query: printQuery(query), selection, since, sort };
  const page = await store.lines({ ...wanted, query, cursor: storeCursor(search, cursor) });
  return { ...page, next: page.next && cursorFor(search, page.next), query: search.query, notes };
}

export const CountLinesInput = z.strictObject(searched);

/** Exact numbers: of the lines, and of the articles with any. */
export const CountLinesOutput = z.strictObject({
  lines: z.int().nonnegative(),
  articles: z.int().nonnegative(),
});

export async function countLines(
  store: Store,
  { q, dialect, dateOrder, ...wanted }: z.infer<typeof CountLinesInput>,
): Promise<z.infer<typeof CountLinesOutput>> {
  const total = { lines: 0, articles: 0 };
  const { query } = readQuery({ q, dialect, dateOrder });
  for await (const lines of store.countLines({ ...wanted, query })) {
    total.lines += lines;
    total.articles += lines > 0 ? 1 : 0;
  }
  return total;
}

export const ExportLinesInput = ExportInput.pick({ q: true, selection: true, since: true }).extend({
  ...reading,
  to: z.enum(['csv', 'jsonl']),
  sort: LineSort.default('date'),
  unit: LineWidth.shape.unit.default(usualWidth.unit),
  width: z.coerce.number().pipe(LineWidth.shape.most).default(usualWidth.most),
});

const columns: [header: string, key: keyof Line][] = [
  ['doc_id', 'id'],
  ['date', 'date'],
  ['source', 'source'],
  ['headline', 'headline'],
  ['path', 'path'],
  ['start', 'start'],
  ['left', 'left'],
  ['key', 'key'],
  ['right', 'right'],
  ['copyright', 'copyright'],
];

async function* asCsv(lines: AsyncIterable<Line>): AsyncIterable<string> {
  yield csvRow(columns.map(([header]) => header));
  for await (const line of lines) yield csvRow(columns.map(([, key]) => line[key] ?? undefined));
}

async function* asJsonLines(lines: AsyncIterable<Line>): AsyncIterable<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

/** Every line of a search, as a stream that ends when its reader goes away. */
export async function exportLines(
  store: Store,
  { q, dialect, dateOrder, to, unit, width, ...wanted }: z.infer<typeof ExportLinesInput>,
): Promise<Response> {
  const { query } = readQuery({ q, dialect, dateOrder });
  const lines = store.streamLines({ ...wanted, query, width: { unit, most: width } });
  const text = to === 'csv' ? asCsv(lines) : asJsonLines(lines);
  const mediaType = to === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson';
  return download(text, { name: `pressmark-lines.${to}`, mediaType });
}
