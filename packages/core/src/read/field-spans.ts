import type { Span } from '../diagnostic.ts';
import type { LedgerSpan } from '../report.ts';
import type { Facts } from './draft.ts';
import type { Block, Piece, Value } from './reader.ts';

/** A part of an article's bytes; markup between fields has no field. */
export interface FieldSpan {
  span: Span;
  entry: Pick<LedgerSpan, 'field' | 'text'>;
}

/** What the ledger calls the paragraphs of a format that does not part lead from rest. */
const bodyField = 'body';
/** A line that no layout found a place for; its first characters are told. */
const unplaced = 'unplaced';

/** Splits the span of an article by its fields, in units of the source. The parts tile it. */
export function* fieldSpans(
  { span, blocks }: Piece,
  placed: Pick<Facts, 'fields' | 'text'>,
): Iterable<FieldSpan> {
  const names = namesOf(placed);
  let at = span.start;
  const sorted = blocks.filter((block) => !covers(block, span)).sort((a, b) => a.span.start - b.span.start);
  for (const block of sorted) {
    const start = Math.max(block.span.start, at);
    const end = Math.min(block.span.end, span.end);
    if (end <= start) continue;
    if (start > at) yield { span: { start: at, end: start }, entry: {} };
    yield { span: { start, end }, entry: entryOf(block, names) };
    at = end;
  }
  if (at < span.end) yield { span: { start: at, end: span.end }, entry: {} };
}

function namesOf({ fields, text = [] }: Pick<Facts, 'fields' | 'text'>): Map<Value, string> {
  const names = new Map<Value, string>();
  for (const value of text) names.set(value, bodyField);
  for (const [code, values] of fields) for (const value of values) names.set(value, code);
  return names;
}

/** A number taken from the markup of the whole piece stands nowhere else. */
function covers(block: Block, span: Span): boolean {
  return block.span.start <= span.start && block.span.end >= span.end;
}

function entryOf(block: Block, names: Map<Value, string>): FieldSpan['entry'] {
  const values = block.kind === 'line' ? [block.value] : block.values;
  if (block.kind === 'field' && block.label !== '') return { field: block.label };
  const field = values.map((value) => names.get(value)).find((name) => name !== undefined);
  const text = values
    .map((value) => value.text)
    .join(' ')
    .slice(0, 200);
  return field === undefined ? { field: unplaced, text } : { field };
}
