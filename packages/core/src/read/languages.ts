import { asMeant } from './misread.ts';
import { remember } from './remember.ts';
import { languageNames } from './tables/languages.ts';

const codes = new Map<string, string>();
const add = (name: string, code: string) => {
  const key = folded(name);
  if (!codes.has(key)) codes.set(key, code);
};
for (const [code, names] of Object.entries(languageNames))
  for (const name of names.split('|')) add(name, code);
// Pages in Chinese end a name in either word; the table has one of them.
for (const [code, names] of Object.entries(languageNames)) {
  for (const name of names.split('|')) {
    if (name.includes('语')) add(name.replace('语', '文'), code);
    else if (name.includes('文')) add(name.replace(/文(?=（|$)/, '語'), code);
  }
}

// No name is longer, and most lines that are asked about are paragraphs.
const longestName = 80;

/** BCP 47 code of a language by its name in any interface language of the vendor; undefined where no table has it. */
export function languageCode(name: string): string | undefined {
  return name.length > longestName ? undefined : codeOf(name);
}

// The lines of every header are asked, and most of them stand in every header.
const codeOf = remember(asMeant((name) => codes.get(folded(name))));

// `Chinese (Simplified)`, `Chinese - Simplified`, `中文（简体）`: marks and spaces differ from page to page, and pages
// that run from right to left put marks of direction around a value.
function folded(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{Cf}]/gu, '');
}
