import type { RtfText } from './rtf-text.ts';

interface Field {
  depth: number;
  instruction: string;
  /** The result has begun: what comes is what a reader sees. */
  shown: boolean;
  /** Contents or page numbers: the word processor makes the result. */
  generated: boolean;
  /** The result is a link to this address. */
  url?: string;
}

// Fields hold fields (a table of contents holds its entries); nobody nests them deeper.
const maxNesting = 50;
const maxInstruction = 4096;

const hyperlink = /^\s*HYPERLINK\b/i;
const generated = /^\s*(?:TOC|PAGEREF|PAGE|NUMPAGES|SECTIONPAGES)\b/i;
const target = /(\\l\s*)?"([^"]*)"/gi;

/** The fields open at a place in the document: links and generated text. */
export class RtfFields {
  private open: Field[] = [];
  private contents = false;

  begin(depth: number): void {
    if (this.open.length >= maxNesting) return;
    this.open.push({ depth, instruction: '', shown: false, generated: false });
  }

  addInstruction(text: string): void {
    const field = this.open.at(-1);
    if (field && field.instruction.length < maxInstruction)
      field.instruction += text.slice(0, maxInstruction);
  }

  beginResult(text: RtfText): void {
    const field = this.open.at(-1);
    if (!field || field.shown) return;
    const url = hyperlink.test(field.instruction) ? externalUrl(field.instruction) : undefined;
    field.shown = true;
    field.generated = generated.test(field.instruction);
    // A link to a bookmark of the document itself is an entry of its contents.
    this.contents ||= field.generated || (!url && hyperlink.test(field.instruction));
    if (!url) return;
    field.url = url;
    text.beginLink();
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
    if (field.url) text.endLink(field.url);
  }

  /** A line ends, and the links in it; they go on at the start of the next one. */
  breakLinks(text: RtfText): void {
    if (this.open.length === 0) return;
    for (const { url } of this.open) if (url) text.endLink(url);
  }

  /** Whether the line that ends was made by the word processor. */
  takeContents(): boolean {
    const { contents } = this;
    this.contents = this.open.length > 0 && this.open.some((field) => field.shown && field.generated);
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
