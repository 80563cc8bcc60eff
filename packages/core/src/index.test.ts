import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import * as core from './index.ts';
import * as read from './read/index.ts';
import { readerLabels } from './reader-labels.ts';

it('exports the schemas and nothing else', () => {
  expect(Object.keys(core).sort()).toEqual(
    [
      'Accession',
      'Article',
      'Author',
      'Code',
      'Diagnostic',
      'DiagnosticCode',
      'FileReport',
      'LedgerSpan',
      'Paragraph',
      'Provenance',
      'Publication',
      'Repair',
      'SearchSummary',
      'Source',
      'Span',
      'applyRepairs',
      'Withdrawal',
      'articleJsonSchema',
      'diagnose',
      'diagnosticCodes',
      'fits',
      'overlaps',
      'readerLabel',
      'spanInFile',
      'textAt',
    ].sort(),
  );
});

it('has a label for every reader', () => {
  expect(Object.fromEntries(read.readers.map(({ id, label }) => [id, label]))).toEqual(readerLabels);
});

it('exports the reading of files', () => {
  expect(Object.keys(read).sort()).toEqual([
    'DiagnosticList',
    'compareForms',
    'countWords',
    'decodeAccession',
    'examineArticle',
    'openMember',
    'readArticles',
    'readFiles',
    'readers',
    'redact',
  ]);
});

it('describes an article as JSON Schema', () => {
  const schema = core.articleJsonSchema();
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(core.Article.shape));
  expect(schema.additionalProperties).toBe(false);
});

/** Packages that a module needs, its own modules followed. */
function needs(entry: string, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  if (seen.has(entry)) return packages;
  seen.add(entry);
  const source = readFileSync(entry, 'utf8');
  for (const [, name = ''] of source.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from '([^']+)'/gm)) {
    const own = name.startsWith('.') ? needs(join(dirname(entry), name), seen) : [name];
    for (const found of own) packages.add(found);
  }
  return packages;
}

it.each([
  ['index.ts', ['zod']],
  ['read/index.ts', ['@noble/hashes/sha2.js', '@noble/hashes/utils.js', 'entities', 'htmlparser2', 'zod']],
  ['query/index.ts', ['zod']],
  ['write/index.ts', ['csv-stringify/browser/esm/sync', 'zod']],
])('%s runs in a browser: it needs %j and no part of Node', (entry, packages) => {
  const path = join(import.meta.dirname, entry);
  expect(existsSync(path)).toBe(true);
  const found = needs(path);
  for (const name of found) expect(packages).toContain(name);
});
