import { hash } from 'node:crypto';
import type { Article } from '@pressmark/core';

const orders = new Map<string, string[]>();

/** The keys of an object in order; objects of one shape share the answer. */
function orderedKeys(value: object): string[] {
  const keys = Object.keys(value);
  const shape = keys.join();
  const known = orders.get(shape);
  if (known) return known;
  // Reading yields a few hundred shapes; a caller might make more.
  if (orders.size > 10_000) orders.clear();
  orders.set(shape, keys.sort());
  return keys;
}

/** The value with the keys of every object in order: equal values, equal JSON. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const copy: Record<string, unknown> = {};
  for (const key of orderedKeys(value)) copy[key] = ordered((value as Record<string, unknown>)[key]);
  return copy;
}

/**
 * Hash of what an article says (SHA-256, base64url). Identity, place and diagnostics do not count: the same article
 * met in another file, or with its accession number in capitals, is unchanged.
 */
export function contentHash(article: Article): string {
  const {
    id: _id,
    accession: _accession,
    provenance: _provenance,
    diagnostics: _diagnostics,
    ...content
  } = article;
  return hash('sha256', JSON.stringify(ordered(content)), 'base64url');
}
