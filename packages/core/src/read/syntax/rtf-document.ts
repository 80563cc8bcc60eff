import type { Value } from '../reader.ts';
import type { Aside, DisplayBlock, DisplayLine } from './display.ts';
import { RtfAsides } from './rtf-asides.ts';
import { RtfFields } from './rtf-fields.ts';
import { RtfTable } from './rtf-table.ts';
import { type RtfCharset, RtfText } from './rtf-text.ts';

/** What the text of a group is for. */
export const destination = {
  text: 0,
  skipped: 1,
  fonts: 2,
  instruction: 3,
  plainTwin: 4,
  aside: 5,
  facts: 6,
} as const;
export type Destination = (typeof destination)[keyof typeof destination];

/** Whether a page shows the text. */
export const hidden = { no: 0, hidden: 1, deleted: 2 } as const;
type Hidden = (typeof hidden)[keyof typeof hidden];

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
  /** Within text that no page shows. */
  hidden: Hidden = hidden.no;
  /** What a group of destination `aside` is. */
  asideKind: Aside['kind'] = 'footnote';
  bold = 0;
  /** Depth of tables the paragraph is in; 0 is none. */
  tableDepth = 0;
  readonly fields = new RtfFields();
  readonly table = new RtfTable();
  readonly text: RtfText;
  readonly asides: RtfAsides;

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
  /** Of the line that was taken last. */
  private readonly taken = { contents: false, bold: false };

  constructor(charset: RtfCharset) {
    this.text = new RtfText(charset);
    this.asides = new RtfAsides(charset);
  }

  /** `\rtf`: forgets everything of a document before, which may have been cut short. */
  begin(): void {
    this.cut ||= this.depth > 1;
    this.finish(this.start);
    this.groups = [];
    this.depth = 1;
    this.groups.push(destination.text, 1, hidden.no, 0, 0, -1);
    this.destination = destination.text;
    this.standIns = 1;
    this.hidden = hidden.no;
    this.bold = 0;
    this.tableDepth = 0;
    this.font = -1;
    this.defaultFont = 0;
    this.fontPages.clear();
    this.setDocumentPage(1252);
    this.blocks.push({ kind: 'page', span: { start: this.start, end: this.end } });
  }

  openGroup(): void {
    this.endStandIns();
    if (++this.depth <= maxDepth) {
      const { destination, standIns, hidden, bold, tableDepth, font } = this;
      this.groups.push(destination, standIns, hidden, bold, tableDepth, font);
    }
  }

  closeGroup(): void {
    this.endStandIns();
    if (this.depth === 0) return;
    this.fields.close(this.depth, this.text);
    if (this.depth-- > maxDepth) return;
    this.font = Number(this.groups.pop());
    this.tableDepth = Number(this.groups.pop());
    this.bold = Number(this.groups.pop());
    const wasAside = this.destination === destination.aside || this.hidden !== hidden.no;
    this.hidden = Number(this.groups.pop()) as Hidden;
    this.standIns = Number(this.groups.pop());
    this.destination = Number(this.groups.pop()) as Destination;
    if (wasAside && this.destination !== destination.aside && this.hidden === hidden.no) this.asides.end();
    this.usePage();
    if (this.depth === 0) this.finish();
  }

  addUnits(units: string, high: boolean): void {
    if (this.destination === destination.instruction) this.fields.addInstruction(units);
    const text = this.target();
    if (this.bold === 0 && !this.light && text === this.text) this.light = units.trim() !== '';
    text?.addUnits(units, high);
  }

  addByte(byte: number): void {
    this.target()?.addByte(byte);
  }

  addCharacter(char: string): void {
    if (this.destination === destination.instruction) this.fields.addInstruction(char);
    this.target()?.addCharacter(char);
  }

  addUnicode(value: number): void {
    this.target()?.addUnicode(value, this.standIns);
  }

  /** A group or a control word that is no character: no stand-in comes any more. */
  endStandIns(): void {
    this.text.endStandIns();
    this.asides.endStandIns();
  }

  /** Text is hidden, deleted or shown from here on. */
  hide(how: Hidden): void {
    if (how === hidden.no) this.asides.end();
    this.hidden = how;
  }

  /** The group holds text that stands beside the line. */
  beginAside(kind: Aside['kind']): void {
    this.asides.end();
    this.destination = destination.aside;
    this.asideKind = kind;
  }

  endLine(): void {
    if (this.destination === destination.aside) this.addCharacter(' ');
    else this.closeLine();
  }

  private closeLine(): void {
    const start = this.place();
    const value = this.takeLine();
    if (this.table.takes(this.tableDepth)) {
      if (value) this.table.addLine(value, { start, nested: this.tableDepth > 1 });
      if (this.end - this.table.start > maxRow) this.endRow();
    } else {
      this.endRow(start);
      this.pushLine(value, start, this.end);
      this.gap = !value;
    }
  }

  private pushLine(value: Value | null, start: number, end: number): void {
    const beside = this.asides.take();
    if (value) {
      const { contents, bold } = this.taken;
      const line: DisplayLine = { kind: 'line', value, span: { start, end }, contents, bold, gap: this.gap };
      this.blocks.push(beside ? { ...line, ...beside } : line);
    } else if (beside) this.blocks.push({ kind: 'aside', ...beside, span: { start, end } });
  }

  /** The group has lost its end: what comes is text of the document. */
  leaveGroup(): void {
    this.cut = true;
    this.asides.end();
    this.destination = destination.text;
  }

  /** A backslash at the end of a source line. */
  breakLine(): void {
    if (this.destination === destination.text) this.endLine();
  }

  endCell(nested: boolean): void {
    const start = this.place();
    this.table.endCell(this.takeLine(), { start, nested });
    if (this.end - this.table.start > maxRow) this.endRow();
  }

  /** `\row`: text that is left belongs to a cell which lost its end. */
  finishRow(): void {
    const start = this.place();
    const value = this.takeLine();
    if (value) this.table.endCell(value, { start, nested: false });
    this.endRow();
  }

  /** The row is over, whatever shows it. */
  private endRow(end = this.end): void {
    const { start } = this.table;
    const cells = this.table.takeRow(end);
    if (cells.length > 0)
      this.blocks.push({ kind: 'row', cells, span: { start, end }, ...this.asides.take() });
  }

  endPage(): void {
    this.endLine();
    const span = { start: this.end, end: this.end };
    if (!this.table.takes(this.tableDepth)) this.blocks.push({ kind: 'page', span });
  }

  /** Gives out what is under way: the document ends, or another one begins. */
  finish(end = this.end): void {
    const start = this.lineStart < 0 ? end : this.lineStart;
    const value = this.takeLine();
    const inRow = this.table.takes(this.tableDepth);
    if (value && inRow) this.table.endCell(value, { start, nested: false });
    this.endRow(inRow ? end : start);
    this.pushLine(inRow ? null : value, start, end);
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
    const page = this.fontPages.get(font) ?? this.documentPage;
    this.text.usePage(page);
    this.asides.text.usePage(page);
  }

  /** Where text that comes belongs, undefined where it is none; notes where the line began. */
  private target(): RtfText | undefined {
    const isAside = this.destination === destination.aside;
    if (this.destination !== destination.text && !isAside) return undefined;
    if (this.lineStart >= 0 && this.start - this.lineStart > maxLine) this.closeLine();
    if (this.lineStart < 0) this.lineStart = this.start;
    if (!isAside && this.hidden === hidden.no) return this.text;
    this.asides.begin(isAside ? this.asideKind : this.hidden === hidden.deleted ? 'deleted' : 'hidden');
    return this.asides.text;
  }

  private takeLine(): Value | null {
    this.lineStart = -1;
    this.taken.contents = this.fields.takeContents();
    this.taken.bold = !this.light;
    this.light = false;
    this.fields.breakLinks(this.text);
    return this.text.take();
  }

  /** Where the line under way began. */
  private place(): number {
    return this.lineStart < 0 ? this.start : this.lineStart;
  }
}
