import { isAgency } from '../../read/names.ts';
import { nameParticles } from '../../read/tables/bylines.ts';

/** A name as citations want it: in its parts where they are plain, else whole. Keys as in CSL. */
export type Person = { family: string; given: string; suffix?: string } | { literal: string };

const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/iu;
const bareSuffix = /,?\s+(?=(?:jr|sr|ii|iii|iv)\.?$)/iu;
/** Scripts in which the family name stands first, or names have no such parts. */
const unparted = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\d&/]/u;
/** Languages that write names in Latin letters, family first. */
const familyFirst = /^(?:hu|vi)(?:-|$)/u;
const particle = new RegExp(`^(?:${nameParticles.join('|')})$`, 'iu');
/** More words than this are hardly one person's name. */
const mostWords = 5;

/** Parts a name as a byline has it; one whose parts cannot be told stays whole. */
export function partName(name: string, language: string | undefined): Person {
  const [before = '', behind, ...more] = name.replace(bareSuffix, ', ').split(/\s*,\s*/u);
  const words = before.split(/\s+/u);
  const isWhole = more.length > 0 || unparted.test(name) || isAgency(name) || words.length > mostWords;
  if (isWhole || (language !== undefined && familyFirst.test(language))) return { literal: name };
  if (behind !== undefined && !suffix.test(behind)) return { family: before, given: behind };
  const first = words.findIndex((word, at) => at > 0 && particle.test(word));
  const at = first > 0 && first < words.length - 1 ? first : words.length - 1;
  if (at === 0) return { literal: name };
  const parts = { family: words.slice(at).join(' '), given: words.slice(0, at).join(' ') };
  return behind === undefined ? parts : { ...parts, suffix: behind };
}

/** `Fitch, Asa`: family name first, as lists of references have it. */
export function inverted(person: Person): string {
  if ('literal' in person) return person.literal;
  return [person.family, person.given, person.suffix].filter(Boolean).join(', ');
}
