import { accessionPattern } from '../accession.ts';
import { knownPlace } from '../dateline.ts';
import { readDate, readTime } from '../dates.ts';
import { isFieldCode } from '../fields.ts';
import { languageCode } from '../languages.ts';
import { countShape } from '../layouts/anchors.ts';
import { roman } from '../layouts/bare.ts';
import { readByline } from '../names.ts';
import { isSummaryTitle } from '../summary.ts';
import { noPlaces } from '../tables/datelines.ts';
import { languageNames } from '../tables/languages.ts';
import {
  addressee,
  captions,
  contacts,
  corrections,
  correctionTitle,
  editorNotes,
  invitations,
  letterEndings,
  letterOpenings,
  reachable,
  relatedTitle,
  reportedSpeech,
} from '../tables/openings.ts';
import { coverAll } from './cover.ts';
import { phrases, vendorParts, vocabulary } from './vocabulary.ts';

/** A line at most this long may be the vendor's as a whole or in its parts; a longer one is prose. */
const shortLine = 300;
const shortPart = 60;
/** Up to here words stay by which readers tell lines. */
const opening = 60;
/** A line at most this long keeps the vendor's words wherever they stand. */
const fewWords = 110;
const mostNumbers = 500_000;

const accession = new RegExp(accessionPattern, 'g');
const word = /\p{L}[\p{L}\p{M}_]*/gu;
const cellBreak = /\t|[ \u00a0]{2,}|:\s|[,;|()[\]"]+/g;
const plainNumber = /^(?:\d{1,8}|\d{13})$/;
const moment = /^\d{4}-?\d\d-?\d\d(?:[T ]?\d\d:?\d\d(?::?\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const numericDate = /\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b/g;
const scheme = /\b(?:https?:\/\/|mailto:)|\(c\)/gi;
const numbering = /^\s*\d{1,4}\)\s/;
const label = /^[\s\u00a0]*\*?([A-Z]{2,3})(?![A-Za-z])/;
const identifier = /^(?=\D*(?:\d\D*){5,})[\w.:-]{12,60}$/;
/** As mail programs put before lines. */
const quotes = /^(?:[ \t]?>)* ?/;
/** One code, or a list of codes between commas. */
const codeList =
  /^[,\s]*(?:[a-z\d_/.]{1,24}(?:,[a-z\d_/.]{1,24})*|[A-Z\d_/.]{1,24}(?:,[A-Z\d_/.]{1,24})*)[,\s]*$/;
const documentWord = /^(?:document|dokument|documento|文件|文档|文書|문서|документ)$/iu;

const codesOfLanguages = new Set(
  ['zhcn', 'zhtw', 'zh-cn', 'zh-tw', ...Object.keys(languageNames)].map((code) => code.toLowerCase()),
);

/**
 * Covers the lines of one file. What says nothing of an article stays: labels, dates, counts, names of languages, words
 * of the vendor. Accession numbers keep their dates and become numbers in order of appearance.
 */
export class LineRule {
  readonly #numbers = new Map<string, number>();

  /** Covers a value of a format that has codes in values of their own. */
  value(text: string): string {
    return codeList.test(text) ? this.#codes(text) : this.line(text);
  }

  /** Covers a line, behind the marks of a mail that quotes it; the text has as many characters as before. */
  line(text: string): string {
    const [marks = ''] = quotes.exec(text) ?? [];
    return marks + this.#line(text.slice(marks.length));
  }

  #line(text: string): string {
    if (text.trim() === '' || roman.test(text.trim())) return text;
    const kept = new Kept(text.length);
    const numbered = this.numbers(text, kept);
    const opener = label.exec(text);
    const labelled = opener?.[1] && isFieldCode(opener[1]) ? opener[0].length : 0;
    kept.add(0, labelled);
    if (text.length <= shortLine) {
      for (const { start, end } of partsOf(text, labelled)) this.#judgePart(text, { start, end, kept });
      kept.addAll(text, numericDate);
      kept.addAll(text, numbering);
    }
    kept.addAll(text, scheme);
    kept.addAll(text.slice(0, shortPart), phrases);
    keepOpening(text, kept);
    this.#keepWords(text, kept);
    if (text.length <= fewWords) keepAgencies(text, { labelled, kept });
    return this.#identifiers(kept.apply(numbered), text);
  }

  /** Covers the accession numbers in a text and nothing else. */
  numbers(text: string, kept?: Kept): string {
    return text.replace(accession, (number, ...rest: unknown[]) => {
      const at = rest.findIndex((value) => typeof value === 'number');
      const start = rest[at] as number;
      kept?.add(start, start + number.length);
      return this.#renumber(number);
    });
  }

  /** Codes stay different ones: each becomes a number in order of appearance. */
  #codes(text: string): string {
    return text.replace(/\w+/g, (code) => {
      if (isVendors(code)) return code;
      const ordinal = this.#ordinal(code);
      if (code.length === 1)
        return /\d/.test(code) ? '0' : sameCase((10 + (ordinal % 26)).toString(36), code);
      if (/^\d+$/.test(code)) return String(ordinal).padStart(code.length, '0').slice(-code.length);
      return sameCase(
        `q${ordinal
          .toString(36)
          .padStart(code.length - 1, '0')
          .slice(1 - code.length)}`,
        code,
      );
    });
  }

  #judgePart(text: string, { start, end, kept }: { start: number; end: number; kept: Kept }): void {
    const part = text.slice(start, end).trim();
    if (part === '' || part.length > shortPart) return;
    if (isVendors(part)) kept.add(start, end);
    else if (countShape.test(part)) kept.addAll(text, /\d/g, { start, end });
  }

  #keepWords(text: string, kept: Kept): void {
    const until = text.length <= fewWords ? text.length : opening;
    for (const match of text.slice(0, until).matchAll(word)) {
      const known = vocabulary.has(match[0].toLowerCase()) || noPlaces.has(match[0]);
      if (known) kept.add(match.index, match.index + match[0].length);
    }
  }

  /** A name of other form that stands alone, or behind `Document`, stays another one than the next. */
  #identifiers(covered: string, text: string): string {
    if (text.length > 80) return covered;
    const words = [...text.matchAll(/\S+/g)];
    const last = words.at(-1);
    const first = words[0]?.[0] ?? '';
    const alone = words.length === 1 || (words.length === 2 && documentWord.test(first));
    const named = last && alone && (words.length === 2 || identifier.test(last[0]));
    if (!named || covered.slice(last.index).trim() === last[0] || !/\d/.test(last[0])) return covered;
    const ordinal = String(this.#ordinal(last[0]));
    let at = covered.length;
    let digit = ordinal.length;
    const characters = covered.split('');
    while (--at >= last.index && digit > 0)
      if (characters[at] === '0') characters[at] = ordinal[--digit] ?? '0';
    return characters.join('');
  }

  #renumber(number: string): string {
    const serial = this.#ordinal(number).toString(36).padStart(5, '0').slice(-5);
    return coverAll(number.slice(0, 8)) + number.slice(8, 20) + serial;
  }

  #ordinal(number: string): number {
    const key = number.toLowerCase();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    // Numbers that stand so far apart are not told to be the same.
    if (this.#numbers.size >= mostNumbers) this.#numbers.clear();
    const ordinal = this.#numbers.size + 1;
    this.#numbers.set(key, ordinal);
    return ordinal;
  }
}

