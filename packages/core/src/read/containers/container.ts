import type { Diagnostic, Span } from '../../diagnostic.ts';
import type { Reader } from '../reader.ts';

/** A file within a file. */
export interface Member {
  kind: 'member';
  /** A label, never a path to write to. Example: `2019/ferry.rtf`. */
  name: string;
  /** What the container keeps it in. */
  span: Span;
  /** Length that it is said to have, unpacked. */
  bytes?: number;
  /** Reads it from the start, as often as called; fails where it is damaged, after what could be unpacked. */
  open(): AsyncIterable<Uint8Array>;
  diagnostics?: Diagnostic[];
}

/** A stretch of a container that is no file to read; `text` names what it holds. */
export interface Rest {
  kind: 'front' | 'boilerplate' | 'trailer' | 'unread';
  span: Span;
  text?: string;
  diagnostics?: Diagnostic[];
}

/** What holds other files: a plain object in an array. */
export interface Container {
  id: string;
  /** For people. Example: `zip file`. */
  label: string;
  /** Whether the first bytes of a file (up to `headBytes`) are a container's of this kind. */
  detect(head: Uint8Array): boolean;
  /** The members and the rest, in file order. Fails on what the file holds never, only where it cannot be read. */
  open(file: Blob, options: OpenOptions): AsyncIterable<Member | Rest>;
}

export interface OpenOptions {
  /** Who will read the members. */
  readers: readonly Reader[];
}

/** Bytes by which containers are recognised. */
export const headBytes = 64 * 1024;

/** How far files are unpacked; beyond it a member is refused, and said to be. */
export interface Limits {
  /** Containers within containers. */
  depth: number;
  members: number;
  /** Bytes of one member, unpacked. */
  memberBytes: number;
  /** Bytes unpacked for each byte of the file, beyond `freeBytes`: no text packs this well. */
  ratio: number;
  /** Bytes that may be unpacked whatever the ratio. */
  freeBytes: number;
  /** Bytes of a stream that are held in memory, since a container needs its end first. */
  heldBytes: number;
}

export const defaultLimits: Limits = {
  depth: 5,
  members: 20_000,
  memberBytes: 8 * 1024 ** 3,
  ratio: 100,
  freeBytes: 256 * 1024 ** 2,
  heldBytes: 1024 ** 3,
};

const longestName = 255;
// A name is printed: characters that steer a terminal or turn the direction of writing have no place in it.
const steering = /[\p{Cc}\p{Bidi_Control}]/gu;

/** Makes the name of a member fit to be shown. */
export function labelOf(name: string): string {
  const clean = name.replace(steering, '\ufffd').replaceAll('\\', '/');
  return clean.length > longestName ? `${clean.slice(0, longestName)}…` : clean;
}

/** Whether a file on disk went away or changed under us: a failure of the machine, not of the content. */
export function isUnreadable(error: unknown): boolean {
  return (
    error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError')
  );
}
