import { type Diagnostic, diagnose, type Span } from '../../diagnostic.ts';
import { fileCut } from '../cut.ts';
import type { Source } from '../decode.ts';
import type { Block, Piece, Value } from '../reader.ts';
import { piecesOf } from '../steps.ts';
import { firstRecord, type JsonStretch, jsonRecords } from './json.ts';
import { closed } from './json-cut.ts';
import { parseJson } from './json-value.ts';

/** Whether a file begins as JSON does, or one of its next lines; RTF opens with a brace too. */
export function looksLikeJson(head: string): boolean {
  return /^[\s\ufeff\p{Cc}]*(?:\[|\{(?!\\))/u.test(head) || hasJsonLine(head);
}

// The first line may be cut, or a note of who made the file.
const jsonLine = /^(?!\s*<|\{\\)(?:[^\n\r]*(?:\r\n?|\n)){1,2}\{\s?"[^"\n\r]{1,80}"\s?:/;

/** Whether the second or third line of a file begins as a record does. */
export function hasJsonLine(head: string): boolean {
  return jsonLine.test(head);
}

/** Of records that the first one is unlike, as in joined files. */
const leastLike = 0.75;

/** How sure a reader is of a JSON file: as of its first record, and less so where only others are the reader's. */
export function scoreJson(head: string, scoreOf: (text: string) => number): number {
  const first = firstRecord(head);
  if (first === undefined) return scoreOf(head);
  return scoreOf(first) || Math.min(scoreOf(head), leastLike);
}

/** An object as JSON holds one. */
export interface JsonObject {
  [key: string]: unknown;
}

/** The content of a record; what is no article is given another kind. */
export type JsonPiece = (
  record: JsonObject,
  place: JsonPlace,
) => Pick<Piece, 'kind' | 'blocks' | 'withdrawal'>;

/** Where a record stands, and its members where that is known. */
export interface JsonPlace {
  span: Span;
  members?: ReadonlyMap<string, Span> | undefined;
}

/** Splits a JSON file into its records and what is damaged between them. */
export async function* splitJson(source: Source, pieceOf: JsonPiece): AsyncIterable<readonly Piece[]> {
  const toPieces = (stretch: JsonStretch) =>
    stretch.state === 'broken' ? brokenPieces(stretch, pieceOf) : pieceOfStretch(stretch, pieceOf);
  for await (const stretches of jsonRecords(source)) yield* piecesOf(stretches, toPieces);
}

function pieceOfStretch(stretch: JsonStretch, pieceOf: JsonPiece): Piece {
  const span = { start: stretch.start, end: stretch.end };
  if (stretch.state === 'cut') return cutPiece(stretch, pieceOf);
  const parsed = stretch.state === 'whole' ? parseJson(stretch.text) : undefined;
  if (!parsed || !isObject(parsed.value)) return damagedPiece(stretch.text, span);
  const message =
    'The record holds what JSON does not know (NaN, line ends within strings); it was read all the same.';
  return {
    ...pieceOf(parsed.value, { span, members: stretch.members }),
    span,
    ...(parsed.odd && { diagnostics: [diagnose('record-damaged', message)] }),
  };
}

/** A record that breaks off before the next one begins, and what stands between the two. */
function brokenPieces({ text, start, end, kept, members }: JsonStretch, pieceOf: JsonPiece): Piece[] {
  const parsed = parseJson(closed(text));
  if (!parsed || !isObject(parsed.value)) return [damagedPiece(text.slice(0, shownUnits), { start, end })];
  const span = { start, end: kept?.end ?? end };
  const diagnostics = [
    diagnose('record-damaged', 'The record breaks off; it was read as far as it goes.'),
    diagnose('text-truncated', 'The record breaks off in the middle of this article; its text is not whole.'),
  ];
  const rest: Piece = {
    ...restOf(kept?.behind.trim() ?? ''),
    span: { start: span.end, end },
    blocks: [],
    diagnostics: [diagnose('file-damaged', brokenOff, { span: { start: span.end, end } })],
  };
  return [{ ...pieceOf(parsed.value, { span, members }), span, diagnostics }, rest];
}

const brokenOff =
  'A record breaks off here, or breaks the rules of JSON; what follows up to the next record is lost. Get the file again.';

/** What stands between two records: separators, or what was lost. */
function restOf(text: string): Pick<Piece, 'kind' | 'text'> {
  return /^[\s,]*$/.test(text) ? { kind: 'boilerplate' } : { kind: 'unread', text };
}

const shownUnits = 200;

/** What is said of a record that the end of the file cuts off. */
export function recordCut({ end }: Span): Diagnostic {
  return fileCut('in the middle of a record', end);
}

function cutPiece({ text, start, end, members }: JsonStretch, pieceOf: JsonPiece): Piece {
  const span = { start, end };
  if (start === end)
    return {
      kind: 'boilerplate',
      span,
      blocks: [],
      diagnostics: [fileCut('before its last bracket', end)],
    };
  const diagnostics = [recordCut(span)];
  const parsed = parseJson(closed(text));
  return parsed && isObject(parsed.value)
    ? { ...pieceOf(parsed.value, { span, members }), span, diagnostics }
    : { ...damagedPiece(text, span), diagnostics };
}

/** A record that cannot be read: its first characters are what the report shows of it. */
export function damagedPiece(text: string, span: Span): Piece {
  // What fills or ends a file is no record.
  if (/^[\s\p{Cc}]+$/u.test(text)) return { kind: 'unread', span, blocks: [], text };
  return {
    kind: 'article',
    span,
    blocks: [{ kind: 'field', label: '', values: [{ text: text.trim() }], span }],
  };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The blocks of what no mapping knows better: a block a key, keys within keys joined by dots, a list of objects as JSON. */
export function jsonBlocks(
  record: JsonObject,
  { span: whole, members, label = '' }: JsonPlace & { label?: string },
): Block[] {
  const blocks: Block[] = [];
  for (const [key, value] of Object.entries(record)) {
    const own = label === '' ? key : `${label}.${key}`;
    const span = members?.get(key) ?? whole;
    if (isObject(value)) for (const block of jsonBlocks(value, { span, label: own })) blocks.push(block);
    else blocks.push(jsonBlock(own, { value, span }));
  }
  return blocks;
}

/** A block of one key. */
export function jsonBlock(label: string, { value, span }: { value: unknown; span: Span }): Block {
  const values: Value[] = [];
  for (const each of Array.isArray(value) ? value : [value]) {
    const text = textOf(each);
    if (text !== '') values.push({ text });
  }
  return { kind: 'field', label, values, span };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
