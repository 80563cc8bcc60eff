/** White space of JSON. */
export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/** Between records: a byte order mark of files put one behind the other, as a unit or as bytes; what parts records (RS), ends files (SUB) or fills them (NUL). */
export function isMark(unit: number): boolean {
  return (
    unit === 0xfeff ||
    unit === 0xef ||
    unit === 0xbb ||
    unit === 0xbf ||
    unit === 0x1e ||
    unit === 0x1a ||
    unit === 0
  );
}

const literal = /[\w.+-]{1,400}/y;

/** Length of the number or word that begins here; 0 where none does. */
export function lengthOfLiteral(text: string, from: number): number {
  literal.lastIndex = from;
  return literal.exec(text)?.[0].length ?? 0;
}

/** The place behind the string whose inside begins here. */
export function endOfString(text: string, from: number): number | undefined {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (quote - slashes > from && text.charCodeAt(quote - slashes - 1) === 0x5c) slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
  return undefined;
}
