import { DiagnosticCode, diagnosticCodes } from '@pressmark/core';
import { archiveStates, foldName, printValue, QueryField } from '@pressmark/core/query';
import type { Dimension, Store } from '@pressmark/store';
import { z } from 'zod';

/** Fields whose values the archive lists, and by what it counts them. */
const listed: Partial<Record<QueryField, Dimension>> = {
  sc: 'source',
  rst: 'source',
  sn: 'source',
  la: 'language',
  lang: 'language',
  re: 'region',
  ns: 'subject',
  co: 'company',
  in: 'industry',
  pe: 'person',
  by: 'author',
  se: 'section',
  kind: 'kind',
  file: 'file',
};

/** Fields that look at the name of a value, not at its code. */
const named = new Set<QueryField>(['sn', 'file', 'by']);

export const SuggestInput = z.strictObject({
  field: QueryField,
  /** What is typed of a code or of a name. */
  text: z.string().max(200).default(''),
  limit: z.int().min(1).max(50).default(10),
});

/** A value that a field may be asked for. */
export const FieldValue = z.strictObject({
  /** What to write behind the field. */
  insert: z.string(),
  /** Its name for people. */
  label: z.string(),
  /** Articles of the archive that have it; null where they are not counted. */
  count: z.int().nonnegative().nullable(),
});
export type FieldValue = z.infer<typeof FieldValue>;

export const SuggestOutput = z.array(FieldValue);

/** More than are shown, so that those which begin as typed can come first. */
const looked = 50;

function issues(text: string): FieldValue[] {
  return DiagnosticCode.options
    .map((code) => ({ insert: code, label: diagnosticCodes[code].meaning, count: null }))
    .filter(({ insert, label }) => `${insert} ${label}`.toLowerCase().includes(text.toLowerCase()));
}

function states(text: string): FieldValue[] {
  return Object.entries(archiveStates)
    .map(([insert, label]) => ({ insert, label, count: null }))
    .filter(({ insert }) => insert.startsWith(text.toLowerCase()));
}

async function tags(store: Store, text: string): Promise<FieldValue[]> {
  const wanted = foldName(text).trim();
  return (await store.tags.list())
    .filter(({ name }) => foldName(name).includes(wanted))
    .map(({ name, articles }) => ({ insert: printValue('tag', name), label: name, count: articles }))
    .sort((a, b) => rankOf(a, text) - rankOf(b, text) || b.count - a.count);
}

/** How early a text stands in a value: at its begin, at the begin of one of its words, elsewhere. */
function rankOf({ insert, label }: FieldValue, text: string): number {
  const wanted = text.toLowerCase();
  const places = [insert.replace(/^"/, ''), label].map((value) => {
    const at = value.toLowerCase().indexOf(wanted);
    if (at < 0) return 3;
    return at === 0 ? 0 : /[\p{L}\p{N}]/u.test(value.charAt(at - 1)) ? 2 : 1;
  });
  return Math.min(...places);
}

/** The values of a field whose code or name holds what is typed, with the articles that have each; none for a field of words. */
export async function suggestValues(
  store: Store,
  { field, text, limit }: z.infer<typeof SuggestInput>,
): Promise<FieldValue[]> {
  const by = listed[field];
  if (field === 'issue') return issues(text).slice(0, limit);
  if (field === 'has') return states(text).slice(0, limit);
  if (field === 'tag') return (await tags(store, text)).slice(0, limit);
  if (by === undefined) return [];
  const { facets } = await store.facets({ query: { type: 'all' } }, [
    { by, top: looked, skip: 0, find: text },
  ]);
  const values = (facets[0]?.buckets ?? []).flatMap(({ value, label, count }): FieldValue[] => {
    const written = named.has(field) ? label : value;
    // A source without a code is counted under its name, which is no code.
    if (written === '' || (field === 'sc' && /\s/.test(written))) return [];
    return [{ insert: printValue(field, written), label, count }];
  });
  return values.sort((a, b) => rankOf(a, text) - rankOf(b, text)).slice(0, limit);
}

/** Whether a field takes codes or names of a list, rather than words of the text. */
export function isListed(field: QueryField): boolean {
  return (
    field === 'issue' ||
    field === 'tag' ||
    (listed[field] !== undefined && field !== 'by' && field !== 'se' && field !== 'file')
  );
}
