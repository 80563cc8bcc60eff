import type { FieldScope } from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import type { Place } from '../cursor.ts';
import type { Clause } from '../plan.ts';
import { placeOf } from './columns.ts';
import { type IndexColumn, indexColumns } from './index-row.ts';
import { type KeySet, noKeys, union } from './key-sets.ts';
import type { Range } from './range.ts';

/*
 * Relevance. First come the articles that are found by their headline alone, as by hd=(...), then those found by headline and
 * lead, as by hlp=(...), then the others; in each group by BM25 of where it looks, newest first where that is equal. What words
 * do not decide (distance, exclusion, length, a facet) decides who is found, not in which order. A page of a word that stands in
 * a third of all articles is ranked among the few that have it in their headline or lead.
 */
const scopes = ['hd', 'hlp', 'text'] as const satisfies FieldScope[];

/** How much a hit in a column counts: headline first, then the lead, whose words stand in `body` too. */
const weights: Record<IndexColumn, number> = {
  headline: 10,
  kicker: 4,
  section: 1,
  column: 1,
  byline: 2,
  credit: 1,
  dateline: 2,
  lead: 2,
  captions: 0,
  corrections: 0,
  body: 1,
  facts: 0,
};

/** Scores of one group lie below those of the next: BM25 stays far above this, below zero. */
const step = 1_000_000;

function within(clause: Clause, scope: FieldScope): Clause {
  switch (clause.type) {
    case 'phrase':
    case 'near':
      return clause.scope === 'text' ? { ...clause, scope } : clause;
    case 'and':
    case 'or':
      return { ...clause, of: clause.of.map((part) => within(part, scope)) };
    case 'not':
      return { ...clause, include: within(clause.include, scope) };
    default:
      return clause;
  }
}

/** A plain clause for each group, the last of which is the clause itself; each finds what those before it find. */
export function groupsOf(clause: Clause): Clause[] {
  return scopes.map((scope) => within(clause, scope));
}

interface Ranked {
  range: Range;
  /** The ranges of the groups. */
  groups: () => Range[];
  hits?: KeySet;
}

/** Makes the function that gives the page of the most relevant hits that begins after a place. */
export function openRelevance(sqlite: Database, keysIn: (range: Range) => KeySet) {
  const columns = indexColumns.map((column) => weights[column]).join(', ');
  const ranked = sqlite.prepare<
    [Range & { base: number; from: bigint; after: number; key: number; limit: number }],
    Required<Place>
  >(
    `SELECT * FROM (
       SELECT rowid AS key, :base + bm25(articles_index, ${columns}) AS score FROM articles_index
       WHERE articles_index MATCH :match AND rowid BETWEEN :from AND :to
     ) WHERE score > :after OR (score = :after AND key < :key) ORDER BY score, key DESC LIMIT :limit`,
  );

  const scored = sqlite
    .prepare<[Range & { base: number; key: number }], number>(
      `SELECT :base + bm25(articles_index, ${columns}) FROM articles_index
       WHERE articles_index MATCH :match AND rowid = CAST(:key AS INTEGER)`,
    )
    .pluck();
  // Scores change with the archive: a page goes on where its last hit stands now, as long as it is a hit of its group.
  const scoreNow = ({ key, score }: Place, ranges: Range[]): number => {
    if (score === undefined) return Number.NEGATIVE_INFINITY;
    const group = Math.ceil(score / step);
    const range = ranges[group];
    return (range && scored.get({ ...range, base: group * step, key })) ?? score;
  };

  return (
    { groups, hits }: Ranked,
    { limit, after }: { limit: number; after?: Place | undefined },
  ): Place[] => {
    const page: Place[] = [];
    const ranges = groups();
    const score = after ? scoreNow(after, ranges) : Number.NEGATIVE_INFINITY;
    const first = Math.max(0, Math.ceil(score / step));
    let before: KeySet = noKeys;
    for (const [group, range] of ranges.entries()) {
      const last = {
        base: group * step,
        after: score,
        key: after?.key ?? 0,
      };
      // Who stands in a group before this one takes a place in its ranking too.
      const most = hits === undefined ? limit - page.length + before.length : -1;
      const met: number[] = [];
      for (const place of group < first ? [] : ranked.iterate({ ...range, ...last, limit: most })) {
        met.push(place.key);
        if (holds(before, place.key) || (hits && !holds(hits, place.key))) continue;
        page.push(place);
        if (page.length === limit) return page;
      }
      // Ranked to its end from its beginning, it has told who stands in it.
      const isTold = after === undefined && met.length !== most;
      if (group === scopes.length - 1) break;
      before = isTold ? Float64Array.from(met).sort() : union(before, keysIn(range));
    }
    return page;
  };
}

function holds(keys: KeySet, key: number): boolean {
  return keys[placeOf(keys, key)] === key;
}
