import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Draft } from './reader.ts';

/**
 * `factiva:` and the accession number; without a number, `sha256:` of source, date, headline and text, white space
 * folded, so that the same article in another file is the same.
 */
export async function articleId({
  accession,
  source,
  publication,
  headline,
  body,
}: Omit<Draft, 'statedWords' | 'placed'>): Promise<string> {
  if (accession) return `${accession.vendor}:${accession.number}`;
  const content = [source?.name, publication?.date, headline, ...body.map(({ text }) => text)];
  const folded = content.map((part) => (part ?? '').replace(/\s+/gu, ' ').trim()).join('\n');
  return `sha256:${await sha256(new TextEncoder().encode(folded))}`;
}

/** SHA-256 in hex, in a page that came over plain http too: browsers keep their own from it. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const subtle = globalThis.crypto?.subtle as typeof crypto.subtle | undefined;
  if (!subtle) return bytesToHex(hash(bytes));
  const own =
    bytes.buffer instanceof ArrayBuffer
      ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
      : bytes.slice();
  return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', own)));
}
