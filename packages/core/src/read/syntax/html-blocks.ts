import type { Span } from '../../diagnostic.ts';
import type { Block, LineMark, Value } from '../reader.ts';
import { type LineSink, tableRow } from './html-lines.ts';

/** Whether a cell's text labels its row. */
export type IsLabel = (text: string) => boolean;

/** The labels of fields: two or three capitals. */
export const isFieldLabel: IsLabel = (text) => /^[A-Z]{2,3}$/.test(text);

/** Takes the lines of one piece as its blocks: table rows of two cells become fields, other rows lines. */
export class HtmlBlocks implements LineSink {
  readonly #blocks: Block[] = [];
  /** Rows whose cells both look like labels, by the place of their block. */
  #unsure: { index: number; cells: Value[][] }[] = [];
  /** Rows with the label first, less those with the label last. */
  #order = 0;
  readonly #isLabel: IsLabel;

  constructor(isLabel: IsLabel) {
    this.#isLabel = isLabel;
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0;
  }

  line(value: Value, { mark }: { mark: LineMark | undefined }, span: Span): void {
    this.#blocks.push(mark ? { kind: 'line', mark, value, span } : { kind: 'line', value, span });
  }

  /** Two cells of which one is a label make a field (right-to-left pages swap them). */
  row(cells: Value[][], span: Span): void {
    const filled = cells.filter((cell) => cell.length > 0);
    const pair = cells.length === 2 ? cells : filled;
    const labels = pair.length === 2 ? pair.map((cell) => this.#labels(cell)) : [];
    const at = labels.indexOf(true);
    if (at < 0) {
      this.#plainRow(filled, span);
      return;
    }
    // A value such as a source code may look like a label: the other rows tell which side labels stand on.
    if (labels[0] === labels[1]) this.#unsure.push({ index: this.#blocks.length, cells: pair });
    else this.#order += at === 0 ? 1 : -1;
    this.#blocks.push({ ...fieldOf(pair, at), span });
  }

  finish(): Block[] {
    for (const { index, cells } of this.#unsure) {
      const block = this.#blocks[index];
      if (block) this.#blocks[index] = { ...fieldOf(cells, this.#order < 0 ? 1 : 0), span: block.span };
    }
    return this.#blocks;
  }

  /** Cells of one line each are a row of a table in the text; others hold lines of their own. */
  #plainRow(filled: Value[][], span: Span): void {
    const isTable = filled.every((cell) => cell.length === 1);
    const values = isTable ? [tableRow(filled.flat())] : filled.flat();
    for (const value of values) this.#blocks.push({ kind: 'line', value, span });
  }

  #labels(cell: Value[]): boolean {
    return cell.length === 1 && this.#isLabel(cell[0]?.text.trim() ?? '');
  }
}

function fieldOf(cells: Value[][], at: number): { kind: 'field'; label: string; values: Value[] } {
  return { kind: 'field', label: cells[at]?.[0]?.text.trim() ?? '', values: cells[1 - at] ?? [] };
}
