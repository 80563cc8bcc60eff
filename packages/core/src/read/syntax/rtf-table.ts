import type { Value } from '../reader.ts';
import type { CellLine } from './display.ts';

interface CellPlace {
  /** Where the line began. */
  start: number;
  nested: boolean;
}

const noCells: CellLine[][] = [];

/** The row of a table that is under way. */
export class RtfTable {
  /** Where the row began; -1 where there is none. */
  start = -1;
  private cells: CellLine[][] = [];
  private lines: CellLine[] = [];
  private nestedStart = -1;
  private nestedCells: Value[][] = [];
  private nestedLines: Value[] = [];
  /** Paragraphs of this row say that they are in a table ... */
  private marked = false;
  /** ... and the current one does not. */
  private left = false;

  /** `\trowd`, before the cells or again after them. */
  begin(at: number): void {
    if (this.start < 0) this.start = at;
  }

  /** `\intbl`: the paragraph is in a table. */
  enter(): void {
    this.marked = true;
    this.left = false;
  }

  /** `\pard`: the paragraph is in no table unless it says so. */
  leave(): void {
    this.left = true;
  }

  /** Whether a line belongs to the row. Some writers never say `\intbl`, others leave a row without `\row`. */
  takes(depth: number): boolean {
    return depth > 0 || (this.start >= 0 && !(this.marked && this.left));
  }

  addLine(line: Value, { start, nested }: CellPlace): void {
    this.begin(start);
    if (nested && this.nestedStart < 0) this.nestedStart = start;
    (nested ? this.nestedLines : this.lines).push(line);
  }

  endCell(line: Value | null, place: CellPlace): void {
    this.begin(place.start);
    if (line) this.addLine(line, place);
    if (place.nested) this.endNestedCell();
    else {
      this.endNestedRow(place.start);
      this.cells.push(this.lines);
      this.lines = [];
    }
  }

  /** `\nestrow`: the row of an inner table becomes one line of the outer cell. */
  endNestedRow(end: number): void {
    if (this.nestedLines.length > 0) this.endNestedCell();
    const cells = this.nestedCells;
    const text = cells
      .map((lines) => lines.map((line) => line.text).join(' '))
      .join('\t')
      .trim();
    const start = Math.max(this.nestedStart, this.start);
    if (text)
      this.lines.push({ text, table: true, row: { cells, span: { start, end: Math.max(start, end) } } });
    this.nestedCells = [];
    this.nestedStart = -1;
  }

  /** Gives the cells of the row, none where there is no row, and starts the next one. */
  takeRow(end: number): CellLine[][] {
    if (this.start >= 0) this.endNestedRow(end);
    this.marked = false;
    this.left = false;
    if (this.start < 0) return noCells;
    const cells = this.lines.length > 0 ? [...this.cells, this.lines] : this.cells;
    this.start = -1;
    this.cells = [];
    this.lines = [];
    return cells;
  }

  private endNestedCell(): void {
    this.nestedCells.push(this.nestedLines);
    this.nestedLines = [];
  }
}
