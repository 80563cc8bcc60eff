import { type Diagnostic, diagnose } from '../../diagnostic.ts';
import { accessionPattern } from '../accession.ts';
import { readDate, readTime } from '../dates.ts';
import { draftOf, type Facts } from '../draft.ts';
import type { FieldCode } from '../fields.ts';
import { languageCode } from '../languages.ts';
import type { Block, Draft, Value } from '../reader.ts';

type Line = Extract<Block, { kind: 'line' }>;

/** Where the unlabelled values stand: each field an index into the lines. */
interface Anchors {
  /** The word count, or the date where no count is shown. */
  start: number;
  date: number;
  /** The language, or the last value before the copyright. */
  language: number;
  copyright: number;
  hasLanguage: boolean;
}

const number = /^\d[\d.,'’\u00a0\u202f ]*\s*[\p{L}\p{M}]{1,14}\.?$/u;
const countedWords =
  /^[\d.,'’\s]+(?:words?|wörter|mots?|palabras?|parol[ae]|palavras?|woord(?:en)?|слов\p{L}*|字|語|词|詞|단어|ord|sanaa|słów)$/iu;
const copyrightSign = /^(?:©|\(c\)|copyright|copr\.|quelle:|all rights reserved)|©|\bcopyright\b/iu;
// `Document`, a word or two in another language, or one set close to the number as Chinese is.
const accessionLine = new RegExp(`^(?:\\S{1,20}\\s+){0,2}\\S{0,8}?${accessionPattern}$`);
const documentLine = /^(?:document|dokument|documento|文件|文档|文書|문서|документ)\s+(?=\S*\d)\S{4,60}$/iu;
const bylineOpening = /^(?:by|von|par|por|di|da|door|af|av|от)\s+\p{L}/iu;
const agency =
  /^special to\b|\b(?:reuters|afp|agence|agency|agentur|agencia|agenzia|dpa|press|news|newswires?|wire|service|bloomberg)\b/iu;
const pageShape =
  /^(?:[\p{L}]{0,4}\.?\s?-?\d{1,4}\p{L}?)(?:\s*[-–,;&]\s*\p{L}{0,3}\d{1,4}\p{L}?)*$|^\d{2}:\d{2}:\d{2}$/u;
const volumeShape = /\b(?:vol|volume|issue|issn|number|no|nr|heft|ausgabe|numéro|n°|nº)\b[\s.:]*\d|issn/iu;
const sourceCode = /^[A-Z0-9]{1,8}$/;
const publisherShape =
  /\b(?:inc|ltd|limited|llc|plc|ag|gmbh|kg|company|co|corp|corporation|press|media|group|verlag|agency|s\.?a|s\.?p\.?a|n\.?v|b\.?v|pty|digital)\b\.?(?:\s*\([^)]*\))?$/iu;
const maxHeader = 24;

/** Reads an article shown as bare lines, by its anchors: word count, date, source code, language, copyright. */
export function readBare(blocks: Block[]): Draft | null {
  const lines = blocks.filter(
    (block): block is Line => block.kind === 'line' && block.value.text.trim() !== '',
  );
  const anchors = findAnchors(lines);
  const end = lines.findLastIndex(isAccessionLine);
  if (!anchors && end < 0) return null;
  const facts: Facts = { fields: new Map(), raw: [], kind: 'article', text: [] };
  const set = (code: FieldCode, line: Line | undefined) => line && facts.fields.set(code, [line.value]);
  if (anchors) {
    readTop(lines.slice(0, anchors.start), set);
    readValues(lines, { anchors, end, set });
  } else {
    set('HD', lines.find((line) => line.mark === 'headline') ?? lines[0]);
  }
  set('AN', lines[end]);
  const from = anchors ? anchors.copyright + 1 : 1;
  const rest = lines.slice(from, end < 0 ? undefined : end);
  const publisher = publisherOf(rest, textAt(lines, anchors?.copyright));
  set('PUB', publisher);
  facts.text = rest.filter((line) => line !== publisher).map((line) => line.value);
  const header = [
    ...lines.slice(0, from),
    ...(publisher ? [publisher] : []),
    ...(lines[end] ? [lines[end]] : []),
  ];
  facts.raw = header.map((line) => ({ label: '', values: [line.value.text] }));
  const draft = draftOf(facts);
  draft.diagnostics.push(...unplaced(header, facts));
  return draft;
}

/** Header lines that found no field stay in raw, and are named. */
function unplaced(header: Line[], facts: Facts): Diagnostic[] {
  const placed = new Set([...facts.fields.values()].flat());
  return header.flatMap((line, index) =>
    placed.has(line.value)
      ? []
      : [
          diagnose('field-unknown', `“${line.value.text.slice(0, 60)}” stands in no known place.`, {
            path: `raw.${index}.values.0`,
          }),
        ],
  );
}

type SetField = (code: FieldCode, line: Line | undefined) => void;

function textAt(lines: Line[], index: number | undefined): string {
  return (index === undefined ? undefined : lines[index]?.value.text.trim()) ?? '';
}

export function isAccessionLine(line: { value: Value }): boolean {
  if (line.value.text.length > 120) return false;
  const text = line.value.text.trim();
  return accessionLine.test(text) || documentLine.test(text);
}

/** Finds the lines that say of themselves what they are; undefined where the header cannot be told. */
function findAnchors(lines: Line[]): Anchors | undefined {
  const top = lines.slice(0, maxHeader).map((_, index) => index);
  const counts = top.filter((index) => isCount(lines, index));
  // A headline may be a date, so a date of its own is an anchor only where no count stands before one.
  const dates = top.filter((index) => lines[index]?.mark !== 'headline' && readDate(textAt(lines, index)));
  for (const start of counts.length > 0 ? counts : dates) {
    const anchors = anchorsFrom(lines, { start, date: counts.length > 0 ? start + 1 : start });
    if (anchors) return anchors;
  }
  return undefined;
}

/** `772 words` before a date; in a known unit, before whatever stands for one. */
function isCount(lines: Line[], index: number): boolean {
  const text = textAt(lines, index);
  if (text.length >= 60 || !number.test(text) || index + 1 >= lines.length) return false;
  return countedWords.test(text) || readDate(textAt(lines, index + 1)) !== undefined;
}

function anchorsFrom(lines: Line[], { start, date }: { start: number; date: number }): Anchors | undefined {
  const text = (index: number) => textAt(lines, index);
  const isValue = (index: number) => lines[index]?.mark !== 'paragraph';
  const end = Math.min(date + 12, lines.length);
  const indices = Array.from({ length: Math.max(0, end - date - 1) }, (_, offset) => date + 1 + offset);
  const copyright = indices.find((index) => isValue(index) && copyrightSign.test(text(index)));
  const languages = indices.filter(
    (index) => index > date + 1 && isValue(index) && languageCode(text(index)),
  );
  // An edition may be called Irish: the language is the last before the copyright.
  const language = languages
    .filter((index) => copyright === undefined || index < copyright)
    .at(copyright ? -1 : 0);
  if (language !== undefined) {
    return {
      start,
      date,
      language,
      copyright: language + (endsHeader(lines, language + 1) ? 1 : 0),
      hasLanguage: true,
    };
  }
  // A language that no table knows, or none: the copyright line still ends the values.
  return copyright === undefined
    ? undefined
    : { start, date, language: copyright - 1, copyright, hasLanguage: copyright - date > 3 };
}

/** Whether the line behind the language is the copyright: it has its sign, or it stands among the values. */
function endsHeader(lines: Line[], index: number): boolean {
  const line = lines[index];
  if (!line || line.mark === 'paragraph' || isAccessionLine(line)) return false;
  return line.mark === 'value' || !line.gap || copyrightSign.test(line.value.text);
}

/** Section, column, headline, byline, credit: by the markup where it says, else by blank lines and openings. */
function readTop(top: Line[], set: SetField): void {
  const headline = findHeadline(top);
  const before = top.slice(0, headline);
  const after = top.slice(headline + 1);
  set('SE', before[0]);
  set('CLM', before[1]);
  set('HD', top[headline]);
  const byline = after.find(isByline);
  set('BY', byline);
  set('CR', after.filter((line) => line !== byline)[0]);
}

function isByline({ mark, value }: Line): boolean {
  return mark === undefined ? !agency.test(value.text) : mark === 'byline';
}

function findHeadline(top: Line[]): number {
  const marked = top.findIndex((line) => line.mark === 'headline');
  if (marked >= 0) return marked;
  const byline = top.findIndex((line, index) => index > 0 && bylineOpening.test(line.value.text));
  if (byline > 0) return byline - 1;
  // Without an opening word the blank line before the byline tells: it follows section and headline.
  const gap = top.findIndex((line, index) => index > 1 && line.gap);
  if (gap > 0) return gap - 1;
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
  const { start, date, language, copyright, hasLanguage } = anchors;
  if (start < date) set('WC', lines[start]);
  set('PD', lines[date]);
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
  const prefix = new RegExp(accessionPattern).exec(accessionText)?.[0].slice(0, 8).toUpperCase();
  const same = values.findIndex(
    (line, index) =>
      index > 0 && prefix !== undefined && line.value.text.trim().toUpperCase().padEnd(8, '0') === prefix,
  );
  return same > 0
    ? same
    : values.findIndex((line, index) => index > 0 && sourceCode.test(line.value.text.trim()));
}

/** Edition, page, volume by their shapes; the order is fixed, each may be missing. */
function readPlacement(values: Line[], set: SetField): void {
  const shapes = values.map((line) => shapeOf(line.value.text.trim()));
  const pages = shapes.flatMap((shape, index) => (shape === 'page' ? [index] : []));
  const [first = -1, second = -1] = pages;
  // `E01` before a plain number is the edition; two plain numbers are page and volume.
  const lettered = second >= 0 && /^\p{L}/u.test(textAt(values, first));
  const page = lettered ? second : first;
  const volume = shapes.indexOf('volume') >= 0 ? shapes.indexOf('volume') : lettered ? -1 : second;
  const edition = lettered ? first : shapes.indexOf('other');
  if (edition >= 0) set('ED', values[edition]);
  if (page >= 0) set('PG', values[page]);
  if (volume >= 0) set('VOL', values[volume]);
}

function shapeOf(text: string): 'page' | 'volume' | 'other' {
  if (volumeShape.test(text)) return 'volume';
  return pageShape.test(text) ? 'page' : 'other';
}

/** The publisher stands alone before the accession number: unmarked in HTML, told by its form elsewhere. */
function publisherOf(rest: Line[], copyright: string): Line | undefined {
  const last = rest.at(-1);
  if (!last || rest.length < 2) return undefined;
  const text = last.value.text.trim();
  const marked = rest.some((line) => line.mark === 'paragraph');
  if (marked) return last.mark === undefined && text.length < 200 ? last : undefined;
  const short = text.length < 100 && text.split(/\s+/).length <= 8 && /^\p{Lu}/u.test(text);
  const named = text.length > 3 && copyright.toLowerCase().includes(text.toLowerCase().replace(/[.,]?$/, ''));
  return short && (named || publisherShape.test(text)) ? last : undefined;
}
