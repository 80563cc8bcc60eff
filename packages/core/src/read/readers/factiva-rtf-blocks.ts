import { isFieldCode } from '../fields.ts';
import type { Block, Value } from '../reader.ts';
import type { RtfBlock } from '../syntax/rtf.ts';

export type RtfLine = Extract<RtfBlock, { kind: 'line' }>;
export type RtfRow = Extract<RtfBlock, { kind: 'row' }>;
type Field = Extract<Block, { kind: 'field' }>;

/** A table row as a field: right-to-left languages put the label into the second cell. */
interface LabelledRow {
  label: string;
  values: Value[];
}

/** Codes that only the vendor's own table of fields has in label position. */
const coreCodes = new Set(['HD', 'WC', 'PD', 'SN', 'LP', 'TD', 'AN']);

/** Lines that word processor or vendor put around the articles. */
const vendorLine =
  /\bfactiva\b.*\b(?:display format|inc|dow jones)\b|\bdow jones\b.*\bfactiva\b|(?:©|\(c\)|copyright).*\bfactiva\b|^\s*factiva\s*$/i;
const contentsTitle =
  /^(?:table of contents|contents|inhaltsverzeichnis|inhalt|table des matières|sommaire|índice|contenido|indice|sommario|sumário|inhoudsopgave|содержание|目次|目录|目錄|목차)$/i;
const leaders = /(?:\.\s?){4,}\s*\d{1,4}$|\t\s*\d{1,4}$/;
const pageNumber =
  /^(?:page|seite|página|pagina|страница|ページ|第|페이지)?\s*\d{1,4}(?:\s*(?:of|von|sur|de|di|van|из|\/)\s*\d{1,4}\b.{0,60}|\s*[页頁])?$/iu;
const pageOfPages =
  /^(?:page|seite|página|pagina|страница)\s+\d{1,4}\s+(?:of|von|sur|de|di|van|из)\s+\d{1,4}\b.{0,60}$/iu;

/** Whether a line before or between articles is the vendor's: contents, name of the product, page number. */
export function isFurniture(block: RtfBlock): boolean {
  if (block.kind !== 'line' || block.value.text.length > 400) return false;
  return (
    (block.contents && /\d$/.test(block.value.text)) || isHeading(block) || pageNumber.test(block.value.text)
  );
}

/** Whether a page with this line holds contents or the vendor's heading, and nothing else. */
export function marksFrontPage(block: RtfBlock): boolean {
  return block.kind === 'line' && block.value.text.length <= 400 && (block.contents || isHeading(block));
}

function isHeading({ value: { text } }: RtfLine): boolean {
  return vendorLine.test(text) || contentsTitle.test(text) || leaders.test(text);
}

/** Reads a row of two cells as a field; undefined where it is a row of some other table. */
export function labelledRow({ cells }: RtfRow): LabelledRow | undefined {
  const [first = [], second = [], ...rest] = cells;
  if (cells.length < 2 || rest.some((cell) => cell.length > 0)) return undefined;
  const label = textOf(first, ' ');
  if (isFieldCode(label)) return { label, values: second };
  const last = textOf(second, ' ');
  if (isFieldCode(last)) return { label: last, values: first };
  return /^(?:[A-Z][A-Z\d]{1,3})?$/.test(label) ? { label, values: second } : undefined;
}

/** Whether a row shows that the article is printed field by field. */
export function isFieldRow(block: RtfBlock): boolean {
  return block.kind === 'row' && coreCodes.has(labelledRow(block)?.label ?? '');
}

/** The rows and lines of one article as the layouts take them. */
export function blocksOf(blocks: (RtfLine | RtfRow)[]): Block[] {
  return blocks.some(isFieldRow) ? fieldBlocks(blocks) : lineBlocks(blocks);
}

/** Cells of a row, or of a line that is set like one. */
export function cellsOf(block: RtfLine | RtfRow): string[] {
  if (block.kind === 'row') return block.cells.map((cell) => textOf(cell, ' '));
  return block.value.text.split(/\t|[ \u00a0]{3,}|:\s/).map((cell) => cell.trim());
}

/** A row without label and a line between rows go on with the field above them. */
function fieldBlocks(blocks: (RtfLine | RtfRow)[]): Block[] {
  const fields: Field[] = [];
  for (const block of blocks) {
    const row = block.kind === 'row' ? labelledRow(block) : undefined;
    const values = row ? [...row.values] : bodyValues(block);
    const open = fields.at(-1);
    if (open && !row?.label) {
      for (const value of values) open.values.push(value);
      open.span = { start: open.span.start, end: block.span.end };
    } else fields.push({ kind: 'field', label: row?.label ?? '', values, span: block.span });
  }
  return fields;
}

function lineBlocks(blocks: (RtfLine | RtfRow)[]): Block[] {
  const headline = findHeadline(blocks);
  return blocks.flatMap((block): Block[] => {
    const gap = block.kind === 'line' && block.gap && { gap: true };
    const mark = block === headline && { mark: 'headline' as const };
    return bodyValues(block).map((value) => ({ kind: 'line', value, span: block.span, ...gap, ...mark }));
  });
}

/** The one bold line among the first ones; where more are bold, or none, nothing is known. */
function findHeadline(blocks: (RtfLine | RtfRow)[]): RtfLine | undefined {
  const count = blocks.findIndex(
    (block) => block.kind === 'line' && /^\d/.test(block.value.text) && !block.bold,
  );
  const bold = blocks.slice(0, Math.max(count, 0)).filter((block) => block.kind === 'line' && block.bold);
  const [first] = bold;
  return bold.length === 1 && first?.kind === 'line' ? first : undefined;
}

/** A line as it stands; a table's row as one line with tabs. Footers saved as text are left out. */
function bodyValues(block: RtfLine | RtfRow): Value[] {
  if (block.kind === 'line') return pageOfPages.test(block.value.text) ? [] : [block.value];
  const [only] = block.cells;
  if (block.cells.length === 1 && only) return only;
  const links = block.cells.flat().flatMap((value) => value.links ?? []);
  const text = block.cells.map((cell) => textOf(cell, ' ')).join('\t');
  return text.trim() ? [{ text, table: true, ...(links.length > 0 && { links }) }] : [];
}

function textOf(values: Value[], between: string): string {
  return values.length === 1 ? (values[0]?.text ?? '') : values.map(({ text }) => text).join(between);
}
