import type { Span } from '../diagnostic.ts';
import type { Term } from './query.ts';
import { isUnspaced, type Token, tokenize } from './tokens.ts';

/** Why a word cannot be looked for; places count from its first character. */
export interface WordTrouble {
  message: string;
  span: Span;
  expected?: string;
  /** Words to put in its place. */
  instead?: string;
}

/** Fewer letters would expand to too much of the vocabulary. */
const shortestStem = 3;

interface Sign {
  text: string;
  sign: string;
  at: number;
  before: Token | undefined;
  after: Token | undefined;
  quoted: boolean;
}

function checkStar({ at, before, after, quoted }: Sign): WordTrouble | undefined {
  const span = { start: at, end: at + 1 };
  if (!before && quoted && !after) return undefined;
  if (!before)
    return { message: 'Truncation needs the beginning of a word.', span, expected: 'letters before *' };
  if (after)
    return {
      message: 'Truncation stands at the end of a word only.',
      span,
      expected: 'the end of the word after *',
    };
  if (isUnspaced(before.text) || [...before.text].length >= shortestStem) return undefined;
  return {
    message: `The stem “${before.text}” is too short.`,
    span: { start: before.start, end: at + 1 },
    expected: `${shortestStem} characters or more before *`,
  };
}

/** `$` and `?` belong to the language but are not answered yet; quoted they are punctuation, except inside a word. */
function checkWildcard({ text, sign, at, before, after, quoted }: Sign): WordTrouble | undefined {
  if (quoted && !(before && after)) return undefined;
  const meaning = sign === '$' ? 'up to N more characters' : 'exactly one character';
  const trouble = { message: `${sign} (${meaning}) is not supported yet.`, span: { start: at, end: at + 1 } };
  const stem = before && (sign === '$' || after) && [...before.text].length >= shortestStem;
  if (stem && !quoted) return { ...trouble, expected: '*', instead: `${text.slice(0, at)}*` };
  const spaced = `${text.slice(0, at)} ${text.slice(at + 1)}`;
  return before && after ? { ...trouble, instead: quoted ? spaced : `"${spaced}"` } : trouble;
}

/** The terms of a word or of what stands between quotes; separators split it, `*` truncates the token it follows. */
export function readTerms(text: string, quoted: boolean): Term[] | WordTrouble {
  const tokens = tokenize(text);
  const ends = new Map(tokens.map((token) => [token.end, token]));
  const starts = new Map(tokens.map((token) => [token.start, token]));
  const truncated = new Set<Token>();
  for (const { 0: sign, index: at } of text.matchAll(/[*?$]/g)) {
    const found: Sign = { text, sign, at, before: ends.get(at), after: starts.get(at + 1), quoted };
    const trouble = sign === '*' ? checkStar(found) : checkWildcard(found);
    if (trouble) return trouble;
    if (sign === '*' && found.before && !isUnspaced(found.before.text)) truncated.add(found.before);
  }
  if (tokens.length > 0) return tokens.map((token) => ({ text: token.text, prefix: truncated.has(token) }));
  const message = quoted ? 'There is no word between the quotes.' : `“${text}” holds no letter and no digit.`;
  return { message, span: { start: 0, end: text.length }, expected: 'a word' };
}
