import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSource } from '../decode.ts';
import { XmlScanner } from './xml.ts';

type Event = ['open', string, Record<string, string>] | ['close'] | ['text', string] | ['declarations'];

async function scan(text: string, { chunk = Number.MAX_SAFE_INTEGER, wide = false } = {}): Promise<Event[]> {
  const bytes = wide
    ? new Uint8Array(
        Uint16Array.from({ length: text.length + 1 }, (_, at) => `\ufeff${text}`.charCodeAt(at)).buffer,
      )
    : new TextEncoder().encode(text);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const source = await openSource(chunks());
  const events: Event[] = [];
  const scanner = new XmlScanner(source, {
    open: ({ name, attributes }) => events.push(['open', name, attributes]),
    close: () => events.push(['close']),
    text(text) {
      const last = events.at(-1);
      if (last?.[0] === 'text') last[1] += text;
      else events.push(['text', text]);
    },
    declarations: () => events.push(['declarations']),
  });
  for await (const units of source.chunks()) scanner.push(units);
  scanner.end();
  return events;
}

interface Node {
  name: string;
  attributes: Record<string, string>;
  children: (Node | string)[];
}

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,5}$/).filter((text) => !/^xml/i.test(text));
const words = fc.string({
  unit: fc.constantFrom('a', 'é', '漢', '😀', ' ', '\n', '&', '<', '>', '"', "'", ']', '-'),
  minLength: 1,
  maxLength: 12,
});
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    name,
    attributes: fc.dictionary(
      name,
      words.map((text) => text.replaceAll('\n', ' ')),
      { maxKeys: 2 },
    ),
    children: fc.array(fc.oneof({ depthSize: 'small' }, words, tie('node')), { maxLength: 3 }),
  }),
}));

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&#62;',
  '"': '&quot;',
  "'": '&#x27;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** Writes a tree in one of the ways XML allows. */
function write({ name, attributes, children }: Node, style: number): string {
  const prefix = style & 1 ? 'p:' : '';
  const quote = style & 2 ? "'" : '"';
  const listed = Object.entries(attributes).map(
    ([key, value]) => ` ${key}${style & 4 ? ' = ' : '='}${quote}${escaped(value)}${quote}`,
  );
  const written = (text: string) =>
    style & 8 && !text.includes(']]>') ? `<![CDATA[${text}]]>` : escaped(text);
  const inner = children.map((child) => (typeof child === 'string' ? written(child) : write(child, style)));
  const between = style & 16 ? '<!-- <b> -->' : style & 32 ? '<?pi <b> ?>' : '';
  if (children.length === 0 && style & 64) return `<${prefix}${name}${listed.join('')} />`;
  return `<${prefix}${name}${listed.join('')}>${inner.join(between)}</${prefix}${name}\n>`;
}

function eventsOf({ name, attributes, children }: Node): Event[] {
  const inner = children.flatMap((child): Event[] =>
    typeof child === 'string' ? [['text', child]] : eventsOf(child),
  );
  return [['open', name, { ...attributes }], ...inner, ['close']];
}

function joined(events: Event[]): Event[] {
  const all: Event[] = [];
  for (const event of events) {
    const last = all.at(-1);
    if (event[0] === 'text' && last?.[0] === 'text') last[1] += event[1];
    else all.push(event[0] === 'text' ? ['text', event[1]] : event);
  }
  return all;
}

it('reads a tree in every way it can be written, wherever the chunks are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      node,
      fc.nat(127),
      fc.record({ chunk: fc.integer({ min: 1, max: 40 }), wide: fc.boolean() }),
      async (tree, style, form) => {
        expect(await scan(write(tree, style), form)).toEqual(joined(eventsOf(tree)));
      },
    ),
  );
});

describe('what XML leaves out', () => {
  it.each<[string, string, Event[]]>([
    [
      'entities that no document type may declare',
      '<a>&lt;&nbsp;&co;&#233;</a>',
      [['open', 'a', {}], ['text', '<&nbsp;&co;é'], ['close']],
    ],
    ['namespaces', '<x:a xmlns:x="u" xml:lang="en" x:b="1"/>', [['open', 'a', { b: '1' }], ['close']]],
    [
      'a document type',
      '<?xml version="1.0"?><!DOCTYPE a SYSTEM "a.dtd"><a/>',
      [['open', 'a', {}], ['close']],
    ],
    [
      'its declarations',
      '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
      [['declarations'], ['open', 'a', {}], ['text', '&e;'], ['close']],
    ],
  ])('%s', async (_, text, expected) => expect(await scan(text)).toEqual(expected));
});

describe('damage', () => {
  it.each<[string, string, Event[]]>([
    ['a quote that does not close', '<a b="x>text</a>', [['open', 'a', {}], ['text', 'text'], ['close']]],
    [
      'a tag that does not close',
      '<a><b <c/>text</a>',
      [
        ['open', 'a', {}],
        ['open', 'b', {}],
        ['open', 'c', {}],
        ['close'],
        ['text', 'text'],
        ['close'],
        ['close'],
      ],
    ],
    [
      'an element that does not close',
      '<a><b>text</a>',
      [['open', 'a', {}], ['open', 'b', {}], ['text', 'text'], ['close'], ['close']],
    ],
    ['a tag that closes nothing', '<a>te</c>xt</a>', [['open', 'a', {}], ['text', 'text'], ['close']]],
    ['a sign that opens no tag', '<a>1 < 2 & 3</a>', [['open', 'a', {}], ['text', '1 < 2 & 3'], ['close']]],
  ])('%s', async (_, text, expected) => expect(await scan(text)).toEqual(expected));
});
