import { accessionPattern } from '../../accession.ts';
import { readDate, readTime } from '../../dates.ts';
import { isFieldCode } from '../../fields.ts';
import { languageCode } from '../../languages.ts';
import { countShape } from '../../layouts/anchors.ts';
import { endsSentence } from '../../layouts/sentence.ts';

/** A label at the start of a line, and what stands behind it. */
export interface Label {
  label: string;
  value: string;
  /** `*HD* value`, `HD` alone, `HD` and a tab or two spaces, `HD value`. */
  form: 'starred' | 'alone' | 'apart' | 'close';
  /** Characters before the value, where only spaces set it apart; else 0. */
  column: number;
}

/** Codes that only the vendor's own list of fields has in label position. */
export const coreCodes: ReadonlySet<string> = new Set(['HD', 'WC', 'PD', 'SN', 'LP', 'TD', 'AN']);
/** Fields of running text, in which a line may look like a label. */
const proseCodes = new Set(['LP', 'TD', 'ART', 'CX', 'CT', 'RF']);

const starred = /^\*([A-Z]{2,3})\*[\s:：]*(.*)$/s;
const plain = /^([A-Z]{2,3})([:：]?\s*)(.*)$/s;
const number = new RegExp(accessionPattern);
// No value that tells a field by its shape is longer.
const longestValue = 200;

const isCodeList = (value: string) => /^\S{1,20}\s+:(?:\s|$)/.test(value);

/** How the value of a field looks, where it has a look. */
const shapes: Record<string, (value: string) => boolean> = {
  CO: isCodeList,
  IN: isCodeList,
  NS: isCodeList,
  RE: isCodeList,
  PE: isCodeList,
  IPC: (value) => /^\S{1,40}(?:\s+\|.*)?$/s.test(value),
  AN: (value) => number.test(value) || /^(?:\S+\s+)?\S*\d\S*$/.test(value),
  WC: (value) => countShape.test(value),
  PD: (value) => readDate(value) !== undefined,
  ET: (value) => readTime(value) !== undefined,
  LA: (value) => languageCode(value) !== undefined,
  SC: (value) => /^[A-Z0-9]{1,8}$/.test(value),
  PG: (value) => value.length < 20 && /\d/.test(value),
  CY: (value) => /©|\(c\)|copyright|\b\d{4}\b/i.test(value),
};

/** Whether a value looks as those of its field do. */
function fits(label: string, value: string): boolean {
  return shapes[label]?.(value.slice(0, longestValue)) ?? false;
}

/** The label a line may begin with; whether it is one, the lines around it tell. */
export function labelOf(line: string): Label | undefined {
  if (!mayLabel(line)) return undefined;
  const text = line.trim();
  const marked = text.startsWith('*') ? starred.exec(text) : null;
  if (marked) return { label: marked[1] ?? '', value: marked[2] ?? '', form: 'starred', column: 0 };
  const [, label = '', between = '', value = ''] = plain.exec(text) ?? [];
  if (between === '' && value !== '') return undefined;
  // Source codes stand alone on lines too: an unknown label is one where a tab sets it apart.
  if (!isFieldCode(label) && (value === '' || !between.includes('\t'))) return undefined;
  if (value === '') return { label, value, form: 'alone', column: 0 };
  const form = /^(?:\t|：|[^:]{2})/.test(between) ? 'apart' : 'close';
  return { label, value, form, column: /[\t:：]/.test(between) ? 0 : label.length + between.length };
}

