import type { Span } from '../../diagnostic.ts';
import type { Value } from '../reader.ts';

/** Text that a page does not show where it stands: hidden, struck out, or set apart from the running text. */
export interface Aside {
  kind: 'hidden' | 'deleted' | 'footnote' | 'comment';
  value: Value;
}

/** A line of a display. Blank lines are left out: `gap` tells of them. */
export interface DisplayLine {
  kind: 'line';
  value: Value;
  span: Span;
  /** An entry of a table of contents, or a line with page numbers the word processor made. */
  contents: boolean;
  /** All of it is bold. */
  bold: boolean;
  /** A blank line stood before it. */
  gap: boolean;
  /** Characters of white space before it, where there are any and the syntax counts them. */
  indent?: number;
  asides?: Aside[];
}

/** A line in a cell. A row of a nested table is one too, its cells set apart by tabs and given as they are. */
export interface CellLine extends Value {
  row?: { cells: Value[][]; span: Span };
}

/** Each cell holds its lines. */
export interface DisplayRow {
  kind: 'row';
  cells: CellLine[][];
  span: Span;
  asides?: Aside[];
}

/** What a printed display consists of, in file order, whatever syntax says it. */
export type DisplayBlock =
  | DisplayLine
  | DisplayRow
  /** A paragraph of asides alone. */
  | { kind: 'aside'; asides: Aside[]; span: Span }
  /** A page, section or document begins. */
  | { kind: 'page'; span: Span };
