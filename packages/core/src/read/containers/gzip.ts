import { type Container, isUnreadable, labelOf } from './container.ts';

/** A file packed by gzip, in one stretch or several: one member, named as the file was before. */
export const gzip: Container = {
  id: 'gzip',
  label: 'gzip file',
  detect: ([first, second, method]) => first === 0x1f && second === 0x8b && method === 8,
  async *open(file) {
    const head = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
    yield {
      kind: 'member',
      name: labelOf(nameIn(head) ?? 'content'),
      span: { start: 0, end: file.size },
      open: () => unpack(file),
    };
  },
};

// What is packed may look like the beginning of a next stretch; so many that are none are tried.
const mostTries = 16;

/** The stretches of a file (RFC 1952 calls them members) one behind the other; each ends where the next begins. */
async function* unpack(file: Blob): AsyncIterable<Uint8Array> {
  let tries = 0;
  let given = 0;
  for (let start = 0, end = 0; start < file.size; ) {
    end = await nextHeader(file, end + 1);
    try {
      let bytes = 0;
      for await (const chunk of unpackStretch(file.slice(start, end))) {
        const fresh = chunk.subarray(Math.max(0, given - bytes));
        bytes += chunk.length;
        given = Math.max(given, bytes);
        if (fresh.length > 0) yield fresh;
      }
      start = end;
      given = 0;
    } catch (error) {
      if (end === file.size || isUnreadable(error) || ++tries === mostTries) throw error;
    }
  }
}

function unpackStretch(packed: Blob): ReadableStream<Uint8Array> {
  return packed.stream().pipeThrough(new DecompressionStream('gzip'));
}

const blockBytes = 64 * 1024;
const headerBytes = 4;

/** Where bytes stand next that a stretch begins with; the end of the file where none do. */
async function nextHeader(file: Blob, from: number): Promise<number> {
  for (let start = from; start < file.size; start += blockBytes) {
    const block = new Uint8Array(await file.slice(start, start + blockBytes + headerBytes).arrayBuffer());
    for (let at = block.indexOf(0x1f); at >= 0 && at < blockBytes; at = block.indexOf(0x1f, at + 1)) {
      const [, second, method, flags = 0xff] = block.subarray(at, at + headerBytes);
      if (second === 0x8b && method === 8 && flags < 0x20) return start + at;
    }
  }
  return file.size;
}

/** The name that the header may carry: behind an extra field, ended by a zero. */
function nameIn(head: Uint8Array): string | undefined {
  const flags = head[3] ?? 0;
  if ((flags & 8) === 0) return undefined;
  const start = 10 + ((flags & 4) !== 0 ? 2 + (head[10] ?? 0) + (head[11] ?? 0) * 256 : 0);
  const end = head.indexOf(0, start);
  return end > start ? new TextDecoder('latin1').decode(head.subarray(start, end)) : undefined;
}
