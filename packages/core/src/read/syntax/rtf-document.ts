import type { Span } from '../../diagnostic.ts';
import type { Value } from '../reader.ts';
import type { DisplayBlock, DisplayLine } from './display.ts';
import { RtfFields } from './rtf-fields.ts';
import { RtfTable } from './rtf-table.ts';
import { type RtfCharset, RtfText } from './rtf-text.ts';

type LineFacts = Pick<DisplayLine, 'contents' | 'bold' | 'gap'>;

/** What the text of a group is for. */
export const destination = { text: 0, skipped: 1, fonts: 2, instruction: 3, plainTwin: 4 } as const;
export type Destination = (typeof destination)[keyof typeof destination];

/** Groups nested deeper share the state of their parent: a million open braces cost a counter. */
const maxDepth = 10_000;
/** Units after which an endless line or row is cut, so that memory stays bounded. */
const maxLine = 4 * 1024 * 1024;
const maxRow = 8 * 1024 * 1024;
const maxFonts = 10_000;

/** The state of an RTF document while its tokens come by; gathers blocks. */
export class RtfDocument {
  blocks: DisplayBlock[] = [];
  depth = 0;
  /** A document began inside another one. */
  cut = false;
  /** Place of the current token. */
  start = 0;
  end = 0;
  /** Units of binary data that follow the current token. */
  binary = 0;

  destination: Destination = destination.text;
  standIns = 1;
  /** 1 within hidden or deleted text. */
  hidden = 0;
  bold = 0;
  /** Depth of tables the paragraph is in; 0 is none. */
  tableDepth = 0;
  readonly fields = new RtfFields();
  readonly table = new RtfTable();
  readonly text: RtfText;

  /** `-1`: the default font. */
  private font = -1;
  private defaultFont = 0;
  private documentPage = 1252;
  private readonly fontPages = new Map<number, number>();
  private fontEntry = 0;
  private groups: number[] = [];
  private lineStart = -1;
  /** Some of the line is not bold. */
  private light = false;
  private gap = false;

  constructor(charset: RtfCharset) {
    this.text = new RtfText(charset);
  }

  /** `\rtf`: forgets everything of a document before, which may have been cut short. */
  begin(): void {
    this.cut ||= this.depth > 1;
    this.finish(this.start);
    this.groups = [];
    this.depth = 1;
    this.groups.push(destination.text, 1, 0, 0, 0, -1);
    this.destination = destination.text;
    this.standIns = 1;
    this.hidden = 0;
    this.bold = 0;
    this.tableDepth = 0;
    this.font = -1;
    this.defaultFont = 0;
    this.fontPages.clear();
    this.setDocumentPage(1252);
    this.blocks.push({ kind: 'page', span: { start: this.start, end: this.end } });
  }

  openGroup(): void {
    this.text.endStandIns();
    if (++this.depth <= maxDepth) {
      const { destination, standIns, hidden, bold, tableDepth, font } = this;
      this.groups.push(destination, standIns, hidden, bold, tableDepth, font);
    }
  }

  closeGroup(): void {
    this.text.endStandIns();
    if (this.depth === 0) return;
    this.fields.close(this.depth, this.text);
    if (this.depth-- > maxDepth) return;
    this.font = Number(this.groups.pop());
    this.tableDepth = Number(this.groups.pop());
    this.bold = Number(this.groups.pop());
    this.hidden = Number(this.groups.pop());
    this.standIns = Number(this.groups.pop());
    this.destination = Number(this.groups.pop()) as Destination;
    this.usePage();
    if (this.depth === 0) this.finish();
  }

  addUnits(units: string, high: boolean): void {
    if (this.destination === destination.instruction) this.fields.addInstruction(units);
    if (!this.shown()) return;
    if (this.bold === 0 && !this.light) this.light = units.trim() !== '';
    this.text.addUnits(units, high);
  }

  addByte(byte: number): void {
    if (this.shown()) this.text.addByte(byte);
  }

