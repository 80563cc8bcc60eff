import { accessionPattern } from '../../accession.ts';
import { readDate } from '../../dates.ts';
import { isFieldCode } from '../../fields.ts';
import { isAccessionLine, isWordCount } from '../../layouts/anchors.ts';
import { isItemLine } from '../../layouts/headline.ts';
import { contentOf, type Entry, isFieldRow, labelledRow } from './blocks.ts';
import { isFurniture, isHouseName, isNumberedSection, mayBeHeadline, namesProduct } from './furniture.ts';
import { areSections, headerStart, lacksHeadline } from './header.ts';
import { isCount, labelOf } from './labels.ts';

const number = new RegExp(accessionPattern);
/** Longest line that ends an article. */
const longestEnd = 120;
/** Labels and values over a word count, at most. */
const maxLabels = 24;
/** Section and column over a headline, each under its label. */
const mostAbove = 4;
/** Values behind a word count, at most. */
const mostValues = 12;
/** Fields that an article may begin with. */
const openers = new Set(['SE', 'CLM', 'HD', 'BY', 'CR', 'WC']);

/** A block with what its place and first characters say. */
export function entryOf(block: Entry['block'], page: number): Entry {
  const found = block.kind === 'line' ? labelOf(block.value.text) : undefined;
  const label = block.kind === 'row' ? labelledRow(block)?.label : found?.label;
  return { block, page, label, found };
}

/** Whether the last entry is the accession number that ends an article: alone, behind or under its label. */
export function endsArticle(entries: readonly Entry[]): boolean {
  const { block, label } = entries[entries.length - 1] ?? {};
  if (block?.kind === 'row') return label === 'AN';
  if (block?.kind !== 'line' || block.value.text.length > longestEnd) return false;
  const { text } = block.value;
  // Prose ends with another mark, and most values have no figures.
  if (!endsAsNumber(text) || !/\d/.test(text)) return false;
  if (isAccessionLine(block)) return true;
  if (label === 'AN') return number.test(text);
  // An identifier of another form is known by the label over it.
  return lineText(entries.at(-2)).trim() === 'AN' && /^\s*\S*\d\S*\s*$/.test(text);
}

/** Whether a text ends with a figure or a letter of ASCII, perhaps in brackets. */
function endsAsNumber(text: string): boolean {
  let last = text.length - 1;
  while (text.charCodeAt(last) <= 0x20 || text.charCodeAt(last) === 0xa0) last--;
  const mark = text.charCodeAt(last);
  const code = mark === 0x29 || mark === 0xff09 ? text.charCodeAt(last - 1) : mark;
  const small = code | 0x20;
  return (code >= 0x30 && code <= 0x39) || (small >= 0x61 && small <= 0x7a);
}

/** Whether the entries end with what a cut left of an accession number. */
export function isPartOfNumber(entries: readonly Entry[]): boolean {
  const text = lineText(entries.at(-1)).trim();
  return !number.test(text) && /(?:^|\s)[A-Za-z0-9]{1,24}$/.test(text);
}

const identifier = /^(?:\p{L}{1,20}\s+)?(?=\S*\d)[A-Za-z0-9][\w.:/-]{3,59}$/u;

/** Whether the entries end with an identifier that is none of the vendor's: under its label, or as the number stands. */
export function endsInIdentifier(entries: readonly Entry[]): boolean {
  const last = entries.at(-1);
  return (
    last?.label === 'AN' || lineText(entries.at(-2)).trim() === 'AN' || identifier.test(lineText(last).trim())
  );
}

/** Whether a field behind the accession number belongs to the same article: the order of fields is nobody's promise. */
export function goesOn(entries: readonly Entry[], next: Entry): boolean {
  if (next.page !== entries.at(-1)?.page) return false;
  const { label } = next;
  if (label === undefined) return next.block.kind === 'line' && isBareLabel(entries.at(-1));
  if (!isFieldCode(label) || openers.has(label)) return false;
  const labels = entries.map((entry) => entry.label);
  return labels.includes('HD') && !labels.includes(label);
}

