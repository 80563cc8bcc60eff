/** Characters that writers put for one another, plain form first. */
const families = [
  '-\u00ad‐‑‒–—―−',
  "'‘’‚‛′`´",
  '"“”„‟″«»',
  '*•·●▪',
  '.…',
  ' \u00a0\u2002\u2003\u2009\u202f\u3000',
  'lł',
  'LŁ',
  'dđ',
  'DĐ',
  'iı',
];
const plainForms = new Map(
  families.flatMap((family) => [...family].map((char) => [char, family[0] ?? char])),
);

/** What a writer puts for whatever it cannot show. */
const anyForm = new Set(['?', '_', '*']);

/**
 * Whether the character after `\uN` stands in for it. By the specification any character would be (`\uc1`), but exports
 * hold `\uN` without a stand-in, and readers that skip blindly lose a letter ("—ollowing"). So a letter, digit, space
 * or mark is a stand-in only if it is the plain form of the same character; a hexadecimal byte always is one.
 */
export function standsFor(char: string, original: string): boolean {
  if (anyForm.has(char)) return true;
  // Code pages have the Latin-1 letters: no writer puts `e` for `é`, but `\u233` may well be followed by an `e`.
  if (/[\p{L}\p{N}]/u.test(char) && original < '\u0100') return false;
  return plainForm(char) === plainForm(original);
}

function plainForm(char: string): string {
  return plainForms.get(char) ?? char.normalize('NFKD').replace(/\p{M}/gu, '');
}
