import { fold as foldText, isLatin, isPlain, tokenize } from '../../query/tokens.ts';
import { commonWords } from '../tables/common-words.ts';
import { functionWordsOf, primary } from '../tables/function-words.ts';
import { isWordOfItsOwn } from '../tables/own-words.ts';
import type { Candidate, Examined } from './place.ts';

/** How often words occur in a larger body of text, such as an archive. */
export interface Lexicon {
  /** Number of articles that hold a word as `tokenize` folds it; counting may end at a hundred. */
  count(word: string): number;
}

const ranks = new Map(commonWords.map((word, index) => [word, commonWords.length - index]));

/** Marks behind which a letter may have been lost: what stands there only may be no word. */
const losingMarks = '—–‘’“”„«»©';
/** What stands for characters that could not be read: the letters beside it are no word. */
const unread = '\ufffd';

/** Words looked for one by one before all are listed. */
const mostSearches = 30;

interface Own {
  count: number;
  /** Those of them behind a mark. */
  behind: number;
  /** As first met in the text. */
  form: string;
}

interface Part {
  text: string;
  /** The text as its words are folded. */
  folded: string;
  /** Each of its words is a stretch of the folded text. */
  latin: boolean;
  /** Listed when one of them may be asked for; of a Latin text never. */
  words?: Map<string, Own>;
}

/** The words that damage in one article is measured by: its own, the common ones of its language, those of a lexicon. */
export class Vocabulary {
  readonly language: string;
  readonly small: ReadonlySet<string>;
  readonly lexicon: Lexicon | undefined;
  #texts: readonly Examined[];
  #own: Map<string, Own> | undefined;
  #parts: Part[] | undefined;
  #found = new Map<string, Own | undefined>();
  #searches = 0;

  constructor(
    texts: readonly Examined[],
    { language, lexicon }: { language?: string | undefined; lexicon?: Lexicon | undefined },
  ) {
    this.#texts = texts;
    this.language = primary(language);
    this.small = functionWordsOf(language);
    this.lexicon = lexicon;
  }

  /** How often the article itself has a word. */
  own(word: string): number {
    return this.#find(word)?.count ?? 0;
  }

  /** A word as the article writes it, where it has it. */
  form(word: string): string | undefined {
    return this.#find(word)?.form;
  }

  /** Number of articles of the lexicon that have a word. */
  elsewhere(word: string): number {
    return this.lexicon?.count(fold(word)) ?? 0;
  }

  /** Whether a word is one for sure: common, met elsewhere in the article, or in several articles of the lexicon. */
  has(word: string): boolean {
    const lower = word.toLowerCase();
    if (this.small.has(lower) || (this.language === 'en' && (ranks.has(lower) || isWordOfItsOwn(lower))))
      return true;
    const own = this.#find(word);
    return (own !== undefined && own.count > own.behind) || this.elsewhere(word) > 1;
  }

  /** The same for a word that stands in the article at the place in question: there must be more of it. */
  hasBeside(word: string): boolean {
    const lower = word.toLowerCase();
    const common = this.small.has(lower) || (this.language === 'en' && ranks.has(lower));
    return common || this.own(word) > 1 || this.elsewhere(word) > 1;
  }

