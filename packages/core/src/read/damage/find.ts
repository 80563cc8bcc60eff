import type { Diagnostic } from '../../diagnostic.ts';
import { survey } from '../survey.ts';
import { joinedWithin } from './joined-words.ts';
import { kinds } from './kinds.ts';
import type { Examined } from './place.ts';
import { type Lexicon, Vocabulary } from './vocabulary.ts';

export type { Examined } from './place.ts';
export type { Lexicon } from './vocabulary.ts';

/** What damage is looked for with. */
export interface DamageOptions {
  /** BCP 47; English where it is not known. */
  language?: string | undefined;
  /** Words of a larger body of text: ranks candidates, and tells words apart that are joined in small letters. */
  lexicon?: Lexicon | undefined;
}

/** Finds damage in the texts of one article; each place comes with its possible repairs, likeliest first. */
export function findDamage(texts: readonly Examined[], options: DamageOptions = {}): Diagnostic[] {
  const known = new Vocabulary(texts, options);
  const found: Diagnostic[] = [];
  for (const examined of texts) {
    const { signs = survey(examined.text).signs } = examined;
    // Nearly every text: the cheapest end is the one that matters.
    if (signs === 0 && !options.lexicon) continue;
    const own: Diagnostic[] = [];
    for (const [number, kind] of kinds.entries())
      if ((signs >> number) & 1) own.push(...kind.find(examined, known));
    if (options.lexicon) own.push(...joinedWithin(examined, known));
    found.push(...(own.length > 1 ? withoutOverlaps(own) : own));
  }
  return found;
}

/** In the order of the text; where two kinds claim the same characters, the earlier kind has them. */
function withoutOverlaps(found: Diagnostic[]): Diagnostic[] {
  const kept: Diagnostic[] = [];
  for (const one of found) {
    const { start = 0, end = 0 } = one.span ?? {};
    const clash = kept.some(({ span }) => span && span.start < end && start < span.end);
    if (!clash) kept.push(one);
  }
  return kept.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
}
