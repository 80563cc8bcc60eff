import { sha256 as sha } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Diagnostic, diagnose } from '../../diagnostic.ts';
import type { Input } from '../decode.ts';
import { isUnreadable, type Limits, type Member } from './container.ts';

/** A member, unpacked once and known by its hash. */
export interface Unpacked {
  input: Input;
  sha256: string;
  bytes: number;
  /** Why not all of it came out. */
  damage: Diagnostic | undefined;
}

/** How much one file, with everything in it, may still be unpacked to. */
export interface Budget {
  bytes: number;
}

// Smaller members are kept as they are unpacked; larger ones are unpacked a second time to be read.
const keptBytes = 16 * 1024 * 1024;

/** What a file of this size may be unpacked to. */
export function budgetFor(bytes: number, { ratio, freeBytes }: Limits): Budget {
  return { bytes: freeBytes + bytes * ratio };
}

/**
 * Unpacks a member to its end, which tells its hash, whether it is whole, and whether it keeps within the limits, before
 * anything of it is read. Resolves with a diagnostic where nothing can be had of it.
 */
export async function unpack(
  member: Member,
  { limits, budget }: { limits: Limits; budget: Budget },
): Promise<Unpacked | Diagnostic> {
  const { name, span } = member;
  const hash = sha.create();
  const most = Math.min(limits.memberBytes, budgetFor(span.end - span.start, limits).bytes, budget.bytes);
  if ((member.bytes ?? 0) > most) return refusal(member, most);
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  let damage: Diagnostic | undefined;
  try {
    for await (const chunk of member.open()) {
      bytes += chunk.length;
      budget.bytes -= chunk.length;
      if (bytes > most) return refusal(member, most);
      hash.update(chunk);
      if (bytes <= keptBytes) chunks.push(chunk.slice());
      else chunks = [];
    }
  } catch (error) {
    if (isUnreadable(error)) throw error;
    // A decompressor that meets the end of its input may say nothing.
    const reason = (error instanceof Error && error.message) || 'its packed data are broken or cut';
    if (bytes === 0)
      return diagnose('member-unreadable', `${name} could not be unpacked: ${reason}.`, { span });
    damage = diagnose('member-damaged', `${name} is not whole: ${reason}. Download or copy it again.`);
  }
  const input = bytes <= keptBytes ? join(chunks, bytes) : again(member, bytes);
  return { input, sha256: bytesToHex(hash.digest()), bytes, damage };
}

function refusal({ name, span }: Member, most: number): Diagnostic {
  const message = `${name} unpacks to more than ${Math.round(Math.max(0, most) / 1024 ** 2)} MB. Unpack it yourself, and give it if it is an export.`;
  return diagnose('member-refused', message, { span });
}

function join(chunks: Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** Unpacks a member once more, up to where it came the first time. */
async function* again(member: Member, length: number): AsyncIterable<Uint8Array> {
  let left = length;
  try {
    for await (const chunk of member.open()) {
      yield chunk.subarray(0, left);
      left -= chunk.length;
      if (left <= 0) return;
    }
  } catch (error) {
    if (isUnreadable(error)) throw error;
  }
}
