import { accessionLength, accessionPattern } from '../accession.ts';
import { readDate, readTime } from '../dates.ts';
import { languageCode } from '../languages.ts';
import { meant } from '../misread.ts';
import type { Block, Value } from '../reader.ts';
import { remember } from '../remember.ts';

export type Line = Extract<Block, { kind: 'line' }>;

/** Where the unlabelled values stand: each field an index into the lines. */
export interface Anchors {
  /** The word count, or the date where no count is shown, or the source where neither is. */
  start: number;
  hasCount: boolean;
  /** The last line before time and source: the date, or the word count where no date is shown. */
  date: number;
  hasDate: boolean;
  /** The language, or the last value before the copyright. */
  language: number;
  /** The copyright, or the last value where none is shown. */
  copyright: number;
  hasLanguage: boolean;
}

/** A number and a word, some letters of which may be lost or misread: `772 words`, `664 W?rter`. */
export const countShape = /^\d[\d.,'’\u00a0\u202f ]*\s*\p{L}[^\s\d]{0,14}$/u;
const countedWords =
  /^[\d.,'’\s]+(?:words?|wörter|worte|mots?|palabras?|parol[ae]|palavras?|woord(?:en)?|слов\p{L}*|文?字|語|词|詞|ワード|単語|단어|낱말|ord|sanaa|sanat|słów|słowa|slova?|kelime|sözcük|كلمة|كلمات|מילים|kata|szó|cuvinte|слів|λέξεις)$/iu;
const copyrightSign =
  /©|℗|\(c\)|(?<!\p{L})(?:copyright|copr\.|all rights reserved|alle rechte|urheberrecht|tous droits|droits réservés|todos los derechos|derechos reservados|tutti i diritti|todos os direitos|direitos reservados|wszelkie prawa|все права|авторск|tüm hakları|telif)|^quelle:|版权|版權|著作権|無断転載|저작권|무단|حقوق|זכויות/iu;
// `Document`, a word or two in another language, or one set close to the number as Chinese is; lists put brackets around.
const accessionLine = new RegExp(`^(?:\\S{1,20}\\s+){0,2}\\S{0,8}?${accessionPattern}[)）]?$`);
const documentLine = /^(?:document|dokument|documento|文件|文档|文書|문서|документ)\s+(?=\S*\d)\S{4,60}$/iu;

/** No header has more lines above its values, or more values. */
const maxHeader = 24;
const mostValues = 12;
/** Source name, source code and copyright stand behind every date. */
const leastValues = 3;

export function textAt(lines: Line[], index: number | undefined): string {
  return (index === undefined ? undefined : lines[index]?.value.text.trim()) ?? '';
}

/** `Document` in any language and the number, or the number alone. */
export function isAccessionLine({ value }: { value: Value }): boolean {
  // Most lines are words: an accession number and any other hold figures.
  if (value.text.length > 120 || !/\d/.test(value.text)) return false;
  const text = value.text.trim();
  return (mayEndInNumber(text) && accessionLine.test(text)) || documentLine.test(text);
}

/** Characters of an accession number from its load date on. */
const dated = 17;

/** Whether a century stands where that of the load date would: few lines go on to the pattern. */
function mayEndInNumber(text: string): boolean {
  const mark = text.charCodeAt(text.length - 1);
  const end = mark === 0x29 || mark === 0xff09 ? text.length - 1 : text.length;
  const century = text.charCodeAt(end - dated);
  return end >= accessionLength && (century === 0x31 || century === 0x32);
}

/** A number and a word for words that a table has, in any interface language. */
export function isWordCount(text: string): boolean {
  const line = text.trim();
  return countedWords.test(line) || (/^\d/.test(line) && countedWords.test(meant(line)?.text ?? ''));
}

/** Finds the lines that say of themselves what they are; undefined where the header cannot be told. */
export function findAnchors(lines: Line[]): Anchors | undefined {
  const top = Math.min(maxHeader, lines.length);
  let counted = false;
  for (let index = 0; index < top; index++) {
    if (!isCount(lines, index)) continue;
    counted = true;
    const hasDate = !lacksDate(lines, index + 1);
    const anchors = anchorsFrom(lines, {
      start: index,
      hasCount: true,
      date: hasDate ? index + 1 : index,
      hasDate,
    });
    if (anchors) return anchors;
  }
  // A headline may be a date, so a date of its own is an anchor only where no count stands before one.
  for (let index = 0; index < top && !counted; index++) {
    if (lines[index]?.mark === 'headline' || !readDate(textAt(lines, index))) continue;
    const anchors = anchorsFrom(lines, { start: index, hasCount: false, date: index, hasDate: true });
    if (anchors) return anchors;
  }
  return counted ? undefined : anchorsAtCode(lines, top);
}

/** Without count and date the source code tells, which the accession number has too: the source stands over it. */
function anchorsAtCode(lines: Line[], top: number): Anchors | undefined {
  const prefix = sourcePrefix(lines);
  if (prefix === undefined) return undefined;
  const code = lines.slice(0, top).findIndex((_, index) => index > 1 && isCode(textAt(lines, index), prefix));
  if (code < 0) return undefined;
  const anchors = anchorsFrom(lines, { start: code - 1, hasCount: false, date: code - 2, hasDate: false });
  return anchors?.hasLanguage ? anchors : undefined;
}

/** `772 words` before a date; in a known unit, before whatever stands for one. */
function isCount(lines: Line[], index: number): boolean {
  const text = textAt(lines, index);
  if (text.length >= 60 || index + 1 >= lines.length || !countShape.test(text)) return false;
  if (lines[index]?.mark === 'headline') return false;
  return isWordCount(text) || readDate(textAt(lines, index + 1)) !== undefined;
}

/** Whether the line behind a word count is no date, readable or not: a time, a line without figures, or what stands over the source code. */
function lacksDate(lines: Line[], index: number): boolean {
  const text = textAt(lines, index);
  if (readDate(text)) return false;
  if (readTime(text) || !/\p{Nd}/u.test(text)) return true;
  const prefix = sourcePrefix(lines);
  return prefix !== undefined && isCode(textAt(lines, index + 1), prefix);
}

/** The eight characters that the accession number begins with. */
function sourcePrefix(lines: Line[]): string | undefined {
  const line = lines.findLast(isAccessionLine);
  return line && new RegExp(accessionPattern).exec(line.value.text)?.[0].slice(0, 8).toUpperCase();
}

/** Whether a line is the source code that an accession number begins with, which is filled up with zeros there. */
export function isCode(text: string, prefix: string): boolean {
  return text !== '' && text.toUpperCase().padEnd(8, '0') === prefix;
}

type Start = Pick<Anchors, 'start' | 'hasCount' | 'date' | 'hasDate'>;

function anchorsFrom(lines: Line[], from: Start): Anchors | undefined {
  const { date } = from;
  const end = Math.min(date + mostValues, lines.length);
  let copyright: number | undefined;
  let language: number | undefined;
  // An edition may be called Irish: the language is the last before the copyright.
  // The source comes first, whatever its name says (Copyright World).
  const source = date + (readTime(textAt(lines, date + 1)) ? 2 : 1);
  for (let index = source + 1; index < end && copyright === undefined; index++) {
    if (lines[index]?.mark === 'paragraph') continue;
    const field = fieldOf(textAt(lines, index));
    if (field === 'CY') copyright = index;
    else if (field === 'LA') language = index;
  }
  if (copyright === undefined && language !== undefined) language = firstLanguage(lines, { date, end });
  if (language !== undefined) {
    const closed = endsHeader(lines, language + 1);
    return { ...from, language, copyright: language + (closed ? 1 : 0), hasLanguage: true };
  }
  // A language that no table knows, or none: the copyright line still ends the values, or the end of the header does.
  const last = copyright ?? lastValue(lines, { date, end });
  if (last === undefined) return undefined;
  const hasLanguage = last - date > leastValues && mayName(textAt(lines, last - 1));
  return { ...from, language: last - 1, copyright: last, hasLanguage };
}

// No copyright line is longer; sources and editions stand in every header.
const longestCopyright = 300;
const copyrightOpening = /^(?:copyright|\(c\))/i;

/** What a line among the values says that it is. */
function fieldOf(text: string): 'CY' | 'LA' | undefined {
  if (text.length < longestCopyright) return shortField(text);
  return text.includes('©') ? 'CY' : undefined;
}

// The lines of one header stand in many.
const shortField = remember((text) => {
  // The sign is a part of some names of languages once their UTF-8 was taken for another character set.
  if (!text.includes('©') && isSigned(text)) return 'CY';
  if (languageCode(text)) return 'LA';
  return text.includes('©') ? 'CY' : undefined;
});

function isSigned(text: string): boolean {
  return (
    copyrightOpening.test(text) || copyrightSign.test(text) || copyrightSign.test(meant(text)?.text ?? '')
  );
}

/** Without a copyright sign, prose may name languages too: the first is the header's. */
function firstLanguage(lines: Line[], { date, end }: { date: number; end: number }): number | undefined {
  for (let index = date + 2; index < end; index++) {
    if (lines[index]?.mark !== 'paragraph' && languageCode(textAt(lines, index))) return index;
  }
  return undefined;
}

/** Whether the line behind the language is the copyright: it has its sign, or it stands among the values. */
function endsHeader(lines: Line[], index: number): boolean {
  const line = lines[index];
  if (!line || line.mark === 'paragraph') return false;
  if (line.mark === 'value' || copyrightSign.test(line.value.text)) return true;
  return !line.gap && !isAccessionLine(line);
}

/** The last of the values as the markup or a blank line ends them; undefined where neither does. */
function lastValue(lines: Line[], { date, end }: { date: number; end: number }): number | undefined {
  const { mark } = lines[date] ?? {};
  let index = date + 1;
  while (index < end && lines[index]?.mark === mark && !lines[index]?.gap) index++;
  const behind = lines[index];
  const isEnded = behind === undefined || behind.gap || behind.mark !== mark || isAccessionLine(behind);
  return isEnded && index - 1 - date >= leastValues ? index - 1 : undefined;
}

/** Whether a line may name a language: a few words, no figures, not the capitals of a code. */
function mayName(text: string): boolean {
  return text.length < 50 && /^[\p{L}\p{M}\s()（）.,/-]+$/u.test(text) && !/^[A-Z]{2,8}$/.test(text);
}
