import type { Diagnostic, DiagnosticCode } from '../../diagnostic.ts';
import { diagnose } from '../../diagnostic.ts';
import type { Pair } from './signs.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Candidate = NonNullable<Diagnostic['candidates']>[number];

/** One run of text that may be damaged, with its key in the article. */
export interface Examined {
  path: string;
  text: string;
  /** Which kinds of damage it may hold, where that is known: `Survey.signs`. */
  signs?: number;
}

/** One kind of damage: pairs of characters that undamaged texts mostly lack, and the search where one of them stands. */
export interface Kind {
  pairs: readonly Pair[];
  find(examined: Examined, known: Vocabulary): Diagnostic[];
}

/** A damaged place of a text. */
export interface Place {
  start: number;
  end: number;
  message: string;
  candidates?: Candidate[];
}

/** A text with more places than this is not damaged here and there: the first ones tell. */
export const mostPlaces = 50;

/** Ranked candidates are cut here: who does not find the word among these types it. */
const mostCandidates = 5;

/** The matches of a pattern with flag `g` that fits no empty text, at most `mostPlaces`. */
export function matches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match && found.length < mostPlaces; match = pattern.exec(text))
    found.push(match);
  return found;
}

/** A diagnostic of a damaged place. */
export function damaged(
  code: DiagnosticCode,
  path: string,
  { start, end, message, candidates = [] }: Place,
): Diagnostic {
  return diagnose(code, message, {
    path,
    span: { start, end },
    ...(candidates.length > 0 && { candidates: unique(candidates).slice(0, mostCandidates) }),
  });
}

function unique(candidates: Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ text }) => !seen.has(text) && seen.add(text));
}

const letter = /^[\p{L}\p{M}]$/u;

/** Whether a UTF-16 code unit is a letter or a mark on one. */
export function isLetter(unit: string | undefined): boolean {
  return unit !== undefined && letter.test(unit);
}

/** Longer runs of letters are no words. */
const longest = 60;

/** The run of letters that a place lies in or touches. */
export function wordAround(text: string, { start, end }: { start: number; end: number }) {
  let from = start;
  let to = end;
  while (start - from < longest && isLetter(text[from - 1])) from--;
  while (to - end < longest && isLetter(text[to])) to++;
  return { start: from, end: to };
}
