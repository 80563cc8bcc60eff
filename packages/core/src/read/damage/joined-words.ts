import type { Diagnostic } from '../../diagnostic.ts';
import { tokenize } from '../../query/tokens.ts';
import { damaged, type Examined, isLetter, type Kind, matches, wordAround } from './place.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words between which the end of a line, and with it the space, was lost. */
export const joinedWords: readonly Kind[] = [
  { pairs: [[/\p{Ll}/u, /\p{Lu}/u]], find: joinedBeforeCapital },
  { pairs: [[/[.!?]/, /\p{Lu}/u]], find: joinedSentences },
];

const boundary = /\p{Ll}(?=\p{Lu}\p{Ll})/gu;

/** `theUnited`: a small word or a known one before a capital within a word. */
function joinedBeforeCapital({ path, text }: Examined, known: Vocabulary): Diagnostic[] {
  return matches(text, boundary).flatMap((match) => {
    const at = match.index + match[0].length;
    const { start, end } = wordAround(text, { start: at, end: at });
    const [left, right] = [text.slice(start, at), text.slice(at, end)];
    if (!arePlainWords(left, right, known) || isName(text, { start, end }, known)) return [];
    return [apart(path, { start, end, words: [left, right] })];
  });
}

function apart(
  path: string,
  { start, end, words }: { start: number; end: number; words: string[] },
): Diagnostic {
  return damaged('damage-joined-words', path, {
    start,
    end,
    message: `Two words seem joined: “${words.join('')}”.`,
    candidates: [{ text: words.join(' '), reason: 'two words of the language' }],
  });
}

/** Parts of names that begin small (`deVito`, `vanDyke`) or end with a capital of their own (`KollegInnen`). */
const particles = new Set(
  'de di da du del della van von la le lo los las el al mac mc te ter ten my your we you'.split(' '),
);
const endings = new Set(['In', 'Innen', 'Es', 'Rs']);

function arePlainWords(left: string, right: string, known: Vocabulary): boolean {
  if (left.length < 2 || endings.has(right)) return false;
  const lowered = left.toLowerCase();
  if (lowered !== left)
    return isBeginning(left) && known.small.has(lowered) && known.has(right) && !particles.has(lowered);
  if (!/^\p{Lu}\p{Ll}+$/u.test(right)) return false;
  if (known.small.has(left)) return !particles.has(left) || known.has(right);
  // Of two words that mean something both must be known, and the capital must begin a name or a sentence.
  return left.length > 2 && known.has(left) && known.has(right) && isCapitalised(right, known);
}

