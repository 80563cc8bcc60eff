import type { Container } from './container.ts';

/** A folder of e-mails as one file (mbox): each message is a member. */
export const mbox: Container = {
  id: 'mbox',
  label: 'e-mail folder',
  detect: (head) => opening.test(latin.decode(head.subarray(0, openingBytes))),
  async *open(file) {
    const starts = [0];
    for await (const start of messagesBehind(file)) starts.push(start);
    for (const [index, start] of starts.entries()) {
      const end = starts[index + 1] ?? file.size;
      const head = latin.decode(await file.slice(start, start + openingBytes).arrayBuffer());
      const message = file.slice(start + head.indexOf('\n') + 1, end);
      yield {
        kind: 'member',
        name: `message-${index + 1}.eml`,
        span: { start, end },
        bytes: message.size,
        open: () => bytesOf(message),
      };
    }
  },
};

const latin = new TextDecoder('latin1');
const openingBytes = 400;
// The line that opens a message, and the first line of its header.
const opening = /^From [^\r\n]{3,200}\r?\n[!-9;-~]{1,70}:/;
const blankBefore = /(?:^|\n)\r?\n$/;
const windowBytes = 1024 * 1024;

/** Places of the messages behind the first one: an opening behind a blank line. */
async function* messagesBehind(file: Blob): AsyncIterable<number> {
  for (let at = 0; at < file.size; at += windowBytes) {
    // Each window begins a little before and ends a little behind its share, so that no opening is cut.
    const from = Math.max(0, at - 4);
    const text = latin.decode(await file.slice(from, at + windowBytes + openingBytes).arrayBuffer());
    const share = at + windowBytes - from;
    for (let place = text.indexOf('\nFrom '); place >= 0; place = text.indexOf('\nFrom ', place + 1)) {
      const start = place + 1;
      if (from + start < at || start >= share) continue;
      const isOpening = opening.test(text.slice(start, start + openingBytes));
      if (isOpening && blankBefore.test(text.slice(Math.max(0, start - 4), start))) yield from + start;
    }
  }
}

async function* bytesOf(blob: Blob): AsyncIterable<Uint8Array> {
  yield* blob.stream();
}
