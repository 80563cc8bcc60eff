import { diagnose, type Span } from '../../diagnostic.ts';
import { accessionPattern } from '../accession.ts';
import type { Source } from '../decode.ts';
import { isFieldCode } from '../fields.ts';
import { isAccessionLine, readBare } from '../layouts/bare.ts';
import { isLabelled, readLabelled } from '../layouts/labelled.ts';
import { splitLinks } from '../links.ts';
import type { Block, Piece, Reader, Sample, Value } from '../reader.ts';
import { summaryOf } from '../summary.ts';
import { type TextLine, textLines } from '../syntax/lines.ts';

/** Factiva's text: bare lines, label lines with value lines, and a browser's "save as text" (`*HD*`). */
export const factivaText: Reader = {
  id: 'factiva-text',
  version: 1,
  label: 'Factiva text',
  detect,
  split,
  read: ({ blocks }) => (isLabelled(blocks) ? readLabelled(blocks) : readBare(blocks)),
};

const anyAccession = new RegExp(accessionPattern);
// HD alone, HD and a tab or two spaces before the value, or *HD* and the value.
const mayLabel = /^[\s\u00a0]*(?:\*|[A-Z]{2})/;
const labelLine =
  /^[\s\u00a0]*(?:\*([A-Z]{2,3})\*|([A-Z]{2,3}))(?:[\s\u00a0]*$|(?:\t|[ \u00a0]{2,}|(?<=\*)\s)(.*))/;

function detect({ text }: Sample): number {
  // JSON, XML, HTML and RTF have readers of their own.
  if (/^\s*(?:\{\\rtf|<(?:!doctype|\?xml|html|head|body)\b|[{[]\s*[{"])/i.test(text)) return 0;
  const counted = /^[ \t\u00a0]{0,20}\d[\d.,\u00a0\u202f]{0,12} ?\p{L}{1,12}[ \t\r]{0,9}$/mu.test(text);
  const labelled = /^[ \t\u00a0]{0,40}\*?(?:HD|WC|PD|LP)\*?(?:[\s\u00a0]|$)/m.test(text);
  if (anyAccession.test(text)) return counted || labelled ? 0.95 : 0.6;
  return labelled && counted ? 0.6 : counted && /copyright|©|\(c\)/i.test(text) ? 0.5 : 0;
}

// Units without an accession number after which no article can be meant.
const maxArticle = 2 * 1024 * 1024;

async function* split(source: Source): AsyncIterable<Piece> {
  let lines: TextLine[] = [];
  let whole = 0;
  for await (const chunk of textLines(source)) {
    for (const line of chunk) {
      lines.push(line);
      if (endsArticle(line.text)) {
        whole++;
        yield* article(lines);
      } else if (line.span.end - (lines[0]?.span.start ?? 0) > maxArticle) yield unread(lines);
      else continue;
      lines = [];
    }
  }
  if (lines.length > 0) yield* ending(lines, whole > 0);
}

/** The number, alone or behind its label (`*AN* Document ...`). */
function endsArticle(text: string): boolean {
  if (text.length > 120) return false;
  return (
    isAccessionLine({ value: { text } }) ||
    (text.includes('AN') && labelOf(text)?.label === 'AN' && anyAccession.test(text))
  );
}

/** Blank lines before an article are nobody's; the article begins at its first line. */
function* article(lines: TextLine[]): Iterable<Piece> {
  const first = lines.findIndex((line) => line.text.trim() !== '');
  if (first > 0) yield { kind: 'boilerplate', span: spanOf(lines.slice(0, first)), blocks: [] };
  const own = lines.slice(first);
  yield { kind: 'article', span: spanOf(own), blocks: blocksOf(own) };
}

/** What follows the last accession number: white space, the search summary, a cut article, or text nobody knows. */
function* ending(lines: TextLine[], afterArticles: boolean): Iterable<Piece> {
  if (lines.every((line) => line.text.trim() === '')) {
    yield { kind: 'boilerplate', span: spanOf(lines), blocks: [] };
    return;
  }
  const rows = lines.map((line) => line.text.split(/\t|[ \u00a0]{2,}|:\s/).map((cell) => cell.trim()));
  const summary = summaryOf(rows.filter((row) => row[0]));
  if (summary) {
    yield { kind: 'trailer', span: spanOf(lines), blocks: [], summary };
    return;
  }
  const pieces = [...article(lines)];
  const last = pieces.at(-1);
  if (!last || !factivaText.read(last)) yield unread(lines);
  else {
    // Behind articles with numbers, one without is what a cut left of it; alone, it was never given one.
    if (afterArticles)
      last.diagnostics = [diagnose('file-truncated', 'The file ends in the middle of an article.')];
    yield* pieces;
  }
}

function unread(lines: TextLine[]): Piece {
  const text = lines
    .map((line) => line.text.trim())
    .join(' ')
    .trim()
    .slice(0, 200);
  return { kind: 'unread', span: spanOf(lines), blocks: [], text };
}

function spanOf(lines: TextLine[]): Span {
  return { start: lines[0]?.span.start ?? 0, end: lines.at(-1)?.span.end ?? 0 };
}

function blocksOf(lines: TextLine[]): Block[] {
  return hasLabels(lines) ? fieldBlocks(lines) : lineBlocks(lines);
}

function hasLabels(lines: TextLine[]): boolean {
  const labels = lines.map((line) => labelOf(line.text)?.label);
  return (
    labels.filter((label) => label !== undefined).length >= 3 &&
    (labels.includes('HD') || labels.includes('WC'))
  );
}

function labelOf(text: string): { label: string; value: string } | undefined {
  // Most lines are prose: two capitals, or a star, must open a label.
  if (!mayLabel.test(text)) return undefined;
  const match = labelLine.exec(text);
  const label = match?.[1] ?? match?.[2];
  // Source codes (LBA, PR) stand alone on a line too: only known labels count, unless they are starred.
  return label && (match?.[1] || isFieldCode(label)) ? { label, value: match?.[3] ?? '' } : undefined;
}

/**
 * Label lines open a field. Right under a bare label a line that looks like one is its value (a source code may be `CO`),
 * unless a value follows there: then the field above is empty.
 */
function fieldBlocks(lines: TextLine[]): Block[] {
  const blocks: Extract<Block, { kind: 'field' }>[] = [];
  const filled = lines.filter((line) => line.text.trim() !== '');
  for (const [index, line] of filled.entries()) {
    const open = blocks.at(-1);
    const label = labelOf(line.text);
    const next = filled[index + 1];
    const isValue = open?.values.length === 0 && (!next || labelOf(next.text) !== undefined);
    if (label && !isValue) {
      const values = label.value.trim() === '' ? [] : [lineValue(label.value)];
      blocks.push({ kind: 'field', label: label.label, values, span: { ...line.span } });
    } else if (open) {
      open.values.push(lineValue(line.text));
      open.span.end = line.span.end;
    } else {
      blocks.push({ kind: 'field', label: '', values: [lineValue(line.text)], span: { ...line.span } });
    }
  }
  return blocks;
}

function lineBlocks(lines: TextLine[]): Block[] {
  const blocks: Block[] = [];
  let gap = false;
  for (const line of lines) {
    if (line.text.trim() === '') {
      gap = true;
      continue;
    }
    blocks.push({ kind: 'line', value: lineValue(line.text), span: line.span, ...(gap && { gap }) });
    gap = false;
  }
  return blocks;
}

function lineValue(text: string): Value {
  return splitLinks(text.trim());
}
