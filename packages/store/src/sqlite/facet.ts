import { foldName, namesOfLanguage } from '@pressmark/core/query';
import type { Bucket, Dimension, Facet, FacetRequest, Selection, Store, Wanted } from '../contract.ts';
import { byCount, foldedValue } from '../facets.ts';
import { firstOf } from '../first-of.ts';
import { isPeriod } from '../periods.ts';
import { planOf } from '../plan.ts';
import { unsampled, without } from '../selection.ts';
import type { Columns } from './columns.ts';
import { type Counted, countBy, type Tally, tally } from './count.ts';
import type { Finder } from './find.ts';
import { timelineOf } from './timeline.ts';

/** The values that a selection names in a dimension, to have or not to have. */
export function namedIn({ exclude, ...chosen }: Selection, by: Dimension): string[] {
  const named = [...(chosen[by] ?? []), ...(exclude?.[by] ?? [])];
  return [...new Set(named.map((value) => foldedValue(by, value)))];
}

const newestFirst = (a: Bucket, b: Bucket) => (a.value > b.value ? -1 : 1);

/** The values of one dimension that are asked for. */
export function facetOf(
  counts: Tally,
  { by, top, skip, find = '' }: FacetRequest,
  selection: Selection,
): Facet {
  const folded = foldName(find);
  const isFound = ({ value, label }: Bucket): boolean =>
    [label, value, ...(by === 'language' ? namesOfLanguage(value) : [])].some((name) =>
      foldName(name).includes(folded),
    );
  const all = counts.buckets(by);
  const found = folded === '' ? all : all.filter(isFound);
  return {
    by,
    buckets: firstOf(found, skip + top, isPeriod(by) ? newestFirst : byCount).slice(skip),
    values: found.length,
    chosen: namedIn(selection, by).map((value) => counts.bucket(by, value)),
  };
}

interface FacetSources extends Omit<Counted, 'columns'> {
  columns: () => Columns;
  finder: Finder;
}

type Answers = {
  [Method in 'count' | 'facets' | 'timeline']: (
    ...asked: Parameters<Store[Method]>
  ) => Awaited<ReturnType<Store[Method]>>;
};

/** Opens the answers that count hits; each speaks of the transaction that the connection is in. */
export function openFacets({ columns, dictionary, files, finder }: FacetSources): Answers {
  const placesOf = (wanted: Wanted) => finder.places(finder.prepare(wanted));
  const tallyOf = (places: Uint32Array) => tally({ columns: columns(), dictionary, files }, places);
  return {
    count(wanted, by) {
      const places = placesOf(wanted);
      return { total: places.length, counts: countBy(tallyOf(places), by) };
    },
    facets(given, requests) {
      const wanted = unsampled(given);
      const { selection = {} } = wanted;
      const places = placesOf(wanted);
      const all = tallyOf(places);
      // What is chosen in a dimension is no reason to hide its other values.
      const talliesFor = ({ by }: FacetRequest): Tally =>
        namedIn(selection, by).length === 0
          ? all
          : tallyOf(placesOf({ ...wanted, selection: without(selection, by) }));
      return {
        total: places.length,
        facets: requests.map((request) => facetOf(talliesFor(request), request, selection)),
      };
    },
    timeline(given, by) {
      const wanted = unsampled(given);
      return timelineOf(columns(), placesOf(wanted), { by, within: planOf(wanted).days });
    },
  };
}
