import { type Container, labelOf } from './container.ts';

/** A file packed by gzip: one member, named as the file was before. */
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

async function* unpack(file: Blob): AsyncIterable<Uint8Array> {
  yield* file.stream().pipeThrough(new DecompressionStream('gzip'));
}

/** The name that the header may carry: behind an extra field, ended by a zero. */
function nameIn(head: Uint8Array): string | undefined {
  const flags = head[3] ?? 0;
  if ((flags & 8) === 0) return undefined;
  const start = 10 + ((flags & 4) !== 0 ? 2 + (head[10] ?? 0) + (head[11] ?? 0) * 256 : 0);
  const end = head.indexOf(0, start);
  return end > start ? new TextDecoder('latin1').decode(head.subarray(start, end)) : undefined;
}
