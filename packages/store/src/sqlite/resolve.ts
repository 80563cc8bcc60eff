import { both, type Clause, candidatesOf, isOfArchive, isPlain } from '../plan.ts';
import { filterBy, type KeySet, noKeys, union } from './key-sets.ts';

type Places = Extract<Clause, { type: 'places' }>;
type Words = Extract<Clause, { type: 'words' }>;
type Facet = Extract<Clause, { type: 'facet' }>;

/** What the engine knows by itself of the articles of a range of keys. */
export interface Lookup {
  /** The articles that meet a plain clause. */
  plain(clause: Clause): KeySet;
  /** Those of the candidates in which it stands at so many places. */
  places(clause: Places, candidates: KeySet): KeySet;
  /** The articles of which it is known, by what the archive knows of them. */
  known(clause: Places): KeySet;
  /** Those of the candidates of such a length. */
  words(clause: Words, candidates: KeySet): KeySet;
  /** Those of the candidates with any of the values. */
  facet(clause: Facet, candidates: KeySet): KeySet;
}

/** Among which articles to look: those that meet a plain clause, and as far as they are known already, their keys. */
interface Given {
  context: Clause;
  among?: KeySet;
}

/** Finds the articles of a clause that is not plain: words first, then a look at the candidates they leave. */
export function resolve(clause: Clause, lookup: Lookup, given: Given = { context: { type: 'all' } }): KeySet {
  const able = (): KeySet => {
    const found = lookup.plain(both(given.context, candidatesOf(clause)));
    return given.among ? filterBy(given.among, found, true) : found;
  };
  if (isPlain(clause)) return able();
  switch (clause.type) {
    case 'places':
      if (!isOfArchive(clause.scope)) return lookup.places(clause, able());
      return resolveKnown(clause, lookup, given);
    case 'words':
      return lookup.words(clause, given.among ?? able());
    case 'facet':
      return lookup.facet(clause, given.among ?? able());
    case 'and':
      return resolveAll(clause.of, lookup, given);
    case 'or':
      return clause.of.map((part) => resolve(part, lookup, given)).reduce(union, noKeys);
    case 'not': {
      const include = resolve(clause.include, lookup, given);
      if (include.length === 0) return noKeys;
      const context = both(given.context, candidatesOf(clause.include));
      return filterBy(include, resolve(clause.exclude, lookup, { context, among: include }), false);
    }
    default:
      return noKeys;
  }
}

/** What the archive knows is no question of candidates: they are asked for only where something else narrows them. */
function resolveKnown(clause: Places, lookup: Lookup, { context, among }: Given): KeySet {
  const found = lookup.known(clause);
  if (among) return filterBy(among, found, true);
  return context.type === 'all' || found.length === 0 ? found : filterBy(found, lookup.plain(context), true);
}

/** Plain parts and what the others need at least narrow the candidates of each of the others. */
function resolveAll(parts: Clause[], lookup: Lookup, given: Given): KeySet {
  const context = parts.map(candidatesOf).reduce(both, given.context);
  const able = lookup.plain(context);
  let among = given.among ? filterBy(given.among, able, true) : able;
  const rest = parts.filter((part) => !isPlain(part));
  // Lengths, values and tags are known without a look at the text.
  const isKnown = (part: Clause) =>
    part.type === 'words' || part.type === 'facet' || (part.type === 'places' && isOfArchive(part.scope));
  rest.sort((a, b) => Number(isKnown(b)) - Number(isKnown(a)));
  for (const part of rest) {
    if (among.length === 0) break;
    among = resolve(part, lookup, { context, among });
  }
  return among;
}