/** Most lines are prose: two capitals, or a star, must open a label. */
function mayLabel(text: string): boolean {
  let at = 0;
  while (at < 40 && isSpace(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  return code === 0x2a || (isCapital(code) && isCapital(text.charCodeAt(at + 1)));
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isFigure(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0xfeff;
}

/** Whether a line is a number and a word: `772 words`, `1236 字`. */
export function isCount(line: string): boolean {
  return isFigure(line.charCodeAt(0)) && countShape.test(line);
}

/** The labels among the filled lines of one article, at their index; an empty list where it has none. */
export function findLabels(lines: readonly string[]): (Label | undefined)[] {
  const shown = lines.map(labelOf);
  if (!shown.some((label) => label !== undefined)) return [];
  const all = inColumn(shown);
  const close = isClose(all);
  const candidates = all.map((label) => (label?.form === 'close' && !close ? undefined : label));
  const known = candidates.flatMap((label) => label?.label ?? []);
  const few = known.length < 3 || new Set(known.filter((label) => coreCodes.has(label))).size < 2;
  // Of an article whose beginning was cut off, the label of its number may be all there is.
  const last = candidates.findLastIndex((label) => label?.label === 'AN');
  const isNumbered =
    last >= 0 && number.test((candidates[last]?.value || (lines[last + 1] ?? '')).slice(0, longestValue));
  return few && !isNumbered ? [] : new LabelReader(lines, candidates).read();
}

/** Where all values stand in a column of four characters, one space sets labels of three letters apart. */
function inColumn(labels: (Label | undefined)[]): (Label | undefined)[] {
  const columns = labels.flatMap((label) =>
    label?.form === 'apart' && coreCodes.has(label.label) ? [label.column] : [],
  );
  const [column] = columns;
  if (!column || columns.length < 2 || columns.some((other) => other !== column)) return labels;
  return labels.map((label) =>
    label && label.column === column && label.form === 'close' ? { ...label, form: 'apart' } : label,
  );
}

/** One space sets labels apart in all of the article or in none: values of a known shape tell. */
function isClose(labels: (Label | undefined)[]): boolean {
  const core = labels.filter((label) => label && coreCodes.has(label.label));
  const close = labels.filter((label) => label?.form === 'close' && fits(label.label, label.value));
  const isNumbered = close.some((label) => label?.label === 'AN');
  return (close.length > 1 || isNumbered) && core.filter((label) => label?.form !== 'close').length < 2;
}

/** Goes through the lines of an article: in running text only what fits its label is one. */
class LabelReader {
  #lines: readonly string[];
  #candidates: (Label | undefined)[];
  #seen = new Set<string>();

  constructor(lines: readonly string[], candidates: (Label | undefined)[]) {
    this.#lines = lines;
    this.#candidates = candidates;
  }

  read(): (Label | undefined)[] {
    let inProse = false;
    let isEmpty = false;
    return this.#candidates.map((label, index) => {
      // Right under a bare label a line that looks like one is its value (a source code may be `CO`), unless a value
      // follows there: then the field above is empty.
      const isValue =
        isEmpty &&
        label?.value === '' &&
        (index + 1 === this.#lines.length || this.#candidates[index + 1] !== undefined);
      isEmpty = false;
      if (!label || isValue || (inProse && !this.#endsProse(label, index))) return undefined;
      this.#seen.add(label.label);
      inProse = proseCodes.has(label.label);
      isEmpty = label.value === '' && !inProse;
      return label;
    });
  }

  #endsProse(label: Label, index: number): boolean {
    if (label.form === 'starred') return true;
    if (this.#seen.has(label.label) || !isFieldCode(label.label)) return false;
    if (['LP', 'TD', 'HD'].includes(label.label)) return true;
    const value = label.value || (this.#lines[index + 1]?.trim() ?? '');
    const next = index + (label.value ? 1 : 2);
    if (proseCodes.has(label.label))
      return (label.form !== 'close' && value !== '') || this.#isBrief(value, next);
    if (label.form === 'close' && Object.hasOwn(shapes, label.label)) return fits(label.label, value);
    return fits(label.label, value) || this.#isBrief(value, next);
  }

  /** A value that is no sentence, with the next label or nothing behind it. */
  #isBrief(value: string, next: number): boolean {
    const isLast = next >= this.#lines.length || this.#candidates[next] !== undefined;
    const isSpoken = /[”"]$/u.test(value);
    return isLast && value !== '' && value.length < longestValue && !isSpoken && !endsSentence(value);
  }
}
