import { toUnits } from '../units.ts';
import type { Container, Member } from './container.ts';

/** A folder of e-mails as one file (mbox): each message is a member. */
export const mbox: Container = {
  id: 'mbox',
  label: 'e-mail folder',
  detect: (head) => opening.test(latin.decode(head.subarray(0, openingBytes))),
  async *open(file) {
    let open: Message | undefined;
    let index = 0;
    for await (const next of messages(file)) {
      if (open) yield memberOf(file, { ...open, end: next.start, index: ++index });
      open = next;
    }
    if (open) yield memberOf(file, { ...open, end: file.size, index: ++index });
  },
};

/** Where a message begins, and its header behind the line that opens it. */
interface Message {
  start: number;
  header: number;
}

function memberOf(
  file: Blob,
  { start, header, end, index }: Message & { end: number; index: number },
): Member {
  const bytes = end - header;
  const open = () => unescaped(file.slice(header, end).stream());
  return { kind: 'member', name: `message-${index}.eml`, span: { start, end }, bytes, open };
}

const latin = new TextDecoder('latin1');
const openingBytes = 400;
// The line that opens a message, and the first line of its header.
const opening = /^From [^\r\n]{3,200}\r?\n[!-9;-~]{1,70}:/;
const blankBefore = /(?:^|\n)\r?\n$/;
const windowBytes = 1024 * 1024;

/** The messages of a folder: the first one, and an opening behind a blank line. */
async function* messages(file: Blob): AsyncIterable<Message> {
  for (let at = 0; at < file.size; at += windowBytes) {
    // Each window begins a little before and ends a little behind its share, so that no opening is cut.
    const from = Math.max(0, at - 4);
    const text = latin.decode(await file.slice(from, at + windowBytes + openingBytes).arrayBuffer());
    if (at === 0) yield { start: 0, header: text.indexOf('\n') + 1 };
    const share = at + windowBytes - from;
    for (let place = text.indexOf('\nFrom '); place >= 0; place = text.indexOf('\nFrom ', place + 1)) {
      const start = place + 1;
      if (from + start < at || start >= share) continue;
      const isOpening = opening.test(text.slice(start, start + openingBytes));
      if (isOpening && blankBefore.test(text.slice(Math.max(0, start - 4), start)))
        yield { start: from + start, header: from + text.indexOf('\n', start) + 1 };
    }
  }
}

const escaped = /\n>(?=>*From )/g;
/** What the end of a chunk may cut: the beginning of an escaped line. */
const openLine = /\n>*(?:F(?:r(?:om?)?)?)?$/;
// No opening was quoted more often.
const longestMark = 80;

/** The lines of a message that begin as an opening does, without the mark that kept them from being one. */
async function* unescaped(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let rest = '';
  for await (const chunk of chunks) {
    const units = rest + toUnits(chunk);
    rest = openLine.exec(units.slice(-longestMark))?.[0] ?? '';
    yield toBytes(units.slice(0, units.length - rest.length).replace(escaped, '\n'));
  }
  yield toBytes(rest);
}

function toBytes(units: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(units.length);
  for (let at = 0; at < units.length; at++) bytes[at] = units.charCodeAt(at);
  return bytes;
}
