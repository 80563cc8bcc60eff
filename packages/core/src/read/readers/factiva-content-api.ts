import type { Code } from '../../article.ts';
import type { Span } from '../../diagnostic.ts';
import { readerLabels } from '../../reader-labels.ts';
import { isFieldCode } from '../fields.ts';
import type { Target } from '../layouts/record.ts';
import { mappingOf, pairText, readRecord } from '../layouts/record.ts';
import type { Block, Reader, Value } from '../reader.ts';
import {
  damagedPiece,
  isObject,
  type JsonObject,
  type JsonPlace,
  jsonBlock,
  jsonBlocks,
  looksLikeJson,
  scoreJson,
  splitJson,
} from '../syntax/json-pieces.ts';

/** Articles as the vendor's content API hands them out: JSON with `attributes`, rich text and code sets. */
export const factivaContentApi: Reader = {
  id: 'factiva-content-api',
  version: 5,
  label: readerLabels['factiva-content-api'],
  anchors: [
    { what: 'an object of attributes', pattern: /"attributes"\s{0,9}:\s{0,9}\{/ },
    { what: 'sets of codes, or paragraphs with field codes', pattern: /"(?:code_sets|field_id)"\s{0,9}:/ },
    { what: 'rich text', pattern: /"type"\s{0,9}:\s{0,9}"(?:TextItem|Paragraph)"/ },
    { what: 'a headline in parts', pattern: /"headline"\s{0,9}:\s{0,9}\{/ },
  ],
  detect({ text }) {
    if (!looksLikeJson(text)) return 0;
    return scoreJson(text, (records) => {
      const [attributes, coded, rich, headed] =
        this.anchors?.map(({ pattern }) => pattern.test(records)) ?? [];
      return attributes && coded ? 1 : attributes && (rich || headed) ? 0.8 : 0;
    });
  },
  split: (source) =>
    splitJson(source, (record, place) =>
      isObject(record.attributes) || (isObject(record.data) && isObject(record.data.attributes))
        ? { kind: 'article', blocks: new Flattener(place).record(record) }
        : damagedPiece(JSON.stringify(record), place.span),
    ),
  read: ({ blocks }) => readRecord(blocks, mapping),
};

/** Turns a record into blocks: rich text by its field, codes with their names, the rest as it stands. */
class Flattener {
  readonly #blocks: Block[] = [];
  #place: JsonPlace;
  /** Of the member of the record that is being walked. */
  #span: Span;

  constructor(place: JsonPlace) {
    this.#place = place;
    this.#span = place.span;
  }

  record(record: JsonObject): Block[] {
    for (const [key, value] of Object.entries(record)) {
      this.#span = this.#place.members?.get(key) ?? this.#place.span;
      this.#member(key, value);
    }
    return this.#blocks;
  }

  #object(object: JsonObject, label: string): void {
    for (const [key, value] of Object.entries(object)) this.#member(`${label}.${key}`, value);
  }

  #member(label: string, value: unknown): void {
    const list = Array.isArray(value) ? value : undefined;
    if (list && label.endsWith('code_sets')) for (const set of list) this.#codes(label, set);
    else if (list && /(?:^|\.)(?:authors|sources)$/.test(label))
      for (const entry of list) this.#entry(label, entry);
    else if (list?.some(isRich)) for (const entry of list) this.#rich(label, entry);
    else if (isObject(value) && isText(value)) this.#rich(label, value);
    else if (isObject(value)) this.#object(value, label);
    else this.#blocks.push(jsonBlock(label, { value, span: this.#span }));
  }

  /** An author or source: its keys one by one, what is deeper as JSON. */
  #entry(label: string, entry: unknown): void {
    const blocks = isObject(entry)
      ? jsonBlocks(entry, { span: this.#span, label })
      : [jsonBlock(label, { value: entry, span: this.#span })];
    this.#blocks.push(...blocks);
  }

  #codes(label: string, set: unknown): void {
    const codes =
      isObject(set) && typeof set.id === 'string' && Array.isArray(set.codes) ? set.codes : undefined;
    if (!isObject(set) || !codes?.every(isCode)) {
      this.#blocks.push(jsonBlock(label, { value: set, span: this.#span }));
      return;
    }
    const own = `${label}[${set.id}]`;
    const values = codes.map((code) => ({ text: pairText(codeOf(code)) }));
    this.#blocks.push({ kind: 'field', label: own, values, span: this.#span });
    const rest = codes.filter((code) =>
      Object.keys(code).some((key) => key !== 'code' && key !== 'descriptor'),
    );
    if (rest.length > 0) this.#blocks.push(jsonBlock(`${own}/*`, { value: rest, span: this.#span }));
    const { id: _, codes: __, ...others } = set;
    this.#blocks.push(...jsonBlocks(others, { span: this.#span, label: own }));
  }

  /** A paragraph, or what holds paragraphs; its field code becomes part of the label. */
  #rich(label: string, node: unknown): void {
    if (!isObject(node)) {
      this.#blocks.push(jsonBlock(label, { value: node, span: this.#span }));
      return;
    }
    const own = typeof node.field_id === 'string' ? `${label}[${node.field_id}]` : label;
    const inner = Array.isArray(node.content) ? node.content : [];
    if (inner.some((child) => isObject(child) && child.type === 'Paragraph')) {
      for (const child of inner) this.#rich(own, child);
      this.#leftover(own, node);
      return;
    }
    const value = richValue(node);
    if (value.text.trim() === '' && !value.links) {
      this.#blocks.push(jsonBlock(`${own}/*`, { value: node, span: this.#span }));
      return;
    }
    this.#blocks.push({ kind: 'field', label: own, values: [value], span: this.#span });
    this.#leftover(own, node);
  }

  /** What a node says beside its text and its kind. */
  #leftover(label: string, { content: _, field_id: __, type: ___, text: ____, ...rest }: JsonObject): void {
    this.#blocks.push(...jsonBlocks(rest, { span: this.#span, label: `${label}/*` }));
  }
}

function isRich(node: unknown): boolean {
  return (
    isObject(node) &&
    (Array.isArray(node.content) || typeof node.field_id === 'string' || node.type === 'Paragraph')
  );
}

/** An object that stands for one text: `{ content: [...] }` or `{ text: ... }`. */
function isText(object: JsonObject): boolean {
  return Array.isArray(object.content) || typeof object.text === 'string';
}

function isCode(entry: unknown): entry is JsonObject & { code: string } {
  return isObject(entry) && typeof entry.code === 'string';
}

function codeOf({ code, descriptor, name }: JsonObject & { code: string }): Code {
  const named = typeof descriptor === 'string' ? descriptor : name;
  return { code, ...(typeof named === 'string' && { name: named }) };
}

const addresses = ['uri', 'url', 'href', 'ref'];

/** All text within a node, with its links. Nodes nest no deeper than the splitter lets them. */
function richValue(node: JsonObject): Value {
  const parts: string[] = [];
  const links: NonNullable<Value['links']> = [];
  const add = (part: unknown): void => {
    if (Array.isArray(part)) for (const child of part) add(child);
    else if (isObject(part)) {
      const before = parts.length;
      for (const key of ['text', 'content', 'name'])
        add(key === 'name' && parts.length > before ? undefined : part[key]);
      const url = addresses
        .map((key) => part[key])
        .find((value) => typeof value === 'string' && /^(?:https?:\/\/|mailto:)/i.test(value));
      if (typeof url === 'string') links.push({ text: parts.slice(before).join('').trim() || url, url });
    } else if (typeof part === 'string') parts.push(part);
  };
  add(node);
  const isTable = /^(?:fixed|pre|tab)/i.test(String(node.display ?? ''));
  const text = parts.join('');
  return {
    text: isTable ? text : text.trim(),
    ...(links.length > 0 && { links }),
    ...(isTable && { table: true }),
  };
}

/** Attributes by their keys; `code_sets` and paragraphs carry their field codes. */
const targets: Record<string, Target> = {
  id: { field: 'AN' },
  headline: { field: 'HD' },
  section_name: { field: 'SE' },
  column_name: { field: 'CLM' },
  byline: { field: 'BY' },
  'authors.full_name': { field: 'AUTHOR' },
  credit: { field: 'CR' },
  dateline: { field: 'DLN' },
  'metrics.word_count': { field: 'WC' },
  'metrics.character_count': { field: 'CC' },
  publication_date: { field: 'PD' },
  publication_time: { field: 'ET' },
  load_date: { field: 'UPD' },
  load_time: { field: 'UPT' },
  modification_date: { field: 'MD' },
  modification_time: { field: 'MT' },
  revision_number: { field: 'RVN' },
  'sources.name': { field: 'SN' },
  'sources.code': { field: 'SC' },
  edition: { field: 'ED' },
  pages: { field: 'PG' },
  page: { field: 'PG' },
  page_number: { field: 'PG' },
  volume: { field: 'VOL' },
  'language.code': { field: 'LA' },
  copyright: { field: 'CY' },
  'publisher.name': { field: 'PUB' },
  content_type: { field: 'FMT' },
  corrections: { field: 'CX' },
  correction: { field: 'CX' },
  body: { field: 'TD', as: 'text' },
  contact: { field: 'CT' },
  notes: { field: 'RF' },
  art: { field: 'ART' },
  artwork: { field: 'ART' },
};

const mapping = mappingOf((label) => {
  if (label.includes('/*')) return undefined;
  const path = label.replace(/^data\./, '').replace(/^(?:attributes|meta)\./, '');
  const code = /\[(\w{2,9})\]$/.exec(path)?.[1]?.toUpperCase();
  if (code?.startsWith('IPC')) return { field: 'IPC' };
  if (code !== undefined && isFieldCode(code)) return { field: code };
  for (
    let name = path.replace(/\[.*$/, '');
    name !== '';
    name = name.slice(0, Math.max(name.lastIndexOf('.'), 0))
  ) {
    if (Object.hasOwn(targets, name)) return targets[name];
  }
  return undefined;
});
