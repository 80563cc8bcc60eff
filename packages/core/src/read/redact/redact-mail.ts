import { mbox } from '../containers/mbox.ts';
import type { Input } from '../decode.ts';
import { toUnits } from '../units.ts';
import { coverAll } from './cover.ts';
import { type Encoded, encodings } from './mail-encodings.ts';
import { coverHeader, headerValue, parameter } from './mail-header.ts';
import type { Redaction } from './redact.ts';

/** Covers a part of an e-mail; `charset` where the e-mail names it. */
export type CoverPart = (bytes: Input, charset: string | undefined) => Promise<Redaction>;

/** Covers an e-mail: the parts one by one, each in the encoding it has; what the header says in words. */
export async function redactMail(file: Blob, cover: CoverPart): Promise<Redaction> {
  if (file.size > mostBytes)
    return { trouble: 'The e-mail is too large to be opened. Redact its attachments.' };
  const covered = await coverEntity(toUnits(new Uint8Array(await file.arrayBuffer())), { cover, depth: 0 });
  if (typeof covered !== 'string') return covered;
  return { chunks: once(bytesOf(covered)) };
}

/** Covers each message of an e-mail folder. */
export async function redactMbox(file: Blob, cover: CoverPart): Promise<Redaction> {
  const messages: { opening: Blob; message: Blob }[] = [];
  for await (const part of mbox.open(file, { readers: [] })) {
    const { start, end } = part.span;
    const head = toUnits(new Uint8Array(await file.slice(start, start + openingBytes).arrayBuffer()));
    const behind = start + head.indexOf('\n') + 1;
    messages.push({ opening: file.slice(start, behind), message: file.slice(behind, end) });
  }
  // Tried before anything is written: a file is covered as a whole or not at all.
  for (const { message } of messages) {
    const redaction = await redactMail(message, cover);
    if ('trouble' in redaction) return redaction;
  }
  return { chunks: joined(messages, cover) };
}

const mostBytes = 256 * 1024 * 1024;
const openingBytes = 400;
const deepest = 64;

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function* joined(
  messages: { opening: Blob; message: Blob }[],
  cover: CoverPart,
): AsyncIterable<Uint8Array> {
  for (const { opening, message } of messages) {
    const line = await opening.text();
    // `From ada@example.org Mon Jan 15 09:12:00 2024`: the moment stays.
    yield bytesOf(line.replace(/^From (\S+)/, (_, sender: string) => `From ${asciiOnly(coverAll(sender))}`));
    const redaction = await redactMail(message, cover);
    if (!('trouble' in redaction)) yield* redaction.chunks;
  }
}

const asciiOnly = (text: string): string => text.replace(/[^\0-\x7f]/g, 'q');

interface Entity {
  cover: CoverPart;
  depth: number;
}

/** A message or a part: header, blank line, content. */
async function coverEntity(units: string, entity: Entity): Promise<string | { trouble: string }> {
  const blank = /(?:^|\n)\r?\n/.exec(units);
  const from = blank ? blank.index + blank[0].length : units.length;
  const header = units.slice(0, from);
  const content = await coverContent(header, units.slice(from), entity);
  return typeof content === 'string' ? coverHeader(header) + content : content;
}

async function coverContent(
  header: string,
  content: string,
  { cover, depth }: Entity,
): Promise<string | { trouble: string }> {
  const type = headerValue(header, 'content-type') ?? 'text/plain';
  const boundary = /^multipart\//i.test(type) ? parameter(type, 'boundary') : undefined;
  if (boundary && depth < deepest) return coverParts(content, { boundary, cover, depth: depth + 1 });
  const name = headerValue(header, 'content-transfer-encoding')?.trim().toLowerCase() ?? '';
  const encoded = (encodings[name] ?? (encodings['8bit'] as (typeof encodings)[string]))(content);
  if (furniture.test(type)) return encoded.write(new Uint8Array(encoded.bytes.length));
  if (words.test(type)) return encoded.write(bytesOf(asciiOnly(coverAll(toUnits(encoded.bytes)))));
  return coverLeaf(encoded, { cover, charset: charsetOf(type) });
}

/** What a page or a letter looks like, not what it says; and what a program wrote. */
const furniture = /^\s*(?:image|font|audio|video)\/|^\s*application\/(?:font|pgp|pkcs7|x-pkcs7)/i;
const words = /^\s*text\/(?:css|javascript)|javascript/i;

async function coverLeaf(
  encoded: Encoded,
  { cover, charset }: { cover: CoverPart; charset: string | undefined },
): Promise<string | { trouble: string }> {
  if (charset && switching.test(charset))
    return {
      trouble: `A part of the e-mail is in ${charset}. Save it as HTML or text in UTF-8, and redact that.`,
    };
  const redaction = await cover(encoded.bytes, charset);
  if ('trouble' in redaction) return redaction;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of redaction.chunks) chunks.push(chunk.slice());
  return encoded.write(new Uint8Array(await new Blob(chunks).arrayBuffer()));
}

/** Charsets in which the same bytes are now letters, now others. */
const switching = /^(?:iso-2022|hz-|utf-7|utf-16|utf-32)/i;

function charsetOf(type: string): string | undefined {
  const charset = parameter(type, 'charset')?.toLowerCase();
  if (!charset || !/^\s*text\//i.test(type)) return undefined;
  try {
    // The label alone is checked.
    new TextDecoder(charset);
    return charset;
  } catch {
    return undefined;
  }
}

interface Parts extends Entity {
  boundary: string;
}

/** Parts between lines of the boundary; what stands before and behind them is for programs that know no parts. */
async function coverParts(
  content: string,
  { boundary, cover, depth }: Parts,
): Promise<string | { trouble: string }> {
  const out: string[] = [];
  let from = 0;
  let within = false;
  for (const mark of delimiters(content, boundary)) {
    const part = content.slice(from, mark.start);
    const covered = within ? await coverEntity(part, { cover, depth }) : asciiOnly(coverAll(part));
    if (typeof covered !== 'string') return covered;
    out.push(covered, content.slice(mark.start, mark.end));
    within = !mark.closes;
    from = mark.end;
  }
  const rest = content.slice(from);
  const covered = within ? await coverEntity(rest, { cover, depth }) : asciiOnly(coverAll(rest));
  if (typeof covered !== 'string') return covered;
  return out.join('') + covered;
}

/** The line end before a delimiter belongs to it. */
function* delimiters(
  content: string,
  boundary: string,
): Iterable<{ start: number; end: number; closes: boolean }> {
  const mark = `--${boundary}`;
  for (let at = content.indexOf(mark); at >= 0; at = content.indexOf(mark, at + 1)) {
    const rest = /^(--)?[ \t]*(?:\r?\n|$)/.exec(content.slice(at + mark.length, at + mark.length + 200));
    if (!rest || (at > 0 && content[at - 1] !== '\n')) continue;
    const before = at === 0 ? 0 : content[at - 2] === '\r' ? 2 : 1;
    yield { start: at - before, end: at + mark.length + rest[0].length, closes: rest[1] !== undefined };
  }
}

function bytesOf(units: string): Uint8Array {
  const bytes = new Uint8Array(units.length);
  for (let at = 0; at < units.length; at++) bytes[at] = units.charCodeAt(at);
  return bytes;
}
