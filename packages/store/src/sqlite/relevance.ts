import type { Place } from '../cursor.ts';
import { everyDay } from '../key.ts';
import type { Clause } from '../plan.ts';
import { type Columns, placeOf } from './columns.ts';
import { hasPlace, intersect, listPlaces, type PlaceSet, rankFinder, unite } from './place-sets.ts';
import { type Early, openScorer, openStatistics, type ScorerSources, type Scores, scopes } from './scores.ts';

/*
 * Relevance. First come the articles that are found by their headline alone, as by hd=(...), then those found by headline and
 * lead, as by hlp=(...), then the others; in each group by BM25 of where it looks (see scores.ts), newest first where that is
 * equal. What words do not decide (distance, exclusion, length) decides who is found, not in which order.
 */

/** Scores of one group lie below those of the next: BM25 stays far above this, below zero. */
const step = 1_000_000;

interface Ranked {
  /** A plain clause that every hit meets. */
  clause: Clause;
  columns: Columns;
  hits: PlaceSet;
}

interface PageWanted {
  limit: number;
  after?: Place | undefined;
}

/** Adds up what each part of a clause gives the hits; gives those that are found early. */
function addAll(clause: Clause, scores: Scores, { score, sets }: Adding): Early {
  const each = (parts: Clause[]): Early[] => parts.map((part) => addAll(part, scores, { score, sets }));
  switch (clause.type) {
    case 'phrase':
      return score(scores, clause);
    case 'near':
      return addAll(clause.words, scores, { score, sets });
    case 'and':
      return each(clause.of).reduce(joinedBy(intersect));
    case 'or':
      return each(clause.of).reduce(joinedBy(unite));
    case 'not':
      return addAll(clause.include, scores, { score, sets });
    default: {
      const found = sets.of({ days: everyDay, clause }, scores.columns);
      return { hd: found, hlp: found };
    }
  }
}

type Adding = Pick<ScorerSources, 'sets'> & { score: ReturnType<typeof openScorer> };

const joinedBy =
  (join: (a: PlaceSet, b: PlaceSet) => PlaceSet) =>
  (a: Early, b: Early): Early => ({ hd: join(a.hd, b.hd), hlp: join(a.hlp, b.hlp) });

/** Makes the function that gives the page of the most relevant hits that begins after a place. */
export function openRelevance(sources: ScorerSources): (ranked: Ranked, wanted: PageWanted) => Place[] {
  const adding: Adding = { sets: sources.sets, score: openScorer(sources) };

  return ({ clause, columns, hits }, { limit, after }) => {
    const places = listPlaces(hits);
    const sums = new Float32Array(scopes.length * places.length);
    const rankAt = rankFinder(hits);
    const statistics = openStatistics(columns, after?.statistics);
    const { hd, hlp } = addAll(clause, { columns, hits, places, rankAt, sums, statistics }, adding);
    const scores = new Float64Array(places.length);
    // A loop over an iterator takes many times as long.
    for (let rank = 0; rank < places.length; rank++) {
      const place = places[rank] as number;
      const group = hasPlace(hd, place) ? 0 : hasPlace(hlp, place) ? 1 : 2;
      scores[rank] = group * step - (sums[scopes.length * rank + group] as number);
    }
    const keyAt = (rank: number): number => columns.keys[places[rank] as number] as number;
    const last = after && behind(after, { columns, hits, rankAt, scores });
    return firstRanks(scores, limit, (rank) => {
      const score = scores[rank] as number;
      return !last || score > last.score || (score === last.score && keyAt(rank) < last.key);
    }).map((rank) => ({
      key: keyAt(rank),
      score: scores[rank] as number,
      statistics: statistics.numbers,
    }));
  };
}

/** The ranks with the lowest scores, of equals the last, of those that fit. */
function firstRanks(scores: Float64Array, limit: number, fits: (rank: number) => boolean): number[] {
  const order = (a: number, b: number): number => (scores[a] as number) - (scores[b] as number) || b - a;
  // Kept are at most twice as many as are wanted; what is worse than the last of these is passed over.
  let kept: number[] = [];
  let worst = Number.POSITIVE_INFINITY;
  for (let rank = 0; rank < scores.length; rank++) {
    if ((scores[rank] as number) > worst || !fits(rank)) continue;
    kept.push(rank);
    if (kept.length < 2 * limit) continue;
    kept = kept.sort(order).slice(0, limit);
    worst = scores[kept.at(-1) as number] as number;
  }
  return kept.sort(order).slice(0, limit);
}

/** A page goes on where its last hit stands now, which another edition of it may change, as long as it is a hit. */
function behind(
  { key, score = Number.NEGATIVE_INFINITY }: Pick<Place, 'key' | 'score'>,
  { columns, hits, rankAt, scores }: Pick<Scores, 'columns' | 'hits' | 'rankAt'> & { scores: Float64Array },
): Required<Pick<Place, 'key' | 'score'>> {
  const place = placeOf(columns.keys, key);
  const isFound = columns.keys[place] === key && hasPlace(hits, place);
  const isHit = isFound && score !== Number.NEGATIVE_INFINITY;
  return { key, score: isHit ? (scores[rankAt(place)] as number) : score };
}
