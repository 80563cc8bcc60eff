/**
 * Counts words as the vendor does, closely: runs between white space that hold a letter or digit; in Chinese and
 * Japanese each character.
 */
export function countWords(text: string): number {
  let words = 0;
  let counted = false;
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[text.charCodeAt(at)];
    if (kind === space) counted = false;
    else if (kind === ideograph) {
      words++;
      counted = false;
    } else if (kind === letter && !counted) {
      words++;
      counted = true;
    }
  }
  return words;
}

const space = 1;
const letter = 2;
const ideograph = 3;

/** What each UTF-16 code unit is; a character of two units counts at its first half. */
const kinds = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (isSpace(code)) return space;
  if (isIdeograph(code)) return ideograph;
  return isLetter(code) ? letter : 0;
});

function isSpace(code: number): boolean {
  return (
    code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f
  );
}

// Kana, Han, and the first halves of Han beyond the basic plane.
function isIdeograph(code: number): boolean {
  if (code < 0x3040) return false;
  return (
    code <= 0x30ff ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xd8bf)
  );
}

function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
  const isSign = (code >= 0x2000 && code <= 0x2bff) || (code >= 0x3001 && code <= 0x303f);
  return code >= 0xc0 && !isSign && !(code >= 0xdc00 && code <= 0xdfff);
}
