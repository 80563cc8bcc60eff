import type { Article, Code } from '../../article.ts';
import type { DisplayedDate } from '../dates.ts';
import { draftOf, type Stated } from '../draft.ts';
import type { FieldCode } from '../fields.ts';
import { printMoment, readMoment } from '../moments.ts';
import type { Block, Draft, Value } from '../reader.ts';
import { languageNames } from '../tables/languages.ts';

/** Where the values of a label go. */
export interface Target {
  /** `AUTHOR`: one author's name a value. */
  field: FieldCode | 'AUTHOR';
  /** Of several labels for one field, that of the lowest rank with values is taken; 0 by default. */
  rank?: number;
  /** `list`: codes between commas. `text`: paragraphs between blank lines. By default a value is a code, or a paragraph. */
  as?: 'list' | 'text';
}

/** The mapping of one format: where the values of a label go, if it knows the label. */
export type Mapping = (label: string) => Target | undefined;

// A format has a few hundred labels, each of them in every record.
const mostKnown = 5000;

/** A mapping that looks at each label once. */
export function mappingOf(find: Mapping): Mapping {
  const known = new Map<string, Target | undefined>();
  return (label) => {
    if (known.has(label)) return known.get(label);
    const target = find(label);
    if (known.size < mostKnown) known.set(label, target);
    return target;
  };
}

/** Reads the record of an article, label by label; null where nothing identifies one. */
export function readRecord(blocks: Block[], mapping: Mapping): Draft | null {
  const taken = takeFields(blocks, mapping);
  const fields = new Map<FieldCode, Value[]>();
  for (const [field, { values }] of taken) if (field !== 'AUTHOR') fields.set(field, values);
  const has = (...codes: FieldCode[]) => codes.some((code) => fields.has(code));
  if (!has('AN', 'HD', 'LP', 'TD')) return null;
  const body = new Set([...(taken.get('LP')?.labels ?? []), ...(taken.get('TD')?.labels ?? [])]);
  return draftOf({
    fields,
    raw: rawOf(blocks, body),
    kind: has('LP', 'TD') ? 'article' : 'headline',
    stated: statedOf(fields, taken.get('AUTHOR')?.values ?? []),
  });
}

interface Taken {
  values: Value[];
  labels: Set<string>;
  rank: number;
}

function takeFields(blocks: Block[], mapping: Mapping): Map<Target['field'], Taken> {
  const taken = new Map<Target['field'], Taken>();
  for (const block of blocks) {
    if (block.kind !== 'field') continue;
    const target = mapping(block.label);
    const values = block.values.filter((value) => value.text.trim() !== '');
    if (!target || values.length === 0) continue;
    const { field, rank = 0 } = target;
    const held = taken.get(field);
    if (held && held.rank < rank) continue;
    const into = held?.rank === rank ? held : { values: [], labels: new Set<string>(), rank };
    if (into !== held) taken.set(field, into);
    for (const value of values) into.values.push(...split(value, target));
    into.labels.add(block.label);
  }
  return taken;
}

function split(value: Value, { as }: Target): Value[] {
  if (as === 'list') return listOf(value.text).map((text) => ({ text }));
  const isWhole = value.table || !/[\n\r\u2028\u2029]/.test(value.text);
  return as === 'text' && !isWhole ? paragraphsOf(value.text).map((text) => ({ text })) : [value];
}

/** `,usa,balkz,`, in other hands `usa balkz` and `usa|balkz`: no code holds these. Entries may be empty or repeated. */
function listOf(text: string): string[] {
  return [...new Set(text.split(/[,;|\s]+/).filter((entry) => entry !== ''))];
}

/** Blank lines part paragraphs; where there are none, each line is one. */
function paragraphsOf(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trim());
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  const filled = groups.filter((group) => group.length > 0);
  return filled.length === 1 ? (filled[0] as string[]) : filled.map((group) => group.join('\n'));
}

/** All values by label, in the order in which the labels come; the body is not repeated. */
function rawOf(blocks: Block[], body: Set<string>): Article['raw'] {
  const raw = new Map<string, string[]>();
  for (const block of blocks) {
    if (block.kind !== 'field') continue;
    const values = raw.get(block.label) ?? [];
    raw.set(block.label, values);
    if (body.has(block.label)) continue;
    for (const { text } of block.values) if (text.trim() !== '') values.push(text);
  }
  return [...raw].map(([label, values]) => ({ label, values }));
}

function statedOf(fields: Map<FieldCode, Value[]>, authors: Value[]): Stated {
  const text = (code: FieldCode) => (fields.get(code) ?? []).map((value) => value.text.trim()).join(' ');
  const language = languageOf(text('LA'));
  return {
    publication: momentOf(text('PD'), text('ET')),
    language,
    loaded: printed(momentOf(text('UPD'), text('UPT'))),
    modified: printed(momentOf(text('MD'), text('MT'))),
    ...(authors.length > 0 && { authors: authors.map(({ text }) => ({ name: text.trim() })) }),
    codes: Object.fromEntries(
      Object.entries(codeFields).map(([key, code]) => [key, codesOf(fields.get(code) ?? [])]),
    ),
  };
}

const codeFields = {
  companies: 'CO',
  industries: 'IN',
  subjects: 'NS',
  regions: 'RE',
  people: 'PE',
  provider: 'IPC',
} as const satisfies Record<keyof Article['codes'], FieldCode>;

/** A date with a time beside it, or behind it in a value of its own; a time of another day (another zone) is left. */
function momentOf(day: string, time: string): DisplayedDate | undefined {
  const date = readMoment(day);
  const whole = readMoment(time) ?? readMoment(`${day} ${time}`);
  return date && whole ? (whole.date === date.date ? whole : date) : (date ?? whole);
}

function printed(moment: DisplayedDate | undefined): string | undefined {
  return moment && printMoment(moment);
}

/** How a mapping's reader is told a code and its name. */
export function pairText({ code, name }: Code): string {
  return name ? `${code} : ${name}` : code;
}

function codesOf(values: Value[]): Code[] {
  const codes = new Map<string, Code>();
  for (const { text } of values) {
    const at = text.indexOf(' : ');
    const code = (at < 0 ? text : text.slice(0, at)).trim();
    const name = at < 0 ? '' : text.slice(at + 3).trim();
    if (!codes.get(code)?.name) codes.set(code, { code, ...(name && { name }) });
  }
  return [...codes.values()];
}

const vendorLanguages: Record<string, string> = {
  zhcn: 'zh-Hans',
  zhtw: 'zh-Hant',
  'zh-cn': 'zh-Hans',
  'zh-tw': 'zh-Hant',
};

/** BCP 47 of a vendor's language code (`EN`, `zhcn`); undefined for what is none, such as a name. */
function languageOf(code: string): string | undefined {
  const folded = code.toLowerCase().replace('_', '-');
  const known =
    vendorLanguages[folded] ?? Object.keys(languageNames).find((key) => key.toLowerCase() === folded);
  return known ?? (/^[a-z]{2}$/.test(folded) ? folded : undefined);
}
