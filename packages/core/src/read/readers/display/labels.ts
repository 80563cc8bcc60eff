import { accessionPattern } from '../../accession.ts';
import { readDate, readTime } from '../../dates.ts';
import { isFieldCode } from '../../fields.ts';
import { languageCode } from '../../languages.ts';
import { countShape } from '../../layouts/anchors.ts';
import { endsSentence } from '../../layouts/sentence.ts';
import { isAgency } from '../../signer.ts';

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
const wideSpace = /\s/;
/** No label stands further from the margin. */
const widestIndent = 40;
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
  const start = skipSpace(line, 0);
  if (start > widestIndent) return undefined;
  if (line.charCodeAt(start) === 0x2a) return starredLabel(line.trim());
  const found = plainLabel(line, start);
  // Source codes stand alone on lines too: an unknown label is one where a tab sets it apart.
  if (!found || isFieldCode(found.label)) return found;
  return found.value !== '' && /^\s*[A-Z]+[ \u00a0]*\t/.test(line) ? found : undefined;
}

function starredLabel(text: string): Label | undefined {
  const [, label, value = ''] = starred.exec(text) ?? [];
  return label === undefined ? undefined : { label, value, form: 'starred', column: 0 };
}

/** The label that begins at a place; most lines are prose, and two capitals must open it. */
function plainLabel(line: string, start: number): Label | undefined {
  if (!isCapital(line.charCodeAt(start)) || !isCapital(line.charCodeAt(start + 1))) return undefined;
  const end = isCapital(line.charCodeAt(start + 2)) ? start + 3 : start + 2;
  const from = skipSpace(line, isColon(line.charCodeAt(end)) ? end + 1 : end);
  // Prose goes on with its word, as a label does not.
  if (from === end && end < line.length) return undefined;
  const label = codeAt(line, start, end);
  const value = line.slice(from).trim();
  if (value === '') return { label, value, form: 'alone', column: 0 };
  const between = line.slice(end, from);
  const form = /^(?:\t|：|[^:]{2})/.test(between) ? 'apart' : 'close';
  return { label, value, form, column: /[\t:：]/.test(between) ? 0 : from - start };
}

/** Labels by their letters: one string for each is told from others sooner than a new one from every line. */
const codeStrings = new Map<number, string>();

function codeAt(line: string, start: number, end: number): string {
  let key = 0;
  for (let at = start; at < end; at++) key = key * 0x80 + line.charCodeAt(at);
  const held = codeStrings.get(key);
  if (held !== undefined) return held;
  const label = line.slice(start, end);
  codeStrings.set(key, label);
  return label;
}

/** The label of a field that nobody knows, set as those of its article are. */
function unknownLabel(line: string, form: Label['form']): Label | undefined {
  const start = skipSpace(line, 0);
  const found = start > widestIndent ? undefined : plainLabel(line, start);
  return found?.form === form && !isFieldCode(found.label) ? found : undefined;
}

function skipSpace(line: string, from: number): number {
  let at = from;
  while (isSpace(line.charCodeAt(at))) at++;
  return at;
}

function isColon(code: number): boolean {
  return code === 0x3a || code === 0xff1a;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isFigure(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether a code unit is a space, or ends a line, as `\s` has it. */
function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    (code >= 0xa0 && wideSpace.test(String.fromCharCode(code)))
  );
}

/** Whether a line is a number and a word: `772 words`, `1236 字`. */
export function isCount(line: string): boolean {
  return isFigure(line.charCodeAt(0)) && countShape.test(line);
}

/** The labels among the filled lines of one article, at their index, of those that lines may begin with; an empty list where it has none. */
export function findLabels(lines: readonly string[], shown: (Label | undefined)[]): (Label | undefined)[] {
  const labels = shown.filter((label) => label !== undefined);
  if (labels.length === 0) return [];
  // Most exports have their labels alone on lines, or a tab apart.
  const candidates = labels.some(({ form }) => form === 'close') ? withoutProse(shown) : shown;
  const known = candidates === shown ? labels : candidates.filter((label) => label !== undefined);
  const core = known.filter(({ label }) => coreCodes.has(label));
  const few = known.length < 3 || core.every(({ label }) => label === core[0]?.label);
  // Of an article whose beginning was cut off, the label of its number may be all there is.
  const last = candidates.findLastIndex((label) => label?.label === 'AN');
  const isNumbered =
    last >= 0 && number.test((candidates[last]?.value || (lines[last + 1] ?? '')).slice(0, longestValue));
  if (few && !isNumbered) return [];
  const forms = new Set(core.map(({ form }) => form));
  return new LabelReader({ lines, candidates, forms }).read();
}