  /** Of some words that all end alike, those that something speaks for; `end` as `tokenize` folds it. */
  likely(words: readonly string[], end: string): string[] {
    if (this.#isListed() || end === '') return words.filter((word) => this.weight(word) > 0);
    this.#searches++;
    const parts = this.#split().filter(({ folded }) => folded.includes(end, 1));
    const before = new Set(parts.flatMap(({ folded }) => unitsBefore(folded, end)));
    const isEnd = [...before].some(isWordUnit);
    const stands = (word: string) => {
      if (!isEnd) return false;
      const folded = fold(word);
      return folded.length === end.length + 1
        ? before.has(folded.charAt(0))
        : parts.some((part) => part.folded.includes(folded));
    };
    return words.filter((word) => this.#common(word) > 0 || this.elsewhere(word) > 0 || stands(word));
  }

  /** How likely a word is, to compare candidates by; 0 where nothing speaks for it. */
  weight(word: string): number {
    return 400 * this.own(word) + this.#common(word) + 8 * this.elsewhere(word);
  }

  #common(word: string): number {
    const lower = word.toLowerCase();
    const rank = this.language === 'en' ? ranks.get(lower) : undefined;
    return rank ?? (this.small.has(lower) ? 300 : 0);
  }

  /** Words with what speaks for them, the likeliest first; words that nothing speaks for are left out. */
  rank(words: Iterable<string>): Candidate[] {
    return [...words]
      .map((text) => ({ text, weight: this.weight(text) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .map(({ text }) => ({ text, reason: this.#reason(text) }));
  }

  #reason(word: string): string {
    if (this.own(word) > 0) return 'stands elsewhere in this article';
    const articles = this.elsewhere(word);
    if (articles > 0) return `stands in ${articles < 100 ? articles : '100 or more'} articles of the archive`;
    return 'a common word';
  }

  /** What the article itself has of a word. */
  #find(word: string): Own | undefined {
    const folded = fold(word);
    if (this.#isListed()) return this.#words().get(folded);
    let own = this.#found.get(folded);
    if (own === undefined && !this.#found.has(folded)) {
      own = this.#search(folded);
      this.#searches++;
      this.#found.set(folded, own);
    }
    return own;
  }

  #isListed(): boolean {
    return this.#own !== undefined || this.#searches >= mostSearches;
  }

  #split(): Part[] {
    this.#parts ??= this.#texts.map(({ text }) => {
      const plain = isPlain(text);
      return { text, latin: plain || isLatin(text), folded: plain ? text.toLowerCase() : foldText(text) };
    });
    return this.#parts;
  }

  /** Most articles are asked for a few words, which are found sooner than all are listed. */
  #search(word: string): Own | undefined {
    let sum: Own | undefined;
    for (const part of this.#split()) {
      const own = searchPart(part, word);
      if (own && sum) sum = { ...sum, count: sum.count + own.count, behind: sum.behind + own.behind };
      else sum ??= own;
    }
    return sum;
  }

  #words(): Map<string, Own> {
    this.#own ??= countWords(this.#texts);
    return this.#own;
  }
}

function countWords(texts: readonly { text: string }[]): Map<string, Own> {
  const words = new Map<string, Own>();
  for (const { text } of texts) {
    for (const { text: word, start, end } of tokenize(text)) {
      const own = words.get(word) ?? { count: 0, behind: 0, form: text.slice(start, end) };
      if (note(own, text, { start, end })) words.set(word, own);
    }
  }
  return words;
}

/** Counts a place of a word in; one beside what could not be read is none. */
function note(own: Own, text: string, { start, end }: { start: number; end: number }): boolean {
  const before = text[start - 1] ?? ' ';
  if (before === unread || text[end] === unread) return false;
  own.count++;
  if (losingMarks.includes(before)) own.behind++;
  return true;
}

const wordUnit = /[\p{L}\p{N}\p{M}]/u;
const isWordUnit = (unit: string | undefined) => unit !== undefined && wordUnit.test(unit);

/** The units that stand before these in a folded text: a longer word may end so. */
function unitsBefore(folded: string, end: string): string[] {
  const found = new Set<string>();
  for (let at = folded.indexOf(end, 1); at >= 0; at = folded.indexOf(end, at + 1))
    found.add(folded.charAt(at - 1));
  return [...found];
}

/** What one text has of a word. */
function searchPart(part: Part, word: string): Own | undefined {
  if (word === '' || !part.folded.includes(word)) return undefined;
  if (part.latin) return searchLatin(part, word);
  part.words ??= countWords([part]);
  return part.words.get(word);
}

/** What a text has of a word where nothing of it folds but single letters: between words the folded text is the text. */
function searchLatin({ text, folded }: Part, word: string): Own | undefined {
  const own: Own = { count: 0, behind: 0, form: '' };
  for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + word.length)) {
    const end = start + word.length;
    if (isWordUnit(folded[start - 1]) || isWordUnit(folded[end])) continue;
    if (note(own, folded, { start, end }) && own.form === '')
      own.form = text.slice(unfolded(text, folded, start), unfolded(text, folded, end));
  }
  return own.count > 0 ? own : undefined;
}

/** The place in a text that one in the folded text stands for: some letters fold to two. */
function unfolded(text: string, folded: string, place: number): number {
  if (text.length === folded.length) return place;
  let at = 0;
  for (let left = place; left > 0; at++) left -= foldText(text.charAt(at)).length;
  return at;
}

/** A word as indexes know it: the token it folds to; '' where it is none, or several. */
export function fold(word: string): string {
  const [token, ...more] = tokenize(word);
  return token && more.length === 0 ? token.text : '';
}
