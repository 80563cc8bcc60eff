import { parseQuery, printQuery, type Query } from '@pressmark/core/query';

/** The parts of a query that all have to be met, each as a query of its own; none where it does not parse. */
export function clausesOf(q: string): string[] {
  const parsed = parseQuery(q, { today: new Date().toISOString().slice(0, 10) });
  return parsed.ok ? demands(parsed.query).map(printQuery) : [];
}

function demands(query: Query): Query[] {
  if (query.type === 'and') return query.of.flatMap(demands);
  return query.type === 'not' ? demands(query.include) : [query];
}