  addCharacter(char: string): void {
    if (this.destination === destination.instruction) this.fields.addInstruction(char);
    if (this.shown()) this.text.addCharacter(char);
  }

  addUnicode(value: number): void {
    if (this.shown()) this.text.addUnicode(value, this.standIns);
  }

  endLine(): void {
    const facts = this.lineFacts();
    const span = this.lineSpan();
    const value = this.takeLine();
    if (this.table.takes(this.tableDepth)) {
      if (value) this.table.addLine(value, { start: span.start, nested: this.tableDepth > 1 });
      if (span.end - this.table.start > maxRow) this.endRow();
    } else {
      this.endRow(span.start);
      this.gap = !value;
      if (value) this.blocks.push({ kind: 'line', value, span, ...facts });
    }
  }

  /** A backslash at the end of a source line. */
  breakLine(): void {
    if (this.destination === destination.text) this.endLine();
  }

  endCell(nested: boolean): void {
    const { start } = this.lineSpan();
    this.lineFacts();
    this.table.endCell(this.takeLine(), { start, nested });
    if (this.end - this.table.start > maxRow) this.endRow();
  }

  /** `\row`: text that is left belongs to a cell which lost its end. */
  finishRow(): void {
    const { start } = this.lineSpan();
    this.lineFacts();
    const value = this.takeLine();
    if (value) this.table.endCell(value, { start, nested: false });
    this.endRow();
  }

  /** The row is over, whatever shows it. */
  private endRow(end = this.end): void {
    const { start } = this.table;
    const cells = this.table.takeRow();
    if (cells.length > 0) this.blocks.push({ kind: 'row', cells, span: { start, end } });
  }

  endPage(): void {
    this.endLine();
    const span = { start: this.end, end: this.end };
    if (!this.table.takes(this.tableDepth)) this.blocks.push({ kind: 'page', span });
  }

  /** Gives out what is under way: the document ends, or another one begins. */
  finish(end = this.end): void {
    const start = this.lineStart < 0 ? end : this.lineStart;
    const facts = this.lineFacts();
    const value = this.takeLine();
    const inRow = this.table.takes(this.tableDepth);
    if (value && inRow) this.table.endCell(value, { start, nested: false });
    this.endRow(inRow ? end : start);
    if (value && !inRow) this.blocks.push({ kind: 'line', value, span: { start, end }, ...facts });
    this.fields.clear();
  }

  setFont(font: number): void {
    if (this.destination === destination.fonts) this.fontEntry = font;
    else {
      this.font = font;
      this.usePage();
    }
  }

  setFontPage(page: number | undefined): void {
    if (page !== undefined && this.fontPages.size < maxFonts) this.fontPages.set(this.fontEntry, page);
  }

  setDefaultFont(font: number): void {
    this.defaultFont = font;
    this.usePage();
  }

  setDocumentPage(page: number): void {
    this.documentPage = page;
    this.usePage();
  }

  private usePage(): void {
    const font = this.font < 0 ? this.defaultFont : this.font;
    this.text.usePage(this.fontPages.get(font) ?? this.documentPage);
  }

  /** Whether what comes is text a reader sees; notes where the line began. */
  private shown(): boolean {
    if (this.destination !== destination.text || this.hidden > 0) return false;
    if (this.lineStart >= 0 && this.start - this.lineStart > maxLine) this.endLine();
    if (this.lineStart < 0) this.lineStart = this.start;
    return true;
  }

  private lineFacts(): LineFacts {
    const facts = { contents: this.fields.takeContents(), bold: !this.light, gap: this.gap };
    this.light = false;
    return facts;
  }

  private takeLine(): Value | null {
    this.lineStart = -1;
    this.fields.breakLinks(this.text);
    return this.text.take();
  }

  private lineSpan(): Span {
    return { start: this.lineStart < 0 ? this.start : this.lineStart, end: this.end };
  }
}
