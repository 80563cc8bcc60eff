import { defaultLimits } from '../containers/container.ts';
import { foreign } from '../containers/foreign.ts';
import { mail } from '../containers/mail.ts';
import { mbox } from '../containers/mbox.ts';
import { type Budget, budgetFor } from '../containers/unpack.ts';
import { avro } from '../conversions/avro.ts';
import { pdf } from '../conversions/pdf.ts';
import { type Input, openSource, type Source } from '../decode.ts';
import { peekInput, toBlob } from '../read-files.ts';
import { hasJsonLine } from '../syntax/json-pieces.ts';
import { LineRule } from './line-rule.ts';
import { LineWriter, type Redactor } from './line-writer.ts';
import { redactAvro } from './redact-avro.ts';
import { JsonRedactor } from './redact-json.ts';
import { type CoverPart, redactMail, redactMbox } from './redact-mail.ts';
import { MarkupRedactor } from './redact-markup.ts';
import { packed, redactPacked } from './redact-packed.ts';
import { redactPdf } from './redact-pdf.ts';
import { RtfRedactor } from './redact-rtf.ts';
import { CsvRedactor, isCsv, TextRedactor } from './redact-text.ts';

/** How files of one syntax are known, and what covers them; the first that fits is taken. */
const syntaxes: {
  id: string;
  fits(head: string): boolean;
  open(writer: LineWriter, head: string): Redactor;
}[] = [
  {
    id: 'rtf',
    fits: (head) => head.trimStart().startsWith('{\\rtf'),
    open: (writer) => new RtfRedactor(writer),
  },
  {
    id: 'json',
    fits: (head) => /^\s*[{[]\s*["{[]/.test(head) || hasJsonLine(head),
    open: (writer) => new JsonRedactor(writer),
  },
  {
    id: 'markup',
    fits: (head) => /^\s*<|<(?:!doctype|html|head|body|div|table)\b/i.test(head.slice(0, 20_000)),
    open: (writer) => new MarkupRedactor(writer),
  },
  {
    id: 'csv',
    fits: isCsv,
    open: (writer, head) => new CsvRedactor(writer, head),
  },
  { id: 'text', fits: () => true, open: (writer) => new TextRedactor(writer) },
];

/** A file in which every word is covered, or the reason why there is none. */
export type Redaction = { chunks: AsyncIterable<Uint8Array> } | { trouble: string };

/**
 * Covers a file so that it may be shown to anybody: structure, tags, lengths and scripts stay, and so do dates, counts
 * and names of fields and languages; every other word and number becomes `qqq` and `000`. Streams; nothing of the
 * original can be told from the result but its form. The files in a zip or gzip file are covered one by one.
 */
export function redact(input: Input): Promise<Redaction> {
  return redactFile(input, { depth: 0, rule: new LineRule() });
}

/** How a file is covered that may stand within another. */
interface Nested {
  depth: number;
  /** One for all: the same number is the same in each file. */
  rule: LineRule;
  /** How much may still be unpacked. */
  budget?: Budget;
  /** Of a part of an e-mail: what that says of its characters. */
  charset?: string | undefined;
}

async function redactFile(given: Input, nested: Nested): Promise<Redaction> {
  const { head, input } = await peekInput(given);
  const kind = kinds.find((known) => known.detect(head));
  if (!kind) return redactText({ input, head }, nested);
  if (nested.depth >= defaultLimits.depth) return { trouble: 'Files within files are packed too deep.' };
  const blob = await toBlob(input, defaultLimits.heldBytes);
  if (typeof blob === 'number')
    return { trouble: 'The stream is too long to be held. Save it as a file, and give that.' };
  return kind.redact(blob, nested);
}

/** Files that are no plain text. */
const kinds: { detect(head: Uint8Array): boolean; redact(file: Blob, nested: Nested): Promise<Redaction> }[] =
  [
    ...packed.map((container) => ({
      detect: container.detect,
      redact: (file: Blob, { depth, rule, budget = budgetFor(file.size, defaultLimits) }: Nested) =>
        redactPacked(file, {
          container,
          budget,
          redact: (member, rest) => redactFile(member, { depth: depth + 1, rule, budget: rest }),
        }),
    })),
    { detect: foreign.detect, redact: async (file) => ({ trouble: await messageOf(file) }) },
    { detect: avro.detect, redact: (file, { rule }) => redactAvro(file, rule) },
    { detect: pdf.detect, redact: (file, { rule }) => redactPdf(file, rule) },
    { detect: mbox.detect, redact: (file, nested) => redactMbox(file, partsOf(nested)) },
    { detect: mail.detect, redact: (file, nested) => redactMail(file, partsOf(nested)) },
  ];

const partsOf =
  ({ depth, ...nested }: Nested): CoverPart =>
  (bytes, charset) =>
    redactFile(bytes, { ...nested, depth: depth + 1, charset });

async function redactText(
  { input, head }: { input: Input; head: Uint8Array },
  { rule, charset }: Nested,
): Promise<Redaction> {
  const source = await openSource(input, charset);
  const syntax = syntaxes.find(({ fits }) => fits(source.sample)) ?? syntaxes[0];
  const writer = new LineWriter(source, rule);
  const redactor = (syntax as (typeof syntaxes)[number]).open(writer, source.sample);
  const mark = head.slice(0, source.byteSpan({ start: 0, end: 0 }).start);
  return { chunks: cover(source, { writer, redactor, mark }) };
}

async function* cover(
  source: Source,
  { writer, redactor, mark }: { writer: LineWriter; redactor: Redactor; mark: Uint8Array },
): AsyncGenerator<Uint8Array> {
  if (mark.length > 0) yield mark;
  for await (const units of source.chunks()) {
    redactor.push(units, false);
    yield bytesOf(writer.take(), source.charset);
  }
  redactor.push('', true);
  yield bytesOf(writer.take(), source.charset);
}

/** What a file of another kind is, and what to do. */
async function messageOf(file: Blob): Promise<string> {
  for await (const part of foreign.open(file, { readers: [] }))
    for (const { message } of part.diagnostics ?? []) return message;
  return '';
}

function bytesOf(units: string, charset: string): Uint8Array {
  const wide = charset.startsWith('utf-16');
  const bytes = new Uint8Array(units.length * (wide ? 2 : 1));
  if (!wide) {
    for (let at = 0; at < units.length; at++) bytes[at] = units.charCodeAt(at);
    return bytes;
  }
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < units.length; at++)
    view.setUint16(at * 2, units.charCodeAt(at), charset === 'utf-16le');
  return bytes;
}
