import { browserClient } from '@/data/api.ts';

/** A stretch of a file as text, with a little of what stands around it. */
export interface Part {
  before: string;
  text: string;
  after: string;
  /** Where the text ends: before the end of the stretch, where that is long. */
  end: number;
}

export interface Span {
  start: number;
  end: number;
}

/** Bytes shown around a stretch, and at most of it. */
const [aroundBytes, mostBytes] = [400, 200_000];

/** Reads a stretch of an imported file; null where it is no text. */
export async function readPart(id: number, span: Span, signal: AbortSignal): Promise<Part | null> {
  const end = Math.min(span.end, span.start + mostBytes);
  const from = Math.max(0, span.start - aroundBytes);
  const [head, bytes] = await Promise.all([
    browserClient.file({ id, start: 0, end: 2, signal }),
    browserClient.file({ id, start: from - (from % 2), end: end + aroundBytes, signal }),
  ]);
  const at = span.start - from + (from % 2);
  const parts = [bytes.subarray(0, at), bytes.subarray(at, at + end - span.start)] as const;
  const after = bytes.subarray(at + end - span.start);
  const decode = decoderFor(head, parts[1]);
  return decode && { before: decode(parts[0]), text: decode(parts[1]), after: decode(after), end };
}

type Decode = (bytes: Uint8Array) => string;

/** What makes text of bytes: UTF-16 by its mark, UTF-8 where it fits, else the character set of old Windows. */
export function decoderFor(head: Uint8Array, bytes: Uint8Array): Decode | null {
  const wide = { '255,254': 'utf-16le', '254,255': 'utf-16be' }[head.join()];
  if (!wide && bytes.includes(0)) return null;
  const decoder = new TextDecoder(wide ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252'));
  return (part) => shown(decoder.decode(part));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // A stretch may begin or end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(whole(bytes));
    return true;
  } catch {
    return false;
  }
}

/** Without the pieces of characters at both ends. */
function whole(bytes: Uint8Array): Uint8Array {
  const isRest = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;
  let [start, end] = [0, bytes.length];
  while (start < 3 && isRest(bytes[start])) start++;
  while (bytes.length - end < 3 && isRest(bytes[end - 1])) end--;
  if ((bytes[end - 1] ?? 0) >= 0xc0) end--;
  return bytes.subarray(start, Math.max(start, end));
}

/** Control and direction characters as signs of their own: they could hide or turn what stands there. */
function shown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '\u25a1')
    .replace(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : '\u25a1'));
}