/** Index of the anchor that the last entry is or completes: a headline or word count; -1 where it is none. */
export function anchorAt(entries: readonly Entry[]): number {
  const last = entries.length - 1;
  const { block, label } = entries[last] ?? {};
  if (block?.kind === 'row') return label === 'HD' || label === 'WC' ? last : -1;
  if (isLabelledAnchor(entries, last)) return last;
  if (isItem(entries, last - 1)) return last - 1;
  return isCount(lineText(entries[last - 1])) && readDate(lineText(entries[last])) ? last - 1 : -1;
}

/** Whether an entry is the headline of a headline item. */
function isItem(entries: readonly Entry[], at: number): boolean {
  const line = entries[at + 1]?.block;
  return line?.kind === 'line' && isItemLine(line.value.text) && entries[at]?.block.kind === 'line';
}

/** Where the article of a second anchor begins; -1 where the anchor belongs to the open article. */
export function nextStart(
  entries: readonly Entry[],
  { anchor, open }: { anchor: number; open: number },
): number {
  const page = entries[anchor]?.page;
  const onPage = page === entries[open]?.page ? -1 : entries.findIndex((entry) => entry.page === page);
  if (entries[anchor]?.block.kind === 'row') return onPage >= 0 ? onPage : nextRow(entries, anchor);
  if (isItem(entries, anchor)) return anchor;
  if (isLabelledAnchor(entries, anchor)) return nextLabels(entries, { anchor, open });
  if (!isSameUnit(lineText(entries[anchor]), lineText(entries[open]))) return -1;
  const from = Math.max(onPage, valuesEnd(entries, open));
  // A count and a date right under the header of the open article are its text's.
  return from < anchor ? headerStart(contentOf(entries), { from, anchor, bounded: onPage > open }) : -1;
}

/** Behind the values of the open article: a blank line ends them, unless one stands between count and date too. */
function valuesEnd(entries: readonly Entry[], open: number): number {
  const isGap = (index: number) => {
    const block = entries[index]?.block;
    return block?.kind === 'line' && block.gap;
  };
  if (isGap(open + 1)) return open + 2;
  let end = open + 2;
  while (end < entries.length && end < open + mostValues && !isGap(end)) end++;
  return isGap(end) ? end : open + 2;
}

/** `10 children` over a day, in the text of an article of `772 words`, is no word count. */
function isSameUnit(count: string, other: string): boolean {
  const unit = (text: string) => text.replace(/^[\P{L}]+/u, '');
  return isWordCount(count) || unit(count) === unit(other);
}

function nextRow(entries: readonly Entry[], anchor: number): number {
  const isHeadline = (entry: Entry | undefined) => entry?.label === 'HD';
  if (!isHeadline(entries[anchor])) return -1;
  if (!entries.slice(0, anchor).some(isHeadline)) return -1;
  let start = anchor;
  while (isSection(entries[start - 1])) start--;
  return start;
}

/** From the headline over the word count, or from the section over it. */
function nextLabels(entries: readonly Entry[], { anchor, open }: { anchor: number; open: number }): number {
  const least = Math.max(open + 1, anchor - maxLabels);
  const near = entries.slice(least, anchor + 1);
  const headline = near.findLastIndex((entry) => entry.label === 'HD');
  if (headline < 0) return anchor;
  const section = near.findIndex((entry, index) => index >= headline - mostAbove && isSection(entry));
  return least + (section >= 0 && section < headline ? section : headline);
}

