import { isFieldCode } from '../../fields.ts';
import type { Block, Value } from '../../reader.ts';
import type { CellLine, DisplayBlock, DisplayLine, DisplayRow } from '../../syntax/display.ts';
import { isPageLine, isVendorRights, mayBePageLine } from './furniture.ts';
import { coreCodes, findLabels, type Label, labelOf } from './labels.ts';
import { unwrap } from './wrapped.ts';

/** What a piece is made of; page breaks are counted instead. */
export type Content = Exclude<DisplayBlock, { kind: 'page' }>;

/** A block and its page, counted by page breaks: articles begin on new ones. */
export interface Entry {
  block: Content;
  page: number;
  /** Label of a row, or the one a line may begin with. */
  label: string | undefined;
  /** The same of a line, with what stands behind it. */
  found: Label | undefined;
}

type Field = Extract<Block, { kind: 'field' }>;

/** A table row as a field. */
interface LabelledRow {
  label: string;
  values: Value[];
}

// Labels are padded with spaces.
const longestLabel = 20;
/** Values of these fields are codes of two letters and more, and look like labels. */
const codeFields = new Set(['SC', 'GC']);

/**
 * Reads a row of two cells as a field; undefined where it is a row of some other table. Right-to-left languages put the
 * label into the second cell: `isSwapped`, where that is known.
 */
export function labelledRow({ cells }: DisplayRow, isSwapped?: boolean): LabelledRow | undefined {
  const [first = [], second = [], ...rest] = cells;
  if (cells.length < 2 || rest.some((cell) => cell.length > 0)) return undefined;
  const swapped = isSwapped ?? codeFields.has(labelText(second) ?? '');
  const [own, other] = swapped ? [second, first] : [first, second];
  const label = labelText(own);
  if (label && isFieldCode(label)) return { label, values: other };
  const last = labelText(other);
  if (last && isFieldCode(last)) return { label: last, values: own };
  return label !== undefined && /^(?:[A-Z][A-Z\d]{1,3})?$/.test(label) ? { label, values: other } : undefined;
}

/** Whether a row shows that the article is printed field by field. */
export function isFieldRow(block: DisplayBlock): boolean {
  return block.kind === 'row' && coreCodes.has(labelledRow(block)?.label ?? '');
}

/** The rows of a table within a table that are fields, and the lines around them, as blocks of their own. */
export function unnest(block: DisplayRow): DisplayBlock[] {
  if (!block.cells.some(holdsFieldRow) || isFieldRow(block)) return [block];
  let at = block.span.start;
  const blocks = block.cells.flat().map((line): DisplayBlock => {
    const { row, ...value } = line;
    if (row) at = row.span.end;
    const facts = { contents: false, bold: false, gap: false };
    return row ? { kind: 'row', ...row } : { kind: 'line', value, span: { start: at, end: at }, ...facts };
  });
  return block.asides
    ? [...blocks, { kind: 'aside', asides: block.asides, span: { start: at, end: at } }]
    : blocks;
}

function holdsFieldRow(cell: CellLine[]): boolean {
  return cell.some(({ row }) => row !== undefined && isFieldRow({ kind: 'row', ...row }));
}

/** The content of one article as the layouts take it; what stood aside of the text comes last, under its own labels. */
export function blocksOf(entries: readonly Entry[]): Block[] {
  const content = contentOf(entries);
  const lines = content.filter(isShown);
  const shown = unwrap(asText(lines));
  const blocks = shown.some(isFieldRow)
    ? rowFields(shown)
    : (labelledLines(shown, shown === lines ? foundIn(entries) : shown.map(foundAt)) ?? lineBlocks(shown));
  for (const { asides, span } of content) {
    if (!asides) continue;
    for (const { kind, value } of asides) blocks.push({ kind: 'field', label: kind, values: [value], span });
  }
  return blocks;
}

/** The labels that lines may begin with, as they were found when the lines came. */
function foundIn(entries: readonly Entry[]): (Label | undefined)[] {
  return entries.filter(({ block }) => isShown(block)).map(({ found }) => found);
}

function foundAt(block: DisplayLine | DisplayRow): Label | undefined {
  return block.kind === 'line' ? labelOf(block.value.text) : undefined;
}

export function contentOf(entries: readonly Entry[]): Content[] {
  return entries.map(({ block }) => block);
}

function isShown(block: Content): block is DisplayLine | DisplayRow {
  return block.kind !== 'aside';
}

/** An article whose every line a page preserves is no table. */
function asText(lines: (DisplayLine | DisplayRow)[]): (DisplayLine | DisplayRow)[] {
  if (!lines.every((line) => line.kind === 'line' && line.value.table)) return lines;
  return lines.map((line) => {
    if (line.kind === 'row') return line;
    const { table, ...value } = line.value;
    return { ...line, value: { ...value, text: value.text.trim() } };
  });
}

/** Cells of a row, or of a line that is set like one. */
export function cellsOf(block: Content): string[] {
  if (block.kind === 'aside') return block.asides.map(({ value }) => value.text);
  if (block.kind === 'row') return block.cells.map((cell) => textOf(cell, ' '));
  return block.value.text.split(/\t|[ \u00a0]{3,}|:\s/).map((cell) => cell.trim());
}

