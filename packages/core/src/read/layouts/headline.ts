import { readDate, readTime } from '../dates.ts';
import { draftOf, type Facts } from '../draft.ts';
import type { FieldCode } from '../fields.ts';
import { languageCode } from '../languages.ts';
import type { Block, Draft, Value } from '../reader.ts';
import { isAccessionLine, isWordCount } from './anchors.ts';

// No line of source, date, words and author is longer.
const longestLine = 400;

/** Parts of a date with a day of the week. */
const mostParts = 3;

/** Whether a line is that of a headline item: source, date, words, and the language in brackets. */
export function isItemLine(text: string): boolean {
  if (text.length > longestLine || !endsInBracket(text) || !/\d/.test(text)) return false;
  const found = new Map<FieldCode, string>();
  readLine(text.trim(), (code, part) => part && found.set(code, part));
  // Where no date is shown, only words that a table has are a word count.
  const isCounted = found.has('PD') ? found.has('WC') : isWordCount(found.get('WC') ?? '');
  return isCounted && found.has('SN') && found.has('LA');
}

function endsInBracket(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last === 0x29 || last === 0xff09 || (isSpace(last) && /[)）]\s*$/.test(text.slice(-9)));
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000;
}

/** Whether lines are a headline item. */
export function isHeadlineItem([, line]: Block[]): boolean {
  return line?.kind === 'line' && isItemLine(line.value.text);
}

/** The running number of an item in a cell of its own. */
const running = /^\s*\d{1,4}[.)]?\s*$/;

/** Reads a headline item: headline, a line of `Source, date, words, author, (language)`, and a snippet of the text. */
export function readHeadline(blocks: Block[]): Draft | null {
  const isNumber = (block: Block) =>
    block.kind === 'line' ? isAccessionLine({ value: unbracketed(block.value) }) : block.label === 'AN';
  const values = blocks
    .filter((block) => !isNumber(block))
    .flatMap((block) => (block.kind === 'line' ? [block.value] : block.values))
    .filter(({ text }) => text.trim() !== '');
  const isRunning = running.test(values[0]?.text ?? '') && !isItemLine(values[1]?.text ?? '');
  const [headline, line, ...snippet] = isRunning ? values.slice(1) : values;
  if (!headline) return null;
  const fields = new Map<FieldCode, Value[]>([['HD', [withoutNumber(headline)]]]);
  const set: SetText = (code, text) => text && fields.set(code, [{ text }]);
  readLine(line?.text ?? '', set);
  const accession = blocks.findLast(isNumber);
  if (accession)
    fields.set('AN', accession.kind === 'line' ? [unbracketed(accession.value)] : accession.values);
  const shown = blocks.flatMap((block) =>
    block.kind === 'line' ? [block.value] : isNumber(block) ? [] : block.values,
  );
  const raw = shown.flatMap(({ text }) => (text.trim() === '' ? [] : [{ label: '', values: [text] }]));
  const facts: Facts = { fields, raw, kind: 'headline', text: snippet };
  return draftOf(facts);
}

// Two spaces or a tab, as no headline has behind a number of its own (`1. FC Harbour wins`).
const runningNumber = /^\d{1,4}\.(?:\t|[ \u00a0]{2})\s*/;

function withoutNumber(headline: Value): Value {
  return runningNumber.test(headline.text)
    ? { ...headline, text: headline.text.replace(runningNumber, '') }
    : headline;
}

type SetText = (code: FieldCode, text: string | undefined) => unknown;

/** `(Document HARB000020190511ef5b000a1)` */
function unbracketed(value: Value): Value {
  return { ...value, text: value.text.trim().replace(/^\((.*)\)$/s, '$1') };
}

/** The parts are parted by commas, which a source's name and a date may hold too: the date parts name from the rest. */
function readLine(line: string, set: SetText): void {
  const language = /[(（]([^()（）]+)[)）]\s*$/.exec(line);
  if (language?.[1] && languageCode(language[1])) set('LA', language[1]);
  // `1,072 words` is one part.
  const parts = line
    .slice(0, language?.index)
    .split(/,(?!\d{3}(?!\d))|，/)
    .map((part) => part.trim());
  const date = findDate(parts);
  if (!date) {
    readUndated(parts, set);
    return;
  }
  const { start, end } = date;
  const time = parts.findIndex(
    (part, index) =>
      (index < start ? start - index : index - end + 1) <= 2 && /\d/.test(part) && readTime(part),
  );
  const isName = (part: string, index: number) => index !== time && !isCount(part);
  set('SN', parts.slice(0, start).filter(isName).join(', '));
  set('PD', parts.slice(start, end).join(', '));
  if (time >= 0) set('ET', parts[time]);
  const counted = parts.findIndex(
    (part, index) => index > 0 && (index < start || index >= end) && isCount(part),
  );
  if (counted >= 0) set('WC', parts[counted]);
  const behind = parts.slice(Math.max(end, counted + 1));
  set('BY', behind.filter((part) => part !== parts[time] && part !== '').join(', '));
}

/** `Source, 120 words, Ada Lind` */
function readUndated(parts: string[], set: SetText): void {
  const counted = parts.findIndex((part, index) => index > 0 && isWordCount(part));
  if (counted < 0) return;
  set('SN', parts.slice(0, counted).join(', '));
  set('WC', parts[counted]);
  set(
    'BY',
    parts
      .slice(counted + 1)
      .filter((part) => part !== '')
      .join(', '),
  );
}

function isCount(part: string): boolean {
  return /^\d[\d.,\u00a0\u202f ]*\s*[\p{L}]{1,12}$/u.test(part);
}

/** `8 April 2017`, `April 8, 2017`, `Saturday, April 8, 2017`: one part or several. */
function findDate(parts: string[]): { start: number; end: number } | undefined {
  for (let start = 0; start < parts.length; start++) {
    for (let end = start + 1; end <= Math.min(start + mostParts, parts.length); end++) {
      if (readDate(parts.slice(start, end).join(', '))) return { start, end };
    }
  }
  return undefined;
}
