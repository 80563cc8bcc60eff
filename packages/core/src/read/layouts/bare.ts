import { type Diagnostic, diagnose } from '../../diagnostic.ts';
import { accessionPattern } from '../accession.ts';
import { email } from '../addresses.ts';
import { readTime } from '../dates.ts';
import { draftOf, type Facts } from '../draft.ts';
import type { FieldCode } from '../fields.ts';
import { isAgency } from '../names.ts';
import { kindOf } from '../paragraphs.ts';
import type { Block, Draft, Value } from '../reader.ts';
import { type Anchors, findAnchors, isAccessionLine, isCode, type Line, textAt } from './anchors.ts';
import { isFilled } from './filled.ts';
import { publisherOf } from './publisher.ts';

const accession = new RegExp(accessionPattern);
const bylineOpening = /^(?:by|von|par|por|di|da|door|af|av|от)\s+\p{L}/iu;
/** Names after the opening: words in capitals, small ones between them. */
const named = /^\p{L}{2,5}(?:\s+(?:\p{Lu}[^\s,]*|\p{Ll}{1,3}))+(?:,.*)?$/u;
const agency =
  /^special to\b|\b(?:reuters|afp|agence|agency|agentur|agencia|agenzia|dpa|press|news|newswires?|wire|service|bloomberg)\b/iu;
/** The address of an author on a line of its own. */
const addressLine = new RegExp(`^(?:e-?mail\\s*:?\\s*)?<?${email.source}>?$`, 'iu');
const pageShape = new RegExp(
  [
    // A6, B.3, C1, C4; 12-B; 18+19; 12 et 13; Pg. A12; METRO3; 12 ff.; A14(L)
    '^\\(?(?:pp?\\.?|pgs?\\.?|pages?|páginas?|s\\.|seiten?)?\\s?(?:\\p{L}{0,4}\\.?\\s?-?|\\p{L}{5,8})\\d{1,4}(?:\\p{L}|\\s?ff\\.?|-\\p{L})?',
    '(?:\\s*(?:[-–,;&+/]|et|und|and|y)\\s*\\p{L}{0,3}\\d{1,4}\\p{L}?)*(?:\\s?\\([A-Z]{1,3}\\))?\\)?$',
    // T2:14, B/1; Section A; Page 1; the time of a broadcast
    '|^\\p{L}\\d?[:/]\\d{1,4}$|^[\\p{L};, ]{1,20}\\s(?:page|seite|página|pagina)\\s\\p{L}?\\d{1,4}$',
    '|^\\d{2}:\\d{2}(?::\\d{2})?$',
  ].join(''),
  'iu',
);
const broadcastTime = /^\d{2}:\d{2}:\d{2}$/;

/** `XII`: a page where no figures are; well formed, in one case. */
export const roman =
  /^(?=.)(?:m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})|M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))$/;
const volumeShape =
  /(?<!\p{L})(?:vol|volume|tomo?|tome|bd|band|jg|jahrgang|issue|number|num|no|nr|heft|ausgabe|numéro|número|n°|nº)(?!\p{L})[\s.:]*[\dIVXLC]|issn|\d\s*[期卷号號]/iu;
const sourceCode = /^[A-Z0-9]{1,8}$/;

