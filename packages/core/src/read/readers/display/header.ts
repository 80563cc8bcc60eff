import { endsSentence } from '../../layouts/sentence.ts';
import type { DisplayBlock } from '../../syntax/display.ts';
import { isFurniture, isNumberedSection } from './furniture.ts';

/** Section, column, headline, byline, credit, each perhaps on two lines: no more stands over a word count. */
const maxHeader = 8;
/** Section and column. */
const mostSections = 2;
/** A section or a line of a name is shorter than this. */
const shortLine = 60;
const byline = /^(?:by|von|par|por|di|da|door|af|av|от)\s+\p{L}/iu;

interface Line {
  text: string;
  gap: boolean;
}

export interface HeaderPlace {
  /** First block that may belong to the header. */
  from: number;
  /** Block with the word count. */
  anchor: number;
  /** What stands before `from` is known to be another article's, or another page. */
  bounded: boolean;
}

/**
 * Where the header of an article without labels begins: blank lines part it from what stands before, and in it the
 * headline from the byline. Without any, a byline has the headline before it.
 */
export function headerStart(blocks: readonly DisplayBlock[], { from, anchor, bounded }: HeaderPlace): number {
  const least = Math.max(from, anchor - maxHeader);
  let first = anchor;
  while (first > least && isHeaderLine(blocks, first - 1)) first--;
  const lines = blocks.slice(first, anchor).map(lineOf);
  const count = lineOf(blocks[anchor]);
  const isWhole = bounded && (first > least || least === from);
  const isGapped = [...lines, count].slice(1).some(({ gap }) => gap);
  // Where the date stands apart from the word count, blank lines part everything and tell nothing.
  if (isGapped && !lineOf(blocks[anchor + 1]).gap) return first + gappedHeader(lines, { count, isWhole });
  return first + (isWhole ? 0 : closeHeader(lines));
}

/** Whether a page that begins with this block lacks the headline of its article: a byline or the word count is first. */
export function lacksHeadline(first: DisplayBlock | undefined, isHeader: boolean): boolean {
  return !isHeader || byline.test(lineOf(first).text);
}

/** Whether blocks are nothing but the section and column over a headline. */
export function areSections(blocks: readonly DisplayBlock[]): boolean {
  return (
    blocks.length <= mostSections &&
    blocks.every((block) => isHeaderLine([block], 0) && mayBeSection(lineOf(block)))
  );
}

function isHeaderLine(blocks: readonly DisplayBlock[], index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'line') return false;
  return !isFurniture(block) || isNumberedSection(blocks.slice(index, index + 3));
}

function lineOf(block: DisplayBlock | undefined): Line {
  return block?.kind === 'line' ? { text: block.value.text, gap: block.gap } : { text: '', gap: false };
}

/** Blank lines tell nothing: the byline does, and a section is shorter than the headline under it. */
function closeHeader(lines: Line[]): number {
  const own = lines.findLastIndex(({ text }) => byline.test(text) && text.length < shortLine);
  const headline = Math.max(own > 0 ? own - 1 : lines.length - 1, 0);
  const [section, under] = [lines[headline - 1], lines[headline]];
  const isSection = mayBeSection(section) && (section?.text.length ?? 0) < (under?.text.length ?? 0);
  return isSection ? headline - 1 : headline;
}

/**
 * The stretch between blank lines that ends with the word count, the one before it unless it has the headline itself,
 * and section and column that stand alone above.
 */
function gappedHeader(lines: Line[], { count, isWhole }: { count: Line; isWhole: boolean }): number {
  const starts = lines.flatMap(({ gap }, index) => (gap || index === 0 ? [index] : []));
  const last = count.gap ? lines.length : (starts.at(-1) ?? 0);
  const own = lines.slice(last);
  const above = starts.findLast((start) => start < last);
  // A byline may stand alone, with the headline over it and the credit under it.
  const signed = starts.findLast((start) => start < last && byline.test(lines[start]?.text ?? ''));
  const isByline = signed !== undefined && (signed === above || isCredit(lines.slice(signed + 1, last)));
  const before = isByline ? (starts.findLast((start) => start < signed) ?? signed) : above;
  const hasHeadline = own.length > 2 || own.findIndex(({ text }) => byline.test(text)) > 0;
  if (before === undefined || hasHeadline || isProse(lines[last - 1])) return last;
  const section = starts.findLast((start) => start < before);
  const isSection =
    isWhole && last - before === 1 && section === 0 && lines.slice(0, before).every(mayBeSection);
  return isSection && before <= mostSections ? 0 : before;
}

/** One line, between blank ones. */
function isCredit([line, ...rest]: Line[]): boolean {
  return line?.gap === true && rest.length === 0 && mayBeSection(line);
}

function isProse(line: Line | undefined): boolean {
  return line !== undefined && line.text.length > shortLine && endsSentence(line.text);
}

function mayBeSection(line: Line | undefined): boolean {
  return line !== undefined && line.text.length < shortLine / 2 && !endsSentence(line.text);
}
