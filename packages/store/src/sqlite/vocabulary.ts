import { type FieldScope, fits, isUnspaced, stemOf, type Term } from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import type { Expansion } from '../contract.ts';
import { markedWhole, markedWord, placesOf, wordsOfWhole } from './index-row.ts';
import { type Edits, editsFrom } from './spelling.ts';
import { checkpoint } from './watch.ts';

/** What a look at the words of an archive may take: words that are counted, words that are shown, and looks for spellings. */
const most = { counted: 5_000, shown: 5, looks: 4_000, spellings: 5 };

/** What the index knows of its words, over one connection. */
export interface Vocabulary {
  expand(term: Term, scope: FieldScope): Expansion;
  spellings(word: string): string[];
}

/** What stands before the words of a field in the index, and how a word is taken out of what begins so. */
function* stretches(scope: FieldScope): Generator<{ mark: string; wordOf(token: string): string }> {
  const { columns, facts } = placesOf(scope);
  if (columns.length > 0) yield { mark: '', wordOf: (token) => token };
  for (const column of facts) {
    const mark = markedWord(column, '');
    yield { mark, wordOf: (token) => token.slice(mark.length) };
    yield { mark: markedWhole(column, ['']), wordOf: (token) => wordsOfWhole(token).join(' ') };
  }
}

/** Opens the words of the index. Every step is a look-up of its own: a common word costs no more than a rare one. */
export function openVocabulary(sqlite: Database, countWord: (word: string) => number): Vocabulary {
  const prepare = () => {
    sqlite.exec(
      'CREATE VIRTUAL TABLE IF NOT EXISTS temp.articles_vocabulary USING fts5vocab(main, articles_index, instance)',
    );
    return sqlite
      .prepare<[string], string>('SELECT term FROM temp.articles_vocabulary WHERE term >= ? LIMIT 1')
      .pluck();
  };
  let next: ReturnType<typeof prepare> | undefined;
  /** The first word of the index at or after a text. */
  const wordFrom = (text: string): string | undefined => {
    checkpoint();
    next ??= prepare();
    return next.get(text);
  };

  const gather = (word: string, edits: number): string[] => {
    const found: string[] = [];
    let from: string | undefined = '';
    for (let looks = 0; from !== undefined && looks < most.looks; looks++) {
      const token = wordFrom(from);
      if (token === undefined) break;
      const { within, next }: Edits = editsFrom(word, token, edits);
      if (within && token !== word) found.push(token);
      from = next;
    }
    return found;
  };

  return {
    expand(term, scope) {
      const words = new Set<string>();
      for (const { mark, wordOf } of stretches(scope)) {
        const stem = mark + stemOf(term);
        for (let token = wordFrom(stem); token?.startsWith(stem); token = wordFrom(`${token}\u0001`)) {
          const word = wordOf(token);
          if (fits(word, term)) words.add(word);
          if (words.size > most.counted) break;
        }
      }
      const count = Math.min(words.size, most.counted);
      return { count, isMore: words.size > most.counted, words: [...words].slice(0, most.shown) };
    },
    spellings(word) {
      const length = [...word].length;
      if (length < 4 || isUnspaced(word)) return [];
      let found = gather(word, 1);
      if (found.length === 0 && length > 6) found = gather(word, 2);
      return found
        .map((token) => ({ token, articles: countWord(token) }))
        .filter(({ articles }) => articles > 0)
        .sort((a, b) => b.articles - a.articles)
        .slice(0, most.spellings)
        .map(({ token }) => token);
    },
  };
}