const isBeginning = (word: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(word);

function isCapitalised(word: string, known: Vocabulary): boolean {
  if (known.language === 'de' || known.elsewhere(word) >= firmlyKnown) return true;
  const form = known.form(word);
  return form === undefined ? known.small.has(word.toLowerCase()) : form === word;
}

const address = /[@/\\_#=<>|~{}]|\bwww\.|\.\p{Ll}{2}|\(\)|\p{N}/u;

/** Whether a word with a capital inside is meant so: an address, a name of a program, a name met elsewhere too. */
function isName(text: string, { start, end }: { start: number; end: number }, known: Vocabulary): boolean {
  const run = text.slice(spaceBefore(text, start), spaceAfter(text, end));
  return (
    address.test(run) || known.own(text.slice(start, end)) > 1 || known.elsewhere(text.slice(start, end)) > 1
  );
}

/** How far an address may reach on either side of a word. */
const reach = 80;

function spaceBefore(text: string, from: number): number {
  let at = from;
  while (from - at < reach && at > 0 && !/\s/.test(text[at - 1] as string)) at--;
  return at;
}

function spaceAfter(text: string, from: number): number {
  let at = from;
  while (at - from < reach && at < text.length && !/\s/.test(text[at] as string)) at++;
  return at;
}

const fullStop = /\p{Ll}{2}[.!?](?=\p{Lu}\p{Ll})/gu;

/** `said.The`: a sentence that begins close to the end of another. */
function joinedSentences({ path, text }: Examined, known: Vocabulary): Diagnostic[] {
  return matches(text, fullStop).flatMap((match) => {
    const at = match.index + match[0].length;
    const before = wordAround(text, { start: at - 2, end: at - 1 });
    const after = wordAround(text, { start: at, end: at + 1 });
    const [left, right] = [text.slice(before.start, at), text.slice(at, after.end)];
    const run =
      text.slice(spaceBefore(text, before.start), before.start) +
      text.slice(after.end, spaceAfter(text, after.end));
    if (!/^\p{L}\p{Ll}{2,}[.!?]$/u.test(left) || right.length < 2 || address.test(run)) return [];
    const word = left.slice(0, -1);
    const name = /^\p{Lu}/u.test(left);
    const begins =
      known.small.has(right.toLowerCase()) || (!name && right.length > 3 && known.hasBeside(right));
    if (!begins && (name || right.length < 4 || !known.hasBeside(word))) return [];
    return [apart(path, { start: before.start, end: after.end, words: [left, right] })];
  });
}

/** English words that hardly any word ends or begins with, but for `compounds`. */
const tails = new Set(
  'of the and to for with from that was were had has have said which they would'.split(' '),
);
const heads = new Set('the of and with from their this because between'.split(' '));
const compounds =
  /^(?:(?:here|there|where|hither|thither)\p{L}+|with(?:h(?:old|eld)|dr(?:aw|ew)|st(?:and|ood)|out|in|al)\p{L}*|seethe|teethe|therapists?)$/u;
/** Of two small words one must be of these: others make compounds (`wherein`, `wodurch`, `surtout`). */
const connectors: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the of and to is his their its'.split(' ')),
  de: new Set('und ist nicht von'.split(' ')),
  fr: new Set('et est les des dans pour une'.split(' ')),
  es: new Set('los las del una con'.split(' ')),
  it: new Set('della nella sono una'.split(' ')),
  pt: new Set('uma dos das não'.split(' ')),
  nl: new Set('het een van niet'.split(' ')),
};
/** So many articles of a lexicon must have a word that is thought to be joined to another. */
const firmlyKnown = 10;
const shortest = 5;

/**
 * `endof`, `ofthe`: words that are none, and are two when cut. Every word of the article is looked up in the lexicon, so
 * that this is for an article that is shown, not for every one that is read.
 */
export function joinedWithin({ path, text }: Examined, known: Vocabulary): Diagnostic[] {
  const { lexicon } = known;
  if (!lexicon) return [];
  return tokenize(text).flatMap(({ text: word, start, end }) => {
    const plain = text.slice(start, end) === word && word.length >= shortest && !isLetter(text[start - 1]);
    if (!plain || /\p{N}/u.test(word) || known.small.has(word)) return [];
    if (known.own(word) > 1 || lexicon.count(word) > 1) return [];
    const words = cut(word, known);
    return words ? [apart(path, { start, end, words })] : [];
  });
}

function cut(word: string, known: Vocabulary): [string, string] | undefined {
  if (compounds.test(word)) return undefined;
  const cuts = Array.from({ length: word.length - 3 }, (_, at): [string, string] => [
    word.slice(0, at + 2),
    word.slice(at + 2),
  ]);
  const firm = (part: string) => part.length > 2 && known.elsewhere(part) >= firmlyKnown;
  return cuts.find(([left, right]) => {
    const [smallLeft, smallRight] = [known.small.has(left), known.small.has(right)];
    const connects = connectors[known.language];
    if (smallLeft && smallRight) return connects?.has(left) || connects?.has(right);
    if (known.language !== 'en') return false;
    return (tails.has(right) && !smallLeft && firm(left)) || (heads.has(left) && !smallRight && firm(right));
  });
}