/** Reads an article shown as bare lines, by its anchors: word count, date, source code, language, copyright. */
export function readBare(blocks: Block[]): Draft | null {
  const lines = blocks.filter(isFilledLine);
  const anchors = findAnchors(lines);
  const end = lines.findLastIndex(isAccessionLine);
  if (!anchors && end < 0) return null;
  const facts: Facts = { fields: new Map(), raw: [], kind: 'article', text: [] };
  const placed: Value[] = [];
  const set: SetField = (code, line) => {
    if (!line) return;
    const held = facts.fields.get(code);
    if (held) held.push(line.value);
    else facts.fields.set(code, [line.value]);
    placed.push(line.value);
  };
  if (anchors) {
    readTop(lines, { anchors, set });
    readValues(lines, { anchors, end, set });
  } else {
    set('HD', lines.find((line) => line.mark === 'headline') ?? (end > 0 ? lines[0] : undefined));
  }
  set('AN', lines[end]);
  const from = anchors ? anchors.copyright + 1 : 1;
  const rest = lines.slice(from, end < 0 ? undefined : end);
  const marked = lines.some(({ mark }) => mark === 'paragraph' || mark === 'value');
  const names = [
    textAt(lines, anchors?.copyright),
    ...(facts.fields.get('SN') ?? []).map(({ text }) => text),
  ];
  const publisher = publisherOf(rest, { marked, names });
  set('PUB', publisher);
  const text = publisher ? rest.filter((line) => line !== publisher) : rest;
  const notes = notesOf(text);
  if (notes.length > 0) facts.fields.set('RF', notes.map(ownValue));
  const prose = notes.length > 0 ? text.filter((line) => !notes.includes(line)) : text;
  facts.text = prose.map(ownValue);
  const header = [
    ...lines.slice(0, from),
    ...(publisher ? [publisher] : []),
    // What stands behind the number is nobody's.
    ...(end < 0 ? [] : lines.slice(end)),
  ];
  facts.raw = header.map((line) => ({ label: '', values: [line.value.text] }));
  const draft = draftOf(facts);
  header.forEach(({ value }, index) => {
    if (!placed.includes(value)) draft.diagnostics.push(unplaced(value, index));
  });
  return draft;
}

function isFilledLine(block: Block): block is Line {
  return block.kind === 'line' && isFilled(block.value.text);
}

function ownValue({ value }: Line): Value {
  return value;
}

/** A header line that found no field stays in raw, and is named. */
function unplaced({ text }: Value, index: number): Diagnostic {
  const message = `“${text.slice(0, 60)}” stands in no known place.`;
  return diagnose('field-unknown', message, { path: `raw.${index}.values.0` });
}

type SetField = (code: FieldCode, line: Line | undefined) => void;

/** Section, column, headline, byline, credit: by the markup where it says, else by blank lines and openings. */
function readTop(lines: Line[], { anchors, set }: { anchors: Anchors; set: SetField }): void {
  const top = lines.slice(0, anchors.start);
  const headline = findHeadline(top, lines.slice(anchors.start, anchors.date + 1));
  const before = top.slice(0, headline);
  const after = top.slice(headline + 1);
  set('SE', before[0]);
  set('CLM', before[1]);
  set('HD', top[headline]);
  const addresses = after.filter(({ value: { text } }) => text.includes('@') && addressLine.test(text));
  const others = addresses.length > 0 ? after.filter((line) => !addresses.includes(line)) : after;
  const byline = others.find(isByline) ?? unmarkedByline(others);
  set('BY', byline);
  for (const address of addresses) set('BY', address);
  set('CR', others.filter((line) => line !== byline)[0]);
}

function isByline({ mark, value }: Line): boolean {
  return mark === undefined ? !agency.test(value.text) && !isAgency(value.text.trim()) : mark === 'byline';
}

/** Before 2011 the markup told values from each other no more than text does: byline over credit, or an opening word. */
function unmarkedByline(after: Line[]): Line | undefined {
  return after.length > 1 ? after[0] : after.find(({ value }) => bylineOpening.test(value.text));
}

/** `under`: word count and date, the lines under these. */
function findHeadline(top: Line[], under: Line[]): number {
  const marked = top.findIndex((line) => line.mark === 'headline');
  if (marked >= 0) return marked;
  // Where the date stands apart from the word count, blank lines part everything and tell nothing.
  const tells = under.length < 2 || under[1]?.gap !== true;
  const lastGap = tells ? top.findLastIndex((line, index) => index > 0 && line.gap) : -1;
  const isApart = tells && under[0]?.gap === true;
  // `Von der Leyen reist`: a headline may open as a byline does, which is under the blank line.
  const byline = top.findIndex(
    ({ gap, value: { text } }, index) =>
      index > 0 &&
      bylineOpening.test(text) &&
      (gap || (index > lastGap && (!isApart || lastGap >= 0 || named.test(text)))),
  );
  if (byline > 0) return byline - 1;
  // Without an opening word the blank line before the byline tells: it follows section and headline.
  const gap = top.findIndex((line, index) => index > 1 && line.gap);
  if (gap > 0) return gap - 1;
  if (lastGap < 0 && isApart) return top.length - 1;
  // Of two lines that a blank one parts, over a word count, the second is the byline.
  if (top.length === 2 && lastGap === 1 && !isApart) return 0;
  return top.length > 1 && isShorter(top[0], top[1]) ? 1 : 0;
}

