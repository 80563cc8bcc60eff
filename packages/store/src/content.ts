import { hash } from 'node:crypto';
import type { Article } from '@pressmark/core';

/** JSON with the keys of every object in order and absent ones left out: equal values, equal text. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join()}}`;
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
  return hash('sha256', canonical(content), 'base64url');
}