/** Where the article among the entries begins: with its page, after the vendor's lines, or with its first field. */
export function findFirst(own: readonly Entry[], known: number): number {
  const anchor = known < 0 ? own.length - 1 : known;
  const page = own[anchor]?.page ?? 0;
  const onPage = known < 0 ? 0 : own.findIndex((entry) => entry.page === page);
  const row = own.findIndex(
    (entry, index) => index >= onPage && entry.block.kind === 'row' && entry.label !== undefined,
  );
  if (row >= 0 && own.some((entry) => isFieldRow(entry.block))) return row;
  const from = skipFront(own.slice(0, anchor), onPage);
  if (known < 0) return from;
  if (isItem(own, anchor)) return anchor;
  if (!isLabelledAnchor(own, anchor)) {
    const blocks = contentOf(own);
    // Where pages are the printer's, one may begin in the middle of a header.
    const first = lacksHeadline(blocks[from], from < anchor) ? skipFront(own.slice(0, anchor), 0) : from;
    const start = headerStart(blocks, { from: first, anchor, bounded: true });
    return withHeadline(blocks, { from: first, start, anchor });
  }
  // Where the word count stands behind the text, the headline tells.
  if (beginsWithField(own, { from, anchor })) return from;
  const headline = own.findLastIndex((entry, index) => index <= anchor && entry.label === 'HD');
  const last = headline < from ? anchor - maxLabels : Math.min(anchor - maxLabels, headline - mostAbove);
  const near = Math.max(from, last);
  const first = own.findIndex((entry, index) => index >= near && openers.has(entry.label ?? ''));
  return first < 0 ? near : first;
}

/** Whether the first line is a field, set as the word count is: an article may begin with any. One space sets words of prose apart too. */
function beginsWithField(own: readonly Entry[], { from, anchor }: { from: number; anchor: number }): boolean {
  const form = own[anchor]?.label ? own[anchor].found?.form : own[anchor - 1]?.found?.form;
  const lines = own.slice(from, form === 'close' ? from + 3 : from + 1);
  return lines.every((entry) => isFieldCode(entry.label ?? '') && entry.found?.form === form);
}

/** A headline may look like a line of a page or of contents (`1984`, `Page 3`): it is the line over a byline. */
function withHeadline(
  blocks: Entry['block'][],
  { from, start, anchor }: { from: number; start: number; anchor: number },
): number {
  const above = blocks[start - 1];
  const isMissing = start < anchor && lacksHeadline(blocks[start], true);
  if (!isMissing || above?.kind !== 'line' || !mayBeHeadline(above)) return start;
  return from < start - 1 && areSections(blocks.slice(from, start - 1)) ? from : start - 1;
}

/** Passes over lines of the vendor's that stand at a place. */
export function skipFront(entries: readonly Entry[], from: number): number {
  let at = from;
  while (at < entries.length && isFront(entries, at)) at++;
  return at;
}

/** A line of the vendor, the house's name beside the product's, or one of several entries of a table of contents. */
export function isFront(entries: readonly Entry[], index: number): boolean {
  const block = entries[index]?.block;
  if (block?.kind !== 'line') return false;
  if (isFurniture(block) && !isNumberedSection(restOfPage(entries, index))) return true;
  const around = () => [entries[index - 1]?.block, entries[index + 1]?.block];
  if (isHouseName(block) && around().some(namesProduct)) return true;
  return block.contents && around().some((other) => other?.kind === 'line' && other.contents);
}

/** The next blocks from an index on that stand on the same page. */
function restOfPage(entries: readonly Entry[], index: number): Entry['block'][] {
  const page = entries[index]?.page;
  return contentOf(entries.slice(index, index + 3).filter((entry) => entry.page === page));
}

/** A word count behind or under its label. */
function isLabelledAnchor(entries: readonly Entry[], anchor: number): boolean {
  const entry = entries[anchor];
  if (entry?.block.kind !== 'line') return false;
  if (entry.label === 'WC') return isCount(entry.found?.value ?? '');
  const before = entries[anchor - 1];
  return before?.label === 'WC' && before.block.kind === 'line' && isCount(lineText(entry));
}

function isSection(entry: Entry | undefined): boolean {
  return entry?.label === 'SE' || entry?.label === 'CLM';
}

function isBareLabel(entry: Entry | undefined): boolean {
  return entry?.found?.form === 'alone';
}

function lineText(entry: Entry | undefined): string {
  const block = entry?.block;
  return block?.kind === 'line' && block.value.text.length < 60 ? block.value.text : '';
}
