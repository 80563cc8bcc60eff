import type { Passage } from './conversion.ts';
import type { PageLine } from './pdf-lines.ts';

/** A line, and whether it is text of the articles. */
export interface MarkedLine extends PageLine {
  kind: Passage['kind'];
  entry?: boolean;
}

/** Tells page headers, page numbers, contents and lines printed twice from the text of the articles. */
export function markFurniture(lines: readonly PageLine[]): MarkedLine[] {
  const pages = Map.groupBy(lines, ({ page }) => page);
  const repeated = repeatedShapes(pages);
  const marked = [...pages.values()].flatMap((page) => {
    const edges = new Set([...page.slice(0, edgeLines), ...page.slice(-edgeLines)]);
    return page.map((line): MarkedLine => {
      const isHeader = isVendorHeader(line) || (edges.has(line) && repeated.has(shapeOf(line)));
      return { ...line, kind: isHeader ? 'boilerplate' : 'text' };
    });
  });
  markContents(marked, pages.size);
  markRepeats(marked);
  return marked;
}

// A page header or footer stands among the first or last lines of a page.
const edgeLines = 2;

/** `Page 12 of 175 © 2026 Factiva, Inc. All rights reserved.` in any interface language, or a part of it. */
export const vendorMark = /(?:©|\(c\)|copyright)\s{0,3}(?:19|20)\d\d\s{0,3}(?:factiva|dow jones)\b/i;

function isVendorHeader({ text, page }: PageLine): boolean {
  return text.length < 150 && vendorMark.test(text) && numbersOf(text).includes(page);
}

const numbersOf = (text: string): number[] => (text.match(/\d{1,6}/g) ?? []).map(Number);

/** A line with its numbers left out; empty where the number of its own page is not among them. */
function shapeOf({ text, page }: PageLine): string {
  return text.length < 150 && numbersOf(text).includes(page) ? text.replace(/\d{1,6}/g, '#') : '';
}

/** What stands at the edge of most pages and differs by the page number alone. */
function repeatedShapes(pages: Map<number, PageLine[]>): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages.values()) {
    const shapes = new Set([...page.slice(0, edgeLines), ...page.slice(-edgeLines)].map(shapeOf));
    for (const shape of shapes) if (shape !== '') counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  // Two pages may begin alike by chance.
  const least = Math.max(3, pages.size / 2);
  return new Set([...counts].flatMap(([shape, count]) => (count >= least ? [shape] : [])));
}

// A title, a row of dots, a page number.
const contentsEntry = /[.…·_]{3,}[\s.…·_]{0,200}(\d{1,5})$|(?:[.…] ){3,}\s{0,9}(\d{1,5})$/;
/** `772 words`, in any language. */
export const wordCount = /^\d[\d.,\u00a0\u202f ]{0,12}\p{L}{1,14}$/u;

/** Marks the contents: from the first page up to the last entry, before the first article. */
function markContents(lines: MarkedLine[], pages: number): void {
  const start = lines.findIndex(({ kind, text }) => kind === 'text' && wordCount.test(text));
  const before = start < 0 ? lines.length : start;
  let last = -1;
  let entries = 0;
  for (let index = 0; index < before; index++) {
    const line = lines[index];
    const target = line && contentsEntry.exec(line.text);
    if (!line || !target || Number(target[1] ?? target[2]) > pages) continue;
    line.entry = true;
    entries++;
    last = index;
  }
  if (entries === 0) return;
  for (const line of lines.slice(0, last + 1)) if (line.kind === 'text') line.kind = 'front';
}

// A headline has no more lines than this.
const mostHeadlineLines = 4;
// Name and code of a source may be the same word; a headline is longer.
const leastHeadlineWords = 3;

/** A headline is sometimes printed twice, one under the other. */
function markRepeats(lines: MarkedLine[]): void {
  const text = lines.filter(({ kind }) => kind === 'text');
  for (let at = 0; at < text.length; at++) {
    const length = repeatedLines(text, at);
    for (const line of text.slice(at + length, at + 2 * length)) line.kind = 'boilerplate';
    if (length > 0) at += 2 * length - 1;
  }
}

/** How many lines from here on stand there twice. */
function repeatedLines(text: MarkedLine[], at: number): number {
  for (let length = 1; length <= mostHeadlineLines; length++) {
    const first = text.slice(at, at + length);
    const isSame = first.every((line, index) => line.text === text[at + length + index]?.text);
    const words = first.reduce((sum, line) => sum + line.text.split(' ').length, 0);
    if (isSame && words >= leastHeadlineWords) return length;
  }
  return 0;
}
