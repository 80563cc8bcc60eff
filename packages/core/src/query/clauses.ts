import type { Query } from './query.ts';

/** One part of a query as people take it in and out: what it is there for, and the query without it. */
export interface Clause {
  /** Whether it has to be met with the others, is enough by itself, or must not be met. */
  role: 'and' | 'or' | 'not';
  query: Query;
  /** Null where nothing would be left that can be asked: `not b` alone is no query. */
  rest: Query | null;
}

interface Demands {
  musts: Query[];
  nots: Query[];
}

/** What has to be met and what must not be, however the query groups them. */
function demandsOf(query: Query): Demands {
  if (query.type === 'and') {
    const parts = query.of.map(demandsOf);
    return { musts: parts.flatMap(({ musts }) => musts), nots: parts.flatMap(({ nots }) => nots) };
  }
  if (query.type !== 'not') return { musts: [query], nots: [] };
  const { musts, nots } = demandsOf(query.include);
  return { musts, nots: [...nots, ...(query.exclude.type === 'or' ? query.exclude.of : [query.exclude])] };
}

const span = { start: 0, end: 0 };
const all: Query = { type: 'all' };

function join(type: 'and' | 'or', of: Query[]): Query {
  const [only] = of;
  return of.length > 1 ? { type, of, span } : (only ?? all);
}

function queryOf({ musts, nots }: Demands): Query | null {
  if (nots.length === 0) return join('and', musts);
  if (musts.length === 0) return null;
  return { type: 'not', include: join('and', musts), exclude: join('or', nots), span };
}

function without(parts: Query[], part: Query): Query[] {
  return parts.filter((one) => one !== part);
}

/** The topmost parts of a query, each demand, each exclusion, or each alternative. */
export function clausesOf(query: Query): Clause[] {
  if (query.type === 'all') return [];
  if (query.type === 'or') {
    return query.of.map((part) => ({ role: 'or', query: part, rest: join('or', without(query.of, part)) }));
  }
  const { musts, nots } = demandsOf(query);
  return [
    ...musts.map((part): Clause => {
      return { role: 'and', query: part, rest: queryOf({ musts: without(musts, part), nots }) };
    }),
    ...nots.map((part): Clause => {
      return { role: 'not', query: part, rest: queryOf({ musts, nots: without(nots, part) }) };
    }),
  ];
}
