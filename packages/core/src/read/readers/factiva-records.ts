import type { Span } from '../../diagnostic.ts';
import { readerLabels } from '../../reader-labels.ts';
import type { Source } from '../decode.ts';
import type { Target } from '../layouts/record.ts';
import { mappingOf, readRecord } from '../layouts/record.ts';
import type { Block, Piece, Reader, Sample } from '../reader.ts';
import { piecesOf } from '../steps.ts';
import { type CsvRow, csvRows, separatorOf } from '../syntax/csv.ts';
import {
  damagedPiece,
  isObject,
  type JsonObject,
  type JsonPlace,
  jsonBlocks,
  looksLikeJson,
  recordCut,
  scoreJson,
  splitJson,
} from '../syntax/json-pieces.ts';

/** Factiva Snapshots and Streams: flat records as JSON, JSON lines or CSV, with updates and withdrawals among them. */
export const factivaRecords: Reader = {
  id: 'factiva-records',
  version: 6,
  label: readerLabels['factiva-records'],
  anchors: [
    { what: 'a record with an accession number (an)', pattern: /"an"\s{0,9}:\s{0,9}"|^[^\n]{0,4000}\ban\b/i },
    {
      what: 'keys of a record (title, body, source_code)',
      pattern: /\b(?:title|body|snippet|source_code|action)\b/,
    },
  ],
  detect,
  split: (source) => (looksLikeJson(source.sample) ? splitJson(source, pieceOf) : splitCsv(source)),
  read: ({ blocks }) => readRecord(blocks, mapping),
};

/** Keys of a record, from which its format is known. */
const known = [
  'an',
  'title',
  'body',
  'snippet',
  'action',
  'byline',
  'copyright',
  'event_type',
  'source_code',
  'source_name',
  'language_code',
  'publication_date',
  'publication_datetime',
  'modification_date',
  'ingestion_datetime',
  'publisher_name',
  'region_of_origin',
  'subject_codes',
  'region_codes',
  'company_codes',
  'industry_codes',
  'word_count',
  'document_type',
];

function detect({ text }: Sample): number {
  // RTF begins with a brace too, and a look for every key takes as long as reading it.
  if (text.startsWith('{\\rtf')) return 0;
  return looksLikeJson(text) ? scoreJson(text, scoreOf) : detectCsv(text);
}

function scoreOf(text: string): number {
  const has = (key: string) => new RegExp(`"${key}"\\s{0,9}:`, 'i').test(text);
  if (has('field_id') || has('code_sets')) return 0;
  const found = known.filter(has);
  const identified = found.includes('an') || found.includes('event_type');
  return identified && found.length > 1 ? 1 : found.length > 5 ? 0.6 : 0;
}

function detectCsv(text: string): number {
  const header = /^(?:\s{0,9}sep=.\s{1,2})?([^\r\n]{2,20000})/.exec(text)?.[1] ?? '';
  const keys = header.split(separatorOf(text)).map((key) => keyOf(key.replace(/^\s*"|"\s*$/g, '')));
  const found = known.filter((key) => keys.includes(key));
  return found.includes('an') && found.length > 2 ? 1 : 0;
}

/** The columns of a CSV file: their names in order, and where each stands, whatever its case. */
interface Columns {
  keys: string[];
  places: Map<string, number>;
}

async function* splitCsv(source: Source): AsyncIterable<readonly Piece[]> {
  let columns: Columns | undefined;
  const toPiece = (row: CsvRow): Piece => {
    const span = { start: row.start, end: row.end };
    if (row.damaged) return damagedPiece(row.values[0] ?? '', span);
    if (columns && !isHeader(row, columns.keys)) {
      const piece = pieceOfRow(row, { columns, span });
      return row.cut ? { ...piece, diagnostics: [recordCut(span)] } : piece;
    }
    columns ??= columnsOf(row.values.map(uniqueKey));
    return { kind: 'front', span, blocks: [] };
  };
  for await (const rows of csvRows(source)) yield* piecesOf(rows, toPiece);
}

function columnsOf(keys: string[]): Columns {
  return { keys, places: new Map(keys.map((key, at) => [keyOf(key), at])) };
}

/** Files put one behind the other repeat their header. */
function isHeader({ values }: CsvRow, keys: string[]): boolean {
  return keys.every((key, index) => values[index]?.trim() === key);
}

/** A name that stands for two columns is told apart by the second one's number. */
function uniqueKey(name: string, index: number, names: string[]): string {
  return names.indexOf(name) < index ? `${name.trim()} ${index + 1}` : name.trim();
}

function pieceOfRow(
  { values, starts, end }: CsvRow,
  { columns, span }: { columns: Columns; span: Span },
): Piece {
  const withdrawal = withdrawalOf((key) => values[columns.places.get(key) ?? -1]);
  if (withdrawal) return { kind: 'withdrawal', span, blocks: [], withdrawal };
  const blocks: Block[] = [];
  for (let at = 0; at < columns.keys.length && at < values.length; at++) {
    const text = values[at] as string;
    blocks.push({
      kind: 'field',
      label: columns.keys[at] as string,
      values: text === '' ? [] : [{ text }],
      span: { start: starts[at] as number, end: starts[at + 1] ?? end },
    });
  }
  return { kind: 'article', span, blocks };
}

function pieceOf(record: JsonObject, place: JsonPlace): Pick<Piece, 'kind' | 'blocks' | 'withdrawal'> {
  const whole = unwrapped(record);
  const withdrawal = withdrawalOf((key) => memberOf(whole, key));
  if (withdrawal) return { kind: 'withdrawal', blocks: [], withdrawal };
  // Files of the content API are joined to such files.
  if (isRich(whole)) return damagedPiece(JSON.stringify(record), place.span);
  return { kind: 'article', blocks: jsonBlocks(record, place) };
}

/** Whether a record without number has rich text in the place of plain text, and is of another format. */
function isRich(record: JsonObject): boolean {
  if (memberOf(record, 'an') !== undefined) return false;
  return ['title', 'headline', 'body'].some((key) => {
    const value = memberOf(record, key);
    return isObject(value) || (Array.isArray(value) && value.some(isObject));
  });
}

/** Members that hold the record, where messages are wrapped around it, one in another. */
const wrappers = ['attributes', '_source', 'article', 'document', 'message', 'data'];

function unwrapped(record: JsonObject, depth = 0): JsonObject {
  const inner = wrappers.map((key) => record[key]).find(isObject);
  return inner && depth < wrappers.length ? { ...record, ...unwrapped(inner, depth + 1) } : record;
}

/** The value of a key in any case. */
function memberOf(record: JsonObject, wanted: string): unknown {
  if (Object.hasOwn(record, wanted)) return record[wanted];
  for (const key in record) if (key.length === wanted.length && keyOf(key) === wanted) return record[key];
  return undefined;
}

/** `del` withdraws an article, `source_delete` all of a source. */
function withdrawalOf(find: (key: string) => unknown): Piece['withdrawal'] {
  const text = (key: string) => {
    const entry = find(key);
    return typeof entry === 'string' ? entry.trim() : '';
  };
  if (text('event_type').toLowerCase() === 'source_delete') {
    const sourceCode = text('source_code');
    if (sourceCode) return { sourceCode };
  }
  if (!/^del(?:ete)?$/i.test(text('action'))) return undefined;
  const number = text('an');
  return number ? { id: `factiva:${number}` } : undefined;
}

const targets: Record<string, Target> = {
  an: { field: 'AN' },
  accession_number: { field: 'AN', rank: 1 },
  title: { field: 'HD' },
  headline: { field: 'HD', rank: 1 },
  section: { field: 'SE' },
  column: { field: 'CLM' },
  column_name: { field: 'CLM', rank: 1 },
  byline: { field: 'BY' },
  credit: { field: 'CR' },
  dateline: { field: 'DLN' },
  word_count: { field: 'WC' },
  publication_date: { field: 'PD' },
  publication_datetime: { field: 'ET' },
  publication_time: { field: 'ET', rank: 1 },
  ingestion_datetime: { field: 'UPD' },
  ingestion_date: { field: 'UPD', rank: 1 },
  modification_datetime: { field: 'MD' },
  modification_date: { field: 'MD', rank: 1 },
  revision_number: { field: 'RVN' },
  revision: { field: 'RVN', rank: 1 },
  source_name: { field: 'SN' },
  source_code: { field: 'SC' },
  edition: { field: 'ED' },
  page: { field: 'PG' },
  pages: { field: 'PG', rank: 1 },
  volume: { field: 'VOL' },
  language_code: { field: 'LA' },
  language: { field: 'LA', rank: 1 },
  copyright: { field: 'CY' },
  publisher_name: { field: 'PUB' },
  document_type: { field: 'FMT' },
  correction: { field: 'CX', as: 'text' },
  snippet: { field: 'LP', as: 'text' },
  body: { field: 'TD', as: 'text' },
  art: { field: 'ART', as: 'text' },
  contact: { field: 'CT', as: 'text' },
  notes: { field: 'RF', as: 'text' },
  company_codes: { field: 'CO', as: 'list' },
  industry_codes: { field: 'IN', as: 'list' },
  subject_codes: { field: 'NS', as: 'list' },
  region_codes: { field: 'RE', as: 'list' },
  person_codes: { field: 'PE', as: 'list' },
};

const wrapped = new RegExp(`^(?:(?:${wrappers.join('|')})\\.)+`);

const mapping = mappingOf((label) => {
  const key = keyOf(label.replace(wrapped, ''));
  return Object.hasOwn(targets, key) ? targets[key] : undefined;
});

function keyOf(key: string): string {
  return key.trim().toLowerCase().replaceAll('-', '_');
}