/** Places of a text that stay as they are. */
class Kept {
  readonly #kept: Uint8Array;

  constructor(length: number) {
    this.#kept = new Uint8Array(length);
  }

  add(start: number, end: number): void {
    this.#kept.fill(1, start, end);
  }

  addAll(text: string, pattern: RegExp, { start, end } = { start: 0, end: text.length }): void {
    const global = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
    for (const match of text.slice(start, end).matchAll(global))
      this.add(start + match.index, start + match.index + match[0].length);
  }

  /** Covers what is not kept. */
  apply(text: string): string {
    const parts: string[] = [];
    for (let at = 0; at < text.length; ) {
      const kept = this.#kept[at] ?? 0;
      const next = this.#kept.indexOf(kept ? 0 : 1, at);
      const end = next < 0 ? text.length : next;
      parts.push(kept ? text.slice(at, end) : coverAll(text.slice(at, end)));
      at = end;
    }
    return parts.join('');
  }
}

/** `Eishockey. –`: what may be a place before a dash, and is none. */
const topic = /^\p{Lu}\p{L}{1,20}(?=\.?\s?[–—-])/u;

/**
 * Keeps what a paragraph opens with that says what it is: a caption, a correction, whom to write to; a known place before
 * a dash, and a word there that is none: by these datelines are told.
 */
