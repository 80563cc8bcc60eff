import { readerLabels } from '../../reader-labels.ts';
import { accessionPattern } from '../accession.ts';
import type { Source } from '../decode.ts';
import type { Piece, Reader, Sample } from '../reader.ts';
import type { DisplayBlock } from '../syntax/display.ts';
import { hasJsonLine } from '../syntax/json-pieces.ts';
import { lineFedUnits, withLineFeeds } from '../syntax/line-ends.ts';
import { TextScanner } from '../syntax/lines.ts';
import { withNumbers } from './display/numbered.ts';
import { readDisplay } from './display/read.ts';
import { DisplaySplitter } from './display/splitter.ts';

const anyAccession = new RegExp(accessionPattern);
const countLine = /^[ \t\u00a0>]{0,20}\d[\d.,\u00a0\u202f]{0,12} ?\p{L}[^\s\d]{0,12}[ \t\r]{0,9}$/mu;
const labelLine = /^[ \t\u00a0>]{0,40}\*?(?:HD|WC|PD|LP)\*?(?:[\s:：]|$)/m;
/** `WC  120 words` */
const countField =
  /^[ \t\u00a0>]{0,40}\*?WC\*?[ \t\u00a0:：]{1,20}\d[\d.,\u00a0\u202f]{0,12} ?\p{L}[^\s\d]{0,12}[ \t\r]{0,9}$/mu;
/** `The Harbour Post, 11 May 2019, 120 words, Ada Lind, (English)` */
const itemLine =
  /[,，]\s?\d[\d.,\u00a0\u202f]{0,12}\s?\p{L}{1,12}[,，\s][^\n]{0,200}[(（]\p{L}[^()（）\n]{0,40}[)）][ \t\r]{0,9}$/mu;

/** A line that only an article has, as a mail program quotes it. */
const quotedLine = new RegExp(
  `^[ \\t]?>[> \\t]{0,20}(?:\\*?(?:HD|WC|PD|LP|AN)\\*?(?:[\\s:]|$)|\\d[\\d.,\\u00a0\\u202f]{0,12} ?\\p{L}[^\\s\\d]{0,12}\\s*$|(?:\\S{1,20} ){0,2}${accessionPattern})`,
  'mu',
);

/** Factiva's text: bare lines, label lines with value lines, and a browser's "save as text" (`*HD*`). */
export const factivaText: Reader = {
  id: 'factiva-text',
  version: 10,
  label: readerLabels['factiva-text'],
  detect,
  anchors: [
    { what: 'an accession number', pattern: anyAccession },
    { what: 'a line that is a word count', pattern: countLine },
    { what: 'the line of a headline item: source, date, words, language', pattern: itemLine },
    { what: 'a field label in label position (HD, WC, PD, LP)', pattern: labelLine },
  ],
  split: (source) => withNumbers(splitText(source)),
  read: readDisplay,
};

function detect(sample: Sample): number {
  const text = withLineFeeds(sample.text);
  // JSON, XML, HTML and RTF have readers of their own.
  if (/^\s*(?:\{\\rtf|<(?:!doctype|\?xml|html|head|body)\b|[{[]\s*[{"])/i.test(text) || hasJsonLine(text))
    return 0;
  const counted = countLine.test(text);
  const labelled = labelLine.test(text);
  if (anyAccession.test(text)) return counted || labelled || itemLine.test(text) ? 0.95 : 0.6;
  return (labelled && (counted || countField.test(text))) || itemLine.test(text)
    ? 0.6
    : counted && /copyright|©|\(c\)/i.test(text)
      ? 0.5
      : 0;
}

async function* splitText(source: Source): AsyncIterable<readonly Piece[]> {
  const scanner = new TextScanner(source, isQuoted(source));
  const splitter = new DisplaySplitter(readDisplay);
  let end: number | undefined;
  for await (const units of lineFedUnits(source)) {
    for (const block of scanner.push(units)) {
      if (end === undefined && begins(block)) end = block.span.start;
      if (end === undefined) splitter.add(block);
    }
    yield splitter.take();
  }
  for (const block of scanner.end()) if (end === undefined) splitter.add(block);
  const { length } = scanner;
  splitter.finish({ length: end ?? length, isOpen: end === undefined && scanner.isOpen });
  yield splitter.take();
  if (end !== undefined)
    yield [{ kind: 'unread', span: { start: end, end: length }, blocks: [], text: 'a file of another kind' }];
}

/** Whether a file of another syntax begins, which was joined to the text. */
function begins(block: DisplayBlock): boolean {
  if (block.kind !== 'line' || block.span.start === 0) return false;
  const { text } = block.value;
  const code = text.charCodeAt(0);
  return (code === 0x7b || code === 0x3c) && /^(?:\{\\rtf\d|<(?:!doctype\s|\?xml\s|html[\s>]))/i.test(text);
}

/** Whether an article stands in a forwarded mail: all lines lose the marks, as those of no other text begin so. */
function isQuoted(source: Source): boolean {
  return quotedLine.test(withLineFeeds(source.sample));
}
