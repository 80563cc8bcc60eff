import { Span } from '@pressmark/core';
import {
  clausesOf,
  type Explanation,
  explainQuery,
  lintQuery,
  printQuery,
  QueryProblem,
} from '@pressmark/core/query';
import { Selection, type Store } from '@pressmark/store';
import { z } from 'zod';
import { QueryText, reading, readQuery, Since } from '../articles.ts';
import { archiveNotes } from './archive-notes.ts';
import { type Counted, countingIn } from './counting.ts';
import { articleFound, Verdict } from './verdict.ts';

export const ExplainInput = z.strictObject({
  q: QueryText,
  ...reading,
  selection: Selection.optional(),
  since: Since,
  /** Id or accession number of an article of which it is to be said why it is found, or not. */
  article: z.string().max(500).optional(),
  /** Whether the whole tree is wanted, or its topmost parts alone. */
  deep: z.boolean().default(true),
});

const counted = {
  /** As a search by itself. */
  text: z.string(),
  /** Hits of it alone, within the selection and what is new, whatever the sample; null where they were not counted. */
  total: z.int().nonnegative().nullable(),
  /** Why they were not. */
  limit: z.string().optional(),
};

/** One clause of a query in words, with its hits and what it is made of. */
export interface ExplainedClause {
  text: string;
  total: number | null;
  limit?: string | undefined;
  words: string;
  span: Span | null;
  excluded?: true | undefined;
  verdict?: { holds: boolean; places: number | null } | undefined;
  of: ExplainedClause[];
}
export const ExplainedClause: z.ZodType<ExplainedClause> = z.lazy(() =>
  z.strictObject({
    ...counted,
    /** What an article must meet. */
    words: z.string(),
    /** Its place in `q`. */
    span: Span.nullable(),
    /** Set where the clause must not be met. */
    excluded: z.literal(true).optional(),
    /** Of the article: whether it meets the clause, and at how many places (to a thousand) where places count. */
    verdict: z.strictObject({ holds: z.boolean(), places: z.int().nonnegative().nullable() }).optional(),
    of: z.array(ExplainedClause),
  }),
);

export const ExplainOutput = z.strictObject({
  /** The query in canonical form, of the Factiva language whatever it was typed in. */
  query: z.string(),
  ...counted,
  /** The topmost parts: all of those with `and`, any of those with `or`, none of those with `not`. */
  clauses: z.array(
    z.strictObject({
      ...counted,
      role: z.enum(['and', 'or', 'not']),
      /** The query without this part; null where nothing would be left that can be asked. */
      rest: z.string().nullable(),
    }),
  ),
  /** The whole query clause by clause, where it was wanted. */
  tree: ExplainedClause.nullable(),
  /** What it may be meant to say and does not, and what the archive does not have, with mends. */
  notes: z.array(QueryProblem),
  article: Verdict.optional(),
});

/** Counts a tree level by level, so that what is bounded is bounded at its leaves. */
async function countTree(
  root: Explanation,
  count: (query: Explanation['query']) => Promise<Counted>,
): Promise<ExplainedClause> {
  const clauseOf = async ({
    query,
    text,
    words,
    verdict,
    excluded,
  }: Explanation): Promise<ExplainedClause> => ({
    text,
    ...(await count(query)),
    words,
    span: query.type === 'all' ? null : query.span,
    ...(excluded && { excluded }),
    ...(verdict && { verdict }),
    of: [],
  });
  const top = await clauseOf(root);
  let level: [Explanation, ExplainedClause][] = [[root, top]];
  while (level.length > 0) {
    const below: typeof level = [];
    for (const [{ of }, clause] of level) {
      for (const part of of) {
        const inner = await clauseOf(part);
        clause.of.push(inner);
        below.push([part, inner]);
      }
    }
    level = below;
  }
  return top;
}

/** A query in words with the hits of every clause, notes on it, and of an article why it is found or not. */
export async function explainSearch(
  store: Store,
  { q, dialect, dateOrder, selection, since, article, deep }: z.infer<typeof ExplainInput>,
): Promise<z.infer<typeof ExplainOutput>> {
  const { query, notes } = readQuery({ q, dialect, dateOrder });
  const count = countingIn(store, { selection, since });
  const verdict =
    article === undefined ? undefined : await articleFound(store, { id: article, query, selection });
  const clauses = [];
  for (const { role, query: part, rest } of clausesOf(query)) {
    const text = printQuery(part);
    clauses.push({ role, text, rest: rest && printQuery(rest), ...(await count(part)) });
  }
  const explanation = verdict?.explanation ?? explainQuery(query);
  return {
    query: printQuery(query),
    text: printQuery(query),
    ...(await count(query)),
    clauses,
    tree: deep ? await countTree(explanation, count) : null,
    notes: [
      ...notes,
      ...lintQuery(q, { dialect }),
      ...(await archiveNotes(store, { q, dialect, query })),
    ].sort((a, b) => a.span.start - b.span.start),
    ...(verdict && { article: verdict.article }),
  };
}