function keepOpening(text: string, kept: Kept): void {
  const start = text.length - text.trimStart().length;
  const own = text.slice(start);
  const place = knownPlace.exec(own)?.[0] ?? '';
  const other = topic.exec(own)?.[0] ?? '';
  kept.add(start, start + (noPlaces.has(other.toUpperCase()) ? other.length : place.length));
  for (const pattern of opens) keepSpelt(text, pattern, { start, kept });
  if (own.includes('@')) {
    keepSpelt(text, invites, { start, kept });
    kept.addAll(text.slice(0, shortLine), reachable);
  }
  const letters = letterOpenings.exec(own.slice(0, shortLine))?.[0].length;
  if (letters !== undefined) keepAddress(text, { start: start + letters, kept });
}

const placed = ({ source, flags }: RegExp): RegExp => new RegExp(source, `${flags}d`);
const opens = [captions, contacts, corrections, editorNotes, letterOpenings].map(placed);
const invites = placed(invitations);

/** Keeps what an opening spells, and not the free text that its groups catch. */
function keepSpelt(text: string, pattern: RegExp, { start, kept }: { start: number; kept: Kept }): void {
  const match = pattern.exec(text.slice(start, start + shortLine));
  if (!match?.indices) return;
  const [[at, end] = [0, 0], ...free] = match.indices.filter((place) => place !== undefined);
  const ends = [...free.map(([from]) => from), end];
  const begins = [at, ...free.map(([, to]) => to)];
  for (const [index, from] of begins.entries()) kept.add(start + from, start + (ends[index] ?? end));
}

/** Keeps what tells behind an opening whether letters are asked for: whom to, how the line ends, who said it. */
function keepAddress(text: string, { start, kept }: { start: number; kept: Kept }): void {
  kept.add(start, start + (addressee.exec(text.slice(start))?.[0].length ?? 0));
  for (const pattern of [letterEndings, reportedSpeech])
    kept.addAll(text, pattern, { start: 0, end: shortLine });
}

/** Keeps the news agencies that a line names if it is a byline: no agency is an author. */
function keepAgencies(text: string, { labelled, kept }: { labelled: number; kept: Kept }): void {
  for (const name of readByline(text.slice(labelled)).agency?.split(', ') ?? []) {
    const at = text.indexOf(name, labelled);
    if (at >= 0) kept.add(at, at + name.length);
  }
}

function sameCase(covered: string, code: string): string {
  return /[A-Z]/.test(code) ? covered.toUpperCase() : covered;
}

/** The line, what follows its label, and what stands between its separators. */
function* partsOf(text: string, labelled: number): Iterable<{ start: number; end: number }> {
  yield { start: 0, end: text.length };
  if (labelled > 0) yield { start: labelled, end: text.length };
  let start = 0;
  for (const match of text.matchAll(cellBreak)) {
    yield { start, end: match.index };
    start = match.index + match[0].length;
  }
  if (start > 0) yield { start, end: text.length };
}

function isVendors(part: string): boolean {
  if (isFieldCode(part.toUpperCase()) && /^[A-Z]+$|^[a-z]+$/.test(part)) return true;
  if (plainNumber.test(part) || moment.test(part)) return true;
  if (/^[a-z]{2}$/.test(part) || codesOfLanguages.has(part.toLowerCase().replace('_', '-'))) return true;
  return (
    relatedTitle.test(part) ||
    correctionTitle.test(part) ||
    vendorParts.has(part.toLowerCase().replace(/\s*:$/, '')) ||
    readDate(part) !== undefined ||
    readTime(part) !== undefined ||
    languageCode(part) !== undefined ||
    isSummaryTitle(part)
  );
}
