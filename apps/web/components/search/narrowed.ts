import { countChosen, type SearchAddress } from './address.ts';

/** Among which articles the hits of a part of the query are counted, in words; '' where among all. */
export function narrowedTo(search: SearchAddress): string {
  const words = [
    ...(search.since === null ? [] : ['of what is new']),
    ...(countChosen({ ...search, sample: null }) > 0 ? ['within the chosen filters'] : []),
  ];
  return words.join(', ');
}
