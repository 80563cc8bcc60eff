/** A name as it is compared with others: whatever its case, its accents and its white space. Example: `asa fitch`. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');
}

/** The value by which articles of an author are chosen: one for all spellings that differ in case, accents and white space. */
export function authorValue(name: string): string {
  return foldName(name.toWellFormed()).trim() || name.trim();
}
