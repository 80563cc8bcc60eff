import type { Article } from '../../article.ts';
import { articleTexts } from '../../article-texts.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { findDamage, type Lexicon } from './find.ts';

/** Tells for words, folded as `tokenize` folds them, how many articles hold each; counting may end at a hundred. */
export type CountWords = (words: string[]) => Promise<number[]>;

/** Each round asks for the words that the answers of the one before made interesting. */
const mostRounds = 5;

/**
 * Looks through an article again with the words of an archive: the same article with damage that only these words tell,
 * and with candidates ranked by them. What its reader found and is not found again stays as it was.
 */
export async function examineArticle(article: Article, countWords: CountWords): Promise<Article> {
  const texts = articleTexts(article);
  const counts = new Map<string, number>();
  for (let round = 0; ; round++) {
    const missing = new Set<string>();
    const found = findDamage(texts, { language: article.language, lexicon: lexiconOf(counts, missing) });
    if (missing.size === 0 || round === mostRounds) return { ...article, diagnostics: merge(article, found) };
    const words = [...missing];
    const answers = await countWords(words);
    for (const [index, word] of words.entries()) counts.set(word, answers[index] ?? 0);
  }
}

/** The counts known so far; words that are not among them are noted. */
function lexiconOf(counts: ReadonlyMap<string, number>, missing: Set<string>): Lexicon {
  return {
    count(word) {
      const known = counts.get(word);
      if (known === undefined && word !== '') missing.add(word);
      return known ?? 0;
    },
  };
}

const placeOf = ({ code, path, span }: Diagnostic) => `${code} ${path} ${span?.start} ${span?.end}`;

/** What was found now takes the place of what the reader found there; what is new stands at the end. */
function merge({ diagnostics }: Article, found: Diagnostic[]): Diagnostic[] {
  const now = new Map(found.map((one) => [placeOf(one), one]));
  const kept = diagnostics.map((one) => {
    const again = now.get(placeOf(one));
    now.delete(placeOf(one));
    return again ?? one;
  });
  return [...kept, ...now.values()];
}
