import { type Container, defaultLimits, headBytes } from './containers/container.ts';
import { readers } from './read-articles.ts';
import { containers, unusedName } from './read-files.ts';

/**
 * The bytes of a file within a file, by the name that its report has behind that of the file (`b.zip/c.rtf` for
 * `a.zip/b.zip/c.rtf`); null where there is none. Fails on the way where it does not come out whole.
 */
export async function openMember(file: Blob, name: string): Promise<AsyncIterable<Uint8Array> | null> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const container = containers.find((known) => known.detect(head));
  return container ? find(container, file, name) : null;
}

async function find(
  container: Container,
  file: Blob,
  name: string,
): Promise<AsyncIterable<Uint8Array> | null> {
  const names = new Map<string, number>();
  for await (const part of container.open(file, { readers })) {
    if (part.kind !== 'member') continue;
    const label = unusedName(part.name, names);
    if (label === name) return part.open();
    if (!name.startsWith(`${label}/`)) continue;
    const inner = await collect(part.open());
    const found = inner && (await openMember(inner, name.slice(label.length + 1)));
    if (found) return found;
  }
  return null;
}

/** A file in memory; null where it is too large to be held. */
async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Blob | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > defaultLimits.heldBytes) return null;
    parts.push(chunk.slice());
  }
  return new Blob(parts);
}
