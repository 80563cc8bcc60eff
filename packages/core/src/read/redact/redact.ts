import { defaultLimits } from '../containers/container.ts';
import { foreign } from '../containers/foreign.ts';
import { type Budget, budgetFor } from '../containers/unpack.ts';
import { type Input, openSource, type Source } from '../decode.ts';
import { peekInput, toBlob } from '../read-files.ts';
import { LineRule } from './line-rule.ts';
import { LineWriter, type Redactor } from './line-writer.ts';
import { JsonRedactor } from './redact-json.ts';
import { MarkupRedactor } from './redact-markup.ts';
import { packed, redactPacked } from './redact-packed.ts';
import { RtfRedactor } from './redact-rtf.ts';
import { CsvRedactor, TextRedactor } from './redact-text.ts';

/** How files of one syntax are known, and what covers them; the first that fits is taken. */
const syntaxes: { id: string; fits(head: string): boolean; open(writer: LineWriter): Redactor }[] = [
  {
    id: 'rtf',
    fits: (head) => head.trimStart().startsWith('{\\rtf'),
    open: (writer) => new RtfRedactor(writer),
  },
  { id: 'json', fits: (head) => /^\s*[{[]\s*["{[]/.test(head), open: (writer) => new JsonRedactor(writer) },
  {
    id: 'markup',
    fits: (head) => /^\s*<|<(?:!doctype|html|head|body|div|table)\b/i.test(head.slice(0, 20_000)),
    open: (writer) => new MarkupRedactor(writer),
  },
  {
    id: 'csv',
    fits: (head) => /^"?\w+"?(?:[,;\t]"?\w+"?){3,}\r?\n/.test(head.slice(0, 4096)),
    open: (writer) => new CsvRedactor(writer),
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
  return redactFile(input, { depth: 0 });
}

async function redactFile(
  given: Input,
  { depth, budget }: { depth: number; budget?: Budget },
): Promise<Redaction> {
  const { head, input } = await peekInput(given);
  const container = packed.find((known) => known.detect(head));
  if (!container) return redactText(input, head);
  if (depth >= defaultLimits.depth) return { trouble: 'Files within files are packed too deep.' };
  const blob = await toBlob(input, defaultLimits.heldBytes);
  if (typeof blob === 'number')
    return { trouble: 'The stream is too long to be held. Save it as a file, and give that.' };
  return redactPacked(blob, {
    container,
    budget: budget ?? budgetFor(blob.size, defaultLimits),
    redact: (member, rest) => redactFile(member, { depth: depth + 1, budget: rest }),
  });
}

async function redactText(input: Input, head: Uint8Array): Promise<Redaction> {
  if (foreign.detect(head)) return { trouble: await kindOf(head) };
  const source = await openSource(input);
  const trouble = troubleOf(source.head);
  if (trouble) return { trouble };
  const syntax = syntaxes.find(({ fits }) => fits(source.head)) ?? syntaxes[0];
  const writer = new LineWriter(source, new LineRule());
  return { chunks: cover(source, { writer, redactor: (syntax as (typeof syntaxes)[number]).open(writer) }) };
}

async function* cover(
  source: Source,
  { writer, redactor }: { writer: LineWriter; redactor: Redactor },
): AsyncGenerator<Uint8Array> {
  const mark = markOf(source);
  if (mark.length > 0) yield mark;
  for await (const units of source.chunks()) {
    redactor.push(units, false);
    yield bytesOf(writer.take(), source.charset);
  }
  redactor.push('', true);
  yield bytesOf(writer.take(), source.charset);
}

/** What a file of another kind is, and what to do. */
async function kindOf(head: Uint8Array): Promise<string> {
  const file = new Blob([head.slice()]);
  for await (const part of foreign.open(file, { readers: [] }))
    for (const { message } of part.diagnostics ?? []) return message;
  return '';
}

const containers = [
  { magic: '%PDF-', name: 'a PDF' },
  { magic: 'Obj\x01', name: 'an Avro file' },
];

function troubleOf(head: string): string | undefined {
  const container = containers.find(({ magic }) => head.startsWith(magic));
  if (container)
    return `The file is ${container.name}: its text cannot be covered in place. Redact an export as HTML, RTF or text.`;
  const mail = /^(?:[\w-]{1,40}:.*\r?\n(?:[ \t].*\r?\n)*){2}/.test(head.slice(0, 2000));
  if (mail && /^content-(?:type|transfer-encoding):/im.test(head.slice(0, 20_000)))
    return 'The file is a saved e-mail: its text is encoded. Save its attachment or its page as a file of its own and redact that.';
  return undefined;
}

/** The byte order mark of the file. */
function markOf(source: Source): Uint8Array {
  const length = source.byteSpan({ start: 0, end: 0 }).start;
  if (length === 3) return Uint8Array.of(0xef, 0xbb, 0xbf);
  if (length === 2)
    return source.charset === 'utf-16le' ? Uint8Array.of(0xff, 0xfe) : Uint8Array.of(0xfe, 0xff);
  return new Uint8Array();
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