/** The labels without words of prose that one space sets apart. */
function withoutProse(shown: (Label | undefined)[]): (Label | undefined)[] {
  const all = inColumn(shown);
  return isClose(all) ? all : all.map((label) => (label?.form === 'close' ? undefined : label));
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

interface Candidates {
  lines: readonly string[];
  candidates: (Label | undefined)[];
  /** Of the labels that only the vendor's own list has. */
  forms: ReadonlySet<Label['form']>;
}

/** Goes through the lines of an article: in running text only what fits its label is one. */
class LabelReader {
  #lines: readonly string[];
  #candidates: (Label | undefined)[];
  /** How the labels of the article are set, where all are set alike. */
  #form: Label['form'] | undefined;
  #seen = new Set<string>();
  /** The line behind one of running text that looks like an unknown label and is none. */
  #behindRow = -1;

  constructor({ lines, candidates, forms }: Candidates) {
    this.#lines = lines;
    this.#candidates = candidates;
    this.#form = forms.size === 1 ? [...forms][0] : undefined;
  }

  read(): (Label | undefined)[] {
    let inProse = false;
    let isEmpty = false;
    return this.#candidates.map((known, index) => {
      const label = known ?? (isEmpty ? undefined : inProse ? this.#unknown(index) : this.#unknownAt(index));
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

  #unknown(index: number): Label | undefined {
    if (this.#form !== 'alone' && this.#form !== 'apart') return undefined;
    return unknownLabel(this.#lines[index] ?? '', this.#form);
  }

  /** An unknown label over or before its value; right under a label it is a line like others. */
  #unknownAt(index: number): Label | undefined {
    const label = this.#unknown(index);
    const isBare = index + 1 >= this.#lines.length || this.#candidates[index + 1] !== undefined;
    return label?.value === '' && isBare ? undefined : label;
  }

  #endsProse(label: Label, index: number): boolean {
    if (label.form === 'starred') return true;
    if (this.#seen.has(label.label)) return false;
    if (!isFieldCode(label.label)) return this.#leadsOn(label, index);
    if (['LP', 'TD', 'HD'].includes(label.label)) return true;
    const value = label.value || (this.#lines[index + 1]?.trim() ?? '');
    const next = index + (label.value ? 1 : 2);
    if (proseCodes.has(label.label))
      return (label.form !== 'close' && value !== '') || this.#isBrief(value, next);
    if (label.form === 'close' && Object.hasOwn(shapes, label.label)) return fits(label.label, value);
    return fits(label.label, value) || this.#isBrief(value, next);
  }

  /** Behind running text an unknown label has one line, under which the next field begins; more of them are a table. */
  #leadsOn(first: Label, index: number): boolean {
    const isRow = index === this.#behindRow;
    this.#behindRow = index + (first.value ? 1 : 2);
    if (isRow || first.form !== this.#form) return false;
    let at = index;
    for (const label of [first, this.#unknown(this.#behindRow)]) {
      const value = label?.value || (this.#lines[at + 1]?.trim() ?? '');
      if (!label || isAgency(label.label) || isFigure(value.charCodeAt(0)) || !isPhrase(value)) return false;
      at += label.value ? 1 : 2;
      const after = this.#candidates[at];
      if (after && isFieldCode(after.label)) return after.form === this.#form;
    }
    return false;
  }

  /** A value that is no sentence, with the next label or nothing behind it. */
  #isBrief(value: string, next: number): boolean {
    const isLast = next >= this.#lines.length || this.#candidates[next] !== undefined;
    return isLast && isPhrase(value);
  }
}

function isPhrase(value: string): boolean {
  return value !== '' && value.length < longestValue && !/[”"]$/u.test(value) && !endsSentence(value);
}
