import { deserialize, serialize } from 'node:v8';
import type { Article } from '@pressmark/core';
import type { Entry } from './entry.ts';

/** Entries as bytes, which pass from thread to thread without a copy. */
export interface Packed {
  /** Number of entries. */
  length: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Packs entries once, so that threads on the way to the archive need not read them. */
export function packEntries(entries: readonly Entry[]): Packed {
  const bytes = serialize(entries);
  const own = bytes.buffer instanceof ArrayBuffer ? bytes : Buffer.from(bytes);
  return { length: entries.length, bytes: own as Uint8Array<ArrayBuffer> };
}

function isPacked(item: Article | Entry | Packed): item is Packed {
  return 'bytes' in item;
}

/** A batch with its entries unpacked. */
export function unpackEntries(batch: readonly (Article | Entry | Packed)[]): (Article | Entry)[] {
  return batch.flatMap((item) => (isPacked(item) ? (deserialize(item.bytes) as Entry[]) : [item]));
}

/** The buffers of a batch that may be handed over instead of copied. */
export function buffersOf(batch: readonly (Article | Entry | Packed)[]): ArrayBuffer[] {
  return batch.flatMap((item) => (isPacked(item) ? [item.bytes.buffer] : []));
}
