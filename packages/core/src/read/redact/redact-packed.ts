import { type Container, defaultLimits, type Member } from '../containers/container.ts';
import { gzip } from '../containers/gzip.ts';
import { type Budget, unpack } from '../containers/unpack.ts';
import { zip } from '../containers/zip.ts';
import type { Input } from '../decode.ts';
import type { Redaction } from './redact.ts';

/** What can be unpacked, covered, and packed again. */
export const packed: readonly Container[] = [zip, gzip];

export interface Packing {
  container: Container;
  /** How much it may be unpacked to, with everything in it. */
  budget: Budget;
  /** Covers a member. */
  redact(input: Input, budget: Budget): Promise<Redaction>;
}

/**
 * Covers the files in a packed one and packs them again, under names that say nothing. Refused as a whole where one of
 * them cannot be covered; what belongs to no file is left out.
 */
export async function redactPacked(file: Blob, { container, budget, redact }: Packing): Promise<Redaction> {
  const members: Member[] = [];
  for await (const part of container.open(file, { readers: [] })) {
    if (part.kind === 'unread')
      return { trouble: part.diagnostics?.[0]?.message ?? `${part.text} cannot be unpacked.` };
    if (part.kind !== 'member') continue;
    if (members.length >= defaultLimits.members) return { trouble: 'It holds too many files.' };
    const trouble = await troubleOf(part, { redact, budget });
    if (trouble) return { trouble };
    members.push(part);
  }
  return { chunks: container === zip ? zipped(members, redact) : gzipped(members, redact) };
}

async function troubleOf(
  member: Member,
  { redact, budget }: Pick<Packing, 'redact' | 'budget'>,
): Promise<string | undefined> {
  const unpacked = await unpack(member, { limits: defaultLimits, budget });
  if ('code' in unpacked) return unpacked.message;
  const redaction = await redact(unpacked.input, budget);
  return 'trouble' in redaction ? `${member.name}: ${redaction.trouble}` : undefined;
}

// Of an export's own name only the kind is told.
const nameOf = (name: string, index: number): string =>
  `file-${index + 1}${/\.[a-z\d]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? ''}`;

async function* zipped(members: Member[], redact: Packing['redact']): AsyncIterable<Uint8Array> {
  const { ZipWriter } = await import('@zip.js/zip.js/lib/zip-core-native.js');
  const ready: Uint8Array[] = [];
  const sink = new WritableStream<Uint8Array>({ write: (chunk) => void ready.push(chunk.slice()) });
  const writer = new ZipWriter(sink, {
    useWebWorkers: false,
    extendedTimestamp: false,
    lastModDate: new Date(2000, 0, 1),
  });
  for (const [index, member] of members.entries()) {
    await writer.add(nameOf(member.name, index), streamOf(coverMember(member, redact)));
    yield* ready.splice(0);
  }
  await writer.close();
  yield* ready.splice(0);
}

async function* gzipped([member]: Member[], redact: Packing['redact']): AsyncIterable<Uint8Array> {
  if (member) yield* streamOf(coverMember(member, redact)).pipeThrough(new CompressionStream('gzip'));
}

/** Once it has all been unpacked within the limits, it may be again. */
const proven: Budget = { bytes: Number.POSITIVE_INFINITY };

async function* coverMember(
  member: Member,
  redact: Packing['redact'],
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const redaction = await redact(sound(member), proven);
  if ('trouble' in redaction) return;
  for await (const chunk of redaction.chunks) yield chunk.slice();
}

/** A damaged member ends where it breaks. */
async function* sound(member: Member): AsyncIterable<Uint8Array> {
  try {
    yield* member.open();
  } catch {
    // It was told when the file was read; what came out before is covered.
  }
}

function streamOf(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
}
