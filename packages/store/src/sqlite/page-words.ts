import { type Page, type Reader, readNumber } from './index-pages.ts';

/** What the index writes before a word: it belongs to the words, not to some prefixes of them. */
export const wordSign = '0';

/** Where in a page a word's articles begin and end; no end where they may go on behind it. */
export interface Stretch {
  from: number;
  to: number | null;
}

/** The words of a page, by their bytes as Latin-1, which sorts as the index does. */
export interface PageWords {
  find(word: string): Stretch | undefined;
  /** Whether a word stands on no other page, if on any. */
  surrounds(word: string): boolean;
}

/** Where in a page the words stand of which it says something. */
export function wordsIn({ bytes, end }: Page): number[] {
  const reader: Reader = { bytes, at: end };
  const places: number[] = [];
  let place = 0;
  while (reader.at < bytes.length) {
    place += readNumber(reader);
    places.push(place);
  }
  return places;
}

/** Reads the words of a page. */
export function wordsOf(page: Page): PageWords {
  const reader: Reader = { bytes: page.bytes, at: 0 };
  const places = wordsIn(page);
  const found = new Map<string, Stretch>();
  let word = '';
  let first: string | undefined;
  for (const [index, place] of places.entries()) {
    reader.at = place;
    const kept = index === 0 ? 0 : readNumber(reader);
    const length = readNumber(reader);
    const from = reader.at + length;
    word = word.slice(0, kept) + page.bytes.toString('latin1', reader.at, from);
    first ??= word;
    found.set(word, { from, to: places[index + 1] ?? null });
  }
  return {
    find: (wanted) => found.get(wanted),
    surrounds: (wanted) => first !== undefined && wanted >= first && wanted < word,
  };
}
