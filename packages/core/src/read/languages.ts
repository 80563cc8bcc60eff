import { asMeant } from './misread.ts';
import { remember } from './remember.ts';
import { languageNames } from './tables/languages.ts';

const codes = new Map<string, string>();
for (const [code, names] of Object.entries(languageNames)) {
  for (const name of names.split('|')) if (!codes.has(folded(name))) codes.set(folded(name), code);
}

// No name is longer, and most lines that are asked about are paragraphs.
const longestName = 80;

/** BCP 47 code of a language by its name in any interface language of the vendor; undefined where no table has it. */
export function languageCode(name: string): string | undefined {
  return name.length > longestName ? undefined : codeOf(name);
}

// The lines of every header are asked, and most of them stand in every header.
const codeOf = remember(asMeant((name) => codes.get(folded(name))));

// `Chinese (Simplified)`, `Chinese - Simplified`, `中文（简体）`: marks and spaces differ from page to page.
function folded(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\s\p{P}]/gu, '');
}