// A section (World, Business & Finance) is shorter than the headline under it.
function isShorter(first: Line | undefined, second: Line | undefined): boolean {
  return (
    (first?.value.text.length ?? 0) < 30 &&
    (second?.value.text.length ?? 0) > (first?.value.text.length ?? 0) * 1.5
  );
}

/** The values between word count and copyright: date, [time], source, code, [edition], [page], [volume], language. */
function readValues(
  lines: Line[],
  { anchors, end, set }: { anchors: Anchors; end: number; set: SetField },
): void {
  const { start, hasCount, date, hasDate, language, copyright, hasLanguage } = anchors;
  if (hasCount) set('WC', lines[start]);
  if (hasDate) set('PD', lines[date]);
  const timed = date + 1 < language && readTime(textAt(lines, date + 1)) !== undefined;
  if (timed) set('ET', lines[date + 1]);
  const values = lines.slice(date + (timed ? 2 : 1), hasLanguage ? language : copyright);
  const code = findSourceCode(values, textAt(lines, end));
  set('SN', values[0]);
  if (code > 0) set('SC', values[code]);
  readPlacement(values.slice(Math.max(code, 0) + 1), set);
  if (hasLanguage) set('LA', lines[language]);
  if (copyright > language || !hasLanguage) set('CY', lines[copyright]);
}

/** The accession number begins with the source code; without one, the first short line of capitals. */
function findSourceCode(values: Line[], accessionText: string): number {
  const prefix = accession.exec(accessionText)?.[0].slice(0, 8).toUpperCase();
  const same = values.findIndex(
    (line, index) => index > 0 && prefix !== undefined && isCode(line.value.text.trim(), prefix),
  );
  return same > 0
    ? same
    : values.findIndex((line, index) => index > 0 && sourceCode.test(line.value.text.trim()));
}

/** Edition, page, volume by their shapes; the order is fixed, each may be missing. */
function readPlacement(values: Line[], set: SetField): void {
  const shapes = values.map((line) => shapeOf(line.value.text.trim()));
  const numeral = shapes.includes('page')
    ? -1
    : values.findIndex((line) => roman.test(line.value.text.trim()));
  if (numeral >= 0) shapes[numeral] = 'page';
  const first = shapes.indexOf('page');
  const second = first < 0 ? -1 : shapes.indexOf('page', first + 1);
  const other = shapes.indexOf('other');
  const volume = shapes.indexOf('volume');
  // Before a page with a letter or the time of a broadcast, and before page and volume, a number is the edition, as `E01` is before any page.
  const hasEdition =
    second >= 0 &&
    (volume > second ||
      broadcastTime.test(textAt(values, second)) ||
      [first, second].some((index) => /^\p{L}/u.test(textAt(values, index))));
  const edition = hasEdition ? first : other;
  const page = hasEdition ? second : first >= 0 ? first : other < 0 ? -1 : shapes.indexOf('other', other + 1);
  if (edition >= 0) set('ED', values[edition]);
  if (page >= 0) set('PG', values[page]);
  // Two plain numbers are page and volume.
  set('VOL', values[volume >= 0 ? volume : hasEdition ? -1 : second]);
}

function shapeOf(text: string): 'page' | 'volume' | 'other' {
  if (volumeShape.test(text)) return 'volume';
  return pageShape.test(text) ? 'page' : 'other';
}

/** Behind marked paragraphs, unmarked lines that say nothing else of themselves are the vendor's notes on the article. */
function notesOf(text: Line[]): Line[] {
  const last = text.findLastIndex(({ mark, value }) => mark !== undefined || value.table);
  if (text[last]?.mark !== 'paragraph') return [];
  return text.slice(last + 1).filter(({ value }) => kindOf(value.text) === 'text');
}
