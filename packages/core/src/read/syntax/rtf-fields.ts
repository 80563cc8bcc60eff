import type { RtfText } from './rtf-text.ts';

interface Field {
  depth: number;
  instruction: string;
  url?: string;
  /** Where the link begins in the line; -1 before the result. */
  from: number;
}

// Fields hold fields (a table of contents holds its entries); nobody nests them deeper.
const maxNesting = 50;
const maxInstruction = 4096;

const hyperlink = /^\s*HYPERLINK\b/i;
/** Fields whose result the word processor makes: contents and page numbers. */
const generated = /^\s*(?:TOC|PAGEREF|PAGE|NUMPAGES|SECTIONPAGES)\b/i;
const target = /(\\l\s*)?"([^"]*)"/gi;

/** The fields open at a place in the document: links and generated text. */
export class RtfFields {
  private open: Field[] = [];
  private contents = false;

  begin(depth: number): void {
    if (this.open.length < maxNesting) this.open.push({ depth, instruction: '', from: -1 });
  }

  addInstruction(text: string): void {
    const field = this.open.at(-1);
    if (field && field.instruction.length < maxInstruction)
      field.instruction += text.slice(0, maxInstruction);
  }

  beginResult(text: RtfText): void {
    const field = this.open.at(-1);
    if (!field || field.from >= 0) return;
    field.from = text.mark();
    if (hyperlink.test(field.instruction)) {
      const url = externalUrl(field.instruction);
      if (url) field.url = url;
      else this.contents = true;
    } else if (generated.test(field.instruction)) this.contents = true;
  }

  /** A page number or its like stands in the line. */
  markContents(): void {
    this.contents = true;
  }

  /** A group at this depth closes, and with it the field that began there. */
  close(depth: number, text: RtfText): void {
    const field = this.open.at(-1);
    if (!field || field.depth < depth) return;
    this.open.pop();
    if (field.url && field.from >= 0) text.addLink(field.url, field.from);
  }

  /** A line ends: open links go on at the start of the next one. */
  breakLinks(text: RtfText): void {
    for (const field of this.open) {
      if (field.from < 0) continue;
      if (field.url) text.addLink(field.url, field.from);
      field.from = 0;
    }
  }

  /** Whether the line that ends was made by the word processor. */
  takeContents(): boolean {
    const { contents } = this;
    this.contents = this.open.some((field) => field.from >= 0 && generated.test(field.instruction));
    return contents;
  }

  clear(): void {
    this.open = [];
    this.contents = false;
  }
}

/** The address of a HYPERLINK; undefined where it leads to a bookmark of the document itself. */
function externalUrl(instruction: string): string | undefined {
  for (const [, local, url] of instruction.matchAll(target)) {
    if (!local && url && /^(?:[a-z][a-z\d+.-]*:|www\.)/i.test(url)) return url;
  }
  return undefined;
}
