import type { Code } from '../../article.ts';
import { pairText } from '../layouts/record.ts';
import type { Block, Value } from '../reader.ts';
import type { XmlElement } from './xml-records.ts';

/** How a format of records writes what its elements mean. */
export interface XmlShape {
  /** Attribute that tells elements of one name apart; its value becomes part of the label: `descField[ipc]`. */
  key(element: XmlElement): string | undefined;
  /** The code that an element stands for, with its name; undefined for other elements. */
  code?(element: XmlElement): Code | undefined;
  /** An attribute that holds the value of an element without text. */
  value?: string;
}

const paragraphs = new Set(['para', 'paragraph', 'p']);
const inline = new Set([
  'hlt',
  'elink',
  'en',
  'a',
  'b',
  'i',
  'u',
  'em',
  'strong',
  'span',
  'sub',
  'sup',
  'br',
]);
const kept = /^(?:fixed|pre|tab)/i;

/**
 * The blocks of a record: a block for each value, labelled by the names of its elements from the record down
 * (`publicationDate/dateTime`), paragraphs by that of what holds them, attributes behind `@`. Nothing is left out.
 */
export function xmlBlocks(record: XmlElement, shape: XmlShape): Block[] {
  const flattener = new Flattener(shape);
  flattener.attributes(record, '');
  for (const child of record.children) if (typeof child !== 'string') flattener.element(child, '');
  const own = ownText(record);
  if (own) flattener.add('', { text: own }, record);
  return flattener.blocks;
}

/** Recursion is as deep as the scanner lets elements nest. */
class Flattener {
  readonly blocks: Block[] = [];
  #shape: XmlShape;

  constructor(shape: XmlShape) {
    this.#shape = shape;
  }

  add(label: string, value: Value, { span }: XmlElement): void {
    this.blocks.push({ kind: 'field', label, values: value.text.trim() === '' ? [] : [value], span });
  }

  element(element: XmlElement, parent: string): void {
    const label = this.#label(element, parent);
    const code = this.#shape.code?.(element);
    if (code) {
      this.add(label, { text: pairText(code) }, element);
      if (saysMore(element)) this.add(`${label}/*`, { text: JSON.stringify(jsonOf(element)) }, element);
      return;
    }
    const isParagraph = paragraphs.has(element.name.toLowerCase());
    const own = isParagraph ? parent : label;
    this.attributes(element, own);
    if (isParagraph || isValue(element)) {
      this.add(own, this.#valueOf(element), element);
      this.#inner(element, own);
      return;
    }
    for (const child of element.children) if (typeof child !== 'string') this.element(child, own);
  }

  attributes(element: XmlElement, label: string): void {
    const used = [this.#shape.key(element), isEmpty(element) ? this.#shape.value : undefined];
    for (const [name, text] of Object.entries(element.attributes)) {
      if (!used.includes(name)) this.add(`${label}@${name}`, { text }, element);
    }
  }

  #label(element: XmlElement, parent: string): string {
    const key = element.attributes[this.#shape.key(element) ?? ''];
    return `${parent === '' ? '' : `${parent}/`}${element.name}${key ? `[${key}]` : ''}`;
  }

  /** What the marks within a paragraph say beside its text. */
  #inner(element: XmlElement, label: string): void {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      this.attributes(child, `${label}/${child.name}`);
      this.#inner(child, `${label}/${child.name}`);
    }
  }

  #valueOf(element: XmlElement): Value {
    const held = this.#shape.value === undefined ? undefined : element.attributes[this.#shape.value];
    const isTable = kept.test(element.attributes.display ?? '') || element.name.toLowerCase() === 'pre';
    const text = textOf(element) || (isEmpty(element) ? (held ?? '') : '');
    const links = linksOf(element);
    return {
      text: isTable ? trimLines(text) : folded(text),
      ...(links.length > 0 && { links }),
      ...(isTable && { table: true }),
    };
  }
}

/** An element is a value where it holds text of its own, marks of text only, or nothing. */
function isValue({ children }: XmlElement): boolean {
  return (
    children.every((child) => typeof child === 'string' || inline.has(child.name.toLowerCase())) ||
    children.some((child) => typeof child === 'string' && child.trim() !== '')
  );
}

function isEmpty({ children }: XmlElement): boolean {
  return children.every((child) => typeof child === 'string' && child.trim() === '');
}

/** All text within an element; marks in it part no words. */
export function textOf(element: XmlElement): string {
  const parts: string[] = [];
  const add = ({ children }: XmlElement) => {
    for (const child of children) {
      if (typeof child === 'string') parts.push(child);
      else {
        if (child.name.toLowerCase() === 'br') parts.push('\n');
        add(child);
      }
    }
  };
  add(element);
  return parts.join('');
}

function ownText({ children }: XmlElement): string {
  return folded(children.filter((child) => typeof child === 'string').join(' '));
}

// Not the hard spaces, which are the text's own.
function folded(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ').trim();
}

function trimLines(text: string): string {
  const lines = text.split(/\r\n|\n/).map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  return lines.slice(Math.max(first, 0), lines.findLastIndex((line) => line !== '') + 1).join('\n');
}

function linksOf(element: XmlElement): NonNullable<Value['links']> {
  const url = Object.values(element.attributes).find((value) => /^(?:https?:\/\/|mailto:)/i.test(value));
  const own = url ? [{ text: folded(textOf(element)) || url, url }] : [];
  return [...own, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : linksOf(child)))];
}

type Json = { [key: string]: unknown };

/** An element as JSON: attributes, `text`, and a list for each name among its elements. */
function jsonOf({ attributes, children }: XmlElement): Json {
  const json: Json = Object.assign(Object.create(null), attributes);
  const text = folded(children.filter((child) => typeof child === 'string').join(' '));
  if (text) json.text = text;
  for (const child of children) {
    if (typeof child === 'string') continue;
    const inner = jsonOf(child);
    const list = json[child.name];
    if (Array.isArray(list)) list.push(inner);
    else json[child.name] = [inner];
  }
  return json;
}

/** Whether a code comes with more than itself and its name. */
function saysMore({ attributes, children }: XmlElement): boolean {
  const inner = children.filter((child) => typeof child !== 'string');
  const isPlain = (child: XmlElement) =>
    Object.keys(child.attributes).length === 0 && child.children.every((part) => typeof part === 'string');
  return Object.keys(attributes).length > 1 || inner.length > 1 || !inner.every(isPlain);
}