/** A row without label and a line between rows go on with the field above them. */
function rowFields(blocks: (DisplayLine | DisplayRow)[]): Block[] {
  const fields: Field[] = [];
  const isSwapped = isRightToLeft(blocks);
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as DisplayLine | DisplayRow;
    const row = block.kind === 'row' ? labelledRow(block, isSwapped) : undefined;
    const values = row ? [...row.values] : bodyValues(blocks, index);
    const open = fields.at(-1);
    if (open && !row?.label) {
      for (const value of values) open.values.push(value);
      open.span = { start: open.span.start, end: block.span.end };
    } else fields.push({ kind: 'field', label: row?.label ?? '', values, span: block.span });
  }
  return fields;
}

/** A value may look like a label: the rows where only one cell does tell on which side the labels are. */
function isRightToLeft(blocks: readonly DisplayBlock[]): boolean {
  let balance = 0;
  for (const block of blocks) {
    if (block.kind !== 'row') continue;
    const [first = [], second = []] = block.cells;
    balance += Number(isFieldCode(labelText(second) ?? '')) - Number(isFieldCode(labelText(first) ?? ''));
  }
  return balance > 0;
}

/** Lines with labels before or over their values; undefined where the lines have none. */
function labelledLines(
  blocks: (DisplayLine | DisplayRow)[],
  found: (Label | undefined)[],
): Block[] | undefined {
  const labels = findLabels(blocks.map(lineText), found);
  if (labels.length === 0) return undefined;
  const fields: Field[] = [];
  let open: Field | undefined;
  for (let index = 0; index < blocks.length; index++) {
    const { start, end } = (blocks[index] as DisplayLine | DisplayRow).span;
    const label = labels[index];
    if (!label && open) {
      for (const value of bodyValues(blocks, index)) open.values.push(value);
      open.span.end = end;
      continue;
    }
    const values = label?.value === '' ? [] : bodyValues(blocks, index);
    const own = label ? behind(label.value, values) : values;
    open = { kind: 'field', label: label?.label ?? '', values: own, span: { start, end } };
    fields.push(open);
  }
  return fields;
}

/** The value behind a label, with the links of the line. */
function behind(text: string, [line]: Value[]): Value[] {
  return text === '' ? [] : [{ ...line, text }];
}

function lineBlocks(blocks: (DisplayLine | DisplayRow)[]): Block[] {
  const headline = findHeadline(blocks);
  const lines: Block[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as DisplayLine | DisplayRow;
    if (block.kind === 'row') {
      const { span } = block;
      for (const value of rowValues(block)) lines.push({ kind: 'line', value, span });
    } else if (!isFoot(blocks, index))
      lines.push(block === headline ? { ...block, mark: 'headline' } : block);
  }
  return lines;
}

/** The one bold line among the first ones; where more are bold, or none, nothing is known. */
function findHeadline(blocks: (DisplayLine | DisplayRow)[]): DisplayLine | undefined {
  if (!blocks.some((block) => block.kind === 'line' && block.bold)) return undefined;
  const count = blocks.findIndex(
    (block) => block.kind === 'line' && /^\d/.test(block.value.text) && !block.bold,
  );
  const bold = blocks.slice(0, Math.max(count, 0)).filter((block) => block.kind === 'line' && block.bold);
  const [first] = bold;
  return bold.length === 1 && first?.kind === 'line' ? first : undefined;
}

/** A line as it stands; a table's row as one line with tabs. Feet and heads of pages saved as text are left out. */
function bodyValues(blocks: readonly (DisplayLine | DisplayRow)[], index: number): Value[] {
  const block = blocks[index];
  if (block?.kind === 'line') return isFoot(blocks, index) ? [] : [block.value];
  return block ? rowValues(block) : [];
}

function rowValues({ cells }: DisplayRow): Value[] {
  const [only] = cells;
  if (cells.length === 1 && only) return only;
  const links = cells.flat().flatMap((value) => value.links ?? []);
  const text = cells.map((cell) => textOf(cell, ' ')).join('\t');
  return text.trim() ? [{ text, table: true, ...(links.length > 0 && { links }) }] : [];
}

/** The line of a page, or the vendor's rights beside one. */
function isFoot(blocks: readonly (DisplayLine | DisplayRow)[], index: number): boolean {
  const text = lineText(blocks[index]);
  if (!mayBePageLine(text)) return false;
  if (isPageLine(text)) return true;
  return isVendorRights(text) && [index - 1, index + 1].some((at) => isPageLine(lineText(blocks[at])));
}

function lineText(block: DisplayLine | DisplayRow | undefined): string {
  return block?.kind === 'line' ? block.value.text : '';
}

/** What a cell holds where it may be a label; undefined where it is more than one. */
function labelText([line, ...rest]: Value[]): string | undefined {
  if (rest.length > 0 || (line && line.text.length > longestLabel)) return undefined;
  return line?.text.trim() ?? '';
}

function textOf(values: Value[], between: string): string {
  return values.length === 1 ? (values[0]?.text ?? '') : values.map(({ text }) => text).join(between);
}
