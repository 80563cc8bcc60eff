import { isUnspaced, type Query, stemOf, type Term } from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import { isToken } from '../plan.ts';
import type { Archive } from './match-expression.ts';
import { columnsAt, openGather, openTwofold, type Stood, textColumns, within } from './positions.ts';
import { phraseIn } from './spots.ts';

/** The phrases whose every place in the text is a hit; null where other things decide what is marked. */
function phrasesOf(query: Query): Term[][] | null {
  switch (query.type) {
    case 'all':
    case 'date':
    case 'words':
      return [];
    case 'phrase':
      return [query.terms];
    case 'not':
      return phrasesOf(query.include);
    case 'and':
    case 'or': {
      const parts = query.of.map(phrasesOf);
      return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
    }
    default:
      return null;
  }
}

/** Words that are written without a space between them are marked as one. */
function standsApart(term: Term): boolean {
  return isToken(term) && stemOf(term) !== '' && !isUnspaced(term.text);
}

interface Stretch {
  from: number;
  to: number;
}

/** How many stretches there are, those that overlap as one. */
function countApart(stretches: Stretch[]): number {
  stretches.sort((a, b) => a.from - b.from);
  let count = 0;
  let end = -1;
  for (const { from, to } of stretches) {
    if (from >= end) count += 1;
    end = Math.max(end, to);
  }
  return count;
}

/** Counts the hits of one article after another, by ascending key; null for one whose text has to be read. */
export type LineCount = (key: number) => number | null;

/** Makes the function that counts lines by the places of words in the index; null for a query of which these do not tell. */
export function openLineCounts(sqlite: Database, archive: Archive): (query: Query) => LineCount | null {
  const gather = openGather(sqlite, archive);
  const readTwofold = openTwofold(sqlite);

  return (query) => {
    const phrases = phrasesOf(query);
    if (!phrases?.flat().every(standsApart)) return null;
    const terms = gather(phrases.flat())?.();
    if (!terms) return null;
    const twofold = readTwofold();
    const all = [...terms.values()];
    return (key) => {
      if (twofold.has(key)) return null;
      const present = columnsAt(all, key);
      let count = 0;
      for (const column of textColumns) {
        if ((present & (1 << column)) === 0) continue;
        const placesOf = (term: Term) => within(terms.get(term) as Stood, column);
        count += countApart(
          phrases.flatMap((phrase) => {
            const { list, from, to } = phraseIn(phrase, placesOf);
            return Array.from(list.subarray(from, to), (place) => ({
              from: place,
              to: place + phrase.length,
            }));
          }),
        );
      }
      return count;
    };
  };
}
