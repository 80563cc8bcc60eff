import { clausesOf } from './clauses.ts';
import { fewestSteps, type Loosening, putPart, type Slide, sizes } from './loosening.ts';
import { loosenings } from './loosenings.ts';
import { printQuery } from './print.ts';
import type { Query } from './query.ts';

/** A loosened query that finds something. */
export interface FoundLoosening {
  query: Query;
  /** Each change, in words. */
  changes: string[];
  size: number;
  /** Hits. */
  total: number;
}

/** How a search for loosenings is bounded. */
export interface LoosenLimits {
  /** Queries that may be counted; 100 by default. */
  tries?: number;
  /** Asked before each count: whether time is up. */
  isOver?(): boolean;
}

/** Counts the hits of a query; null where that is more than can be looked up. */
type Count = (query: Query) => Promise<number | null>;

/** Loosenings that are listed. */
const mostFound = 5;
const mostWaiting = 2_000;
/** Counts that look for the nearest numbers. */
const mostHalvings = 12;

/** Changes made together, and what they come to. */
interface Changed extends Omit<FoundLoosening, 'total'> {
  lets: Set<string>;
  /** The number that each change moves, if any. */
  slides: (Slide | undefined)[];
}

/** What is changed by one step more; null where that loosens again what is loose, for which there is a step by itself. */
function changedBy(before: Changed, { query, change, size, lets, slide }: Loosening): Changed | null {
  if (lets.some((one) => before.lets.has(one))) return null;
  return {
    query,
    changes: [...before.changes, change],
    size: before.size + size,
    lets: new Set([...before.lets, ...lets]),
    slides: [...before.slides, slide],
  };
}

/** Moves each number of a loosening that finds something as near to what was asked as still does; whether it came to that. */
async function nearest(
  { query, changes, size, slides }: Changed,
  count: (query: Query) => Promise<number | null | 'spent'>,
): Promise<{ near: Omit<FoundLoosening, 'total'>; isNearest: boolean }> {
  const near = { query, changes: [...changes], size };
  let isNearest = true;
  for (const [index, slide] of slides.entries()) {
    if (!slide) continue;
    const moved = (steps: number) => putPart(near.query, slide.part, (part) => slide.put(part, steps));
    const steps = await fewestSteps(slide, async (steps) => {
      const hits = await count(moved(steps));
      if (hits !== 'spent') return hits !== null && hits > 0;
      isNearest = false;
      return null;
    });
    near.query = moved(steps);
    near.changes[index] = slide.change(steps);
  }
  return { near, isNearest };
}

/** What nothing can be found without changing, where a part alone finds nothing already. */
async function emptyPart(query: Query, total: Count): Promise<Query | null> {
  const parts = clausesOf(query).filter(({ role }) => role === 'and');
  if (parts.length > 1) for (const part of parts) if ((await total(part.query)) === 0) return part.query;
  return null;
}

/** What is left of a query without the parts that find nothing by themselves. */
async function withoutEmpty(query: Query, total: Count): Promise<Omit<FoundLoosening, 'total'> | null> {
  let left: Query | null = query;
  const changes: string[] = [];
  for (const part of clausesOf(query)) {
    if (part.role !== 'and' || (await total(part.query)) !== 0) continue;
    left = (left && clausesOf(left).find((clause) => clause.query === part.query)?.rest) ?? null;
    changes.push(`without ${printQuery(part.query)}`);
  }
  if (left === null || left.type === 'all' || changes.length === 0) return null;
  return { query: left, changes, size: changes.length * sizes.part };
}

/**
 * The smallest changes by which a query without hits has some, and as few that are larger by one, the smallest first:
 * changes are tried one by one and together, in the order of their size, and a number is moved no farther than needed.
 * None holds another. `total` counts the hits of a query.
 */
export async function findLoosenings(
  query: Query,
  total: Count,
  { tries = 100, isOver = () => false }: LoosenLimits = {},
): Promise<FoundLoosening[]> {
  const known = new Map<string, number | null>();
  const count: Count = async (part) => {
    const text = printQuery(part);
    const hits = known.has(text) ? (known.get(text) ?? null) : await total(part);
    known.set(text, hits);
    return hits;
  };
  const isSpent = () => known.size >= tries || isOver();
  let halvings = mostHalvings;
  const halve = async (part: Query) => (isSpent() || halvings-- <= 0 ? 'spent' : count(part));
  const waiting: Changed[] = [{ query, changes: [], size: 0, lets: new Set(), slides: [] }];
  const enough: Set<string>[] = [];
  const seen = new Set<string>();
  const found: FoundLoosening[] = [];
  while (!isSpent() && found.length < mostFound) {
    const next = waiting.shift();
    if (!next || next.size > (found[0]?.size ?? next.size) + 1) break;
    if (found[0] && next.changes.length > found[0].changes.length) continue;
    if (enough.some((lets) => [...lets].every((one) => next.lets.has(one)))) continue;
    const hits = next.size === 0 ? 0 : await count(next.query);
    if (hits !== null && hits > 0) {
      enough.push(next.lets);
      const { near, isNearest } = await nearest(next, halve);
      // A number farther than needed says nothing beside what is near.
      if (isNearest || found.length === 0) found.push({ ...near, total: (await count(near.query)) ?? hits });
      continue;
    }
    const empty = await emptyPart(next.query, count);
    for (const step of loosenings(next.query)) {
      const text = printQuery(step.query);
      const isIdle = empty !== null && clausesOf(step.query).some((clause) => clause.query === empty);
      const changed = changedBy(next, step);
      if (isIdle || !changed || seen.has(text) || waiting.length >= mostWaiting) continue;
      seen.add(text);
      const at = waiting.findIndex((one) => one.size > changed.size);
      waiting.splice(at < 0 ? waiting.length : at, 0, changed);
    }
  }
  if (found.length > 0) return found;
  // Where trying took too long, what finds nothing by itself is left out at once.
  const rest = await withoutEmpty(query, count);
  const hits = rest && (await count(rest.query));
  return rest && hits ? [{ ...rest, total: hits }] : [];
}
