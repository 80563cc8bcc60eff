import { joinedWords } from './joined-words.ts';
import { leftovers } from './leftovers.ts';
import { lostCharacters } from './lost-characters.ts';
import { mojibake } from './mojibake.ts';
import type { Kind } from './place.ts';
import { replacements } from './replacements.ts';

/** Every kind of damage that its signs give away; where two claim the same characters, the earlier has them. */
export const kinds: readonly Kind[] = [
  ...mojibake,
  ...replacements,
  ...leftovers,
  ...lostCharacters,
  ...joinedWords,
];
