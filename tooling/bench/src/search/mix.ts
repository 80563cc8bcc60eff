import { random, wordInShare } from '@pressmark/fixtures';
import type { Selection } from '@pressmark/store';

/** A query as a person types it, and what is chosen among its hits. */
export interface Asked {
  q: string;
  selection?: Selection;
}

/** Queries of one kind. */
export interface Class {
  name: string;
  /** Whether it depends on where words stand. */
  isPositional?: true;
  /** Whether it is a prefix that many words share. */
  isPrefix?: true;
  queries: Asked[];
}

const spread = (low: number, high: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => low * (high / low) ** (at / (count - 1)));
const words = (low: number, high: number, count: number): string[] =>
  spread(low, high, count).map((share) => wordInShare(share));

const each = (list: string[], of: (word: string, at: number) => Asked): Asked[] => list.map(of);

const common = words(0.15, 0.4, 24);
const third = words(0.25, 0.35, 18);
const middle = words(0.008, 0.0125, 24);
const at = (list: string[], index: number): string => list[index % list.length] as string;
const pairs = (list: string[], by: number): [string, string][] =>
  list.map((word, index) => [word, at(list, index + by)]);

const days = random(11);
const range = (): Pick<Selection, 'year'> => ({ year: [String(days.int(2004, 2023))] });

const word = (text: string): Asked => ({ q: text });

/** Two hundred queries, always the same. */
export const mix: readonly Class[] = [
  { name: 'rare word (0.01 %)', queries: each(words(0.00007, 0.00014, 18), word) },
  { name: '1 % word', queries: each(middle.slice(0, 18), word) },
  { name: '30 % word', queries: each(third, word) },
  {
    name: 'two words',
    queries: pairs(common.slice(0, 18), 5).map(([a, b]) => ({ q: `${a} and ${b}` })),
  },
  {
    name: 'three words',
    queries: pairs(common.slice(0, 18), 7).map(([a, b], index) => {
      const c = at(middle, index);
      return { q: `(${a} or ${c}) and ${b}` };
    }),
  },
  {
    name: 'phrase',
    isPositional: true,
    queries: pairs(common.slice(0, 18), 3).map(([a, b]) => ({ q: `"${a} ${b}"` })),
  },
  {
    name: 'near',
    isPositional: true,
    queries: pairs(common.slice(0, 18), 4).map(([a, b], index) => ({
      q: `${a} near${5 + (index % 6)} ${b}`,
    })),
  },
  {
    name: 'ordered near',
    isPositional: true,
    queries: pairs(common.slice(0, 18), 6).map(([a, b], index) => ({ q: `${a} adj${2 + (index % 9)} ${b}` })),
  },
  {
    name: 'same paragraph',
    isPositional: true,
    queries: pairs(common.slice(0, 18), 8).map(([a, b]) => ({ q: `${a} same ${b}` })),
  },
  {
    name: 'prefix of three letters',
    isPrefix: true,
    queries: each(middle.slice(0, 12), (text) => ({ q: `${text.slice(0, 3)}*` })),
  },
  {
    name: 'headline',
    queries: each('harbour ferry forecast council herring market harvest bridge'.split(' '), (text) => ({
      q: `hd=${text}`,
    })),
  },
  { name: 'date range, 30 % word', queries: each(third.slice(0, 10), (q) => ({ q, selection: range() })) },
  {
    name: 'source filter, 30 % word',
    queries: each(third.slice(-10), (q, index) => ({
      q,
      selection: { source: [`SRC${String(1 + index * 3).padStart(3, '0')}`] },
    })),
  },
];
