/**
 * Counts words as the vendor does, closely: runs between white space that hold a letter or digit; in Chinese and
 * Japanese each character.
 */
export function countWords(text: string): number {
  let words = 0;
  let counted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) counted = false;
    else if (isIdeograph(code)) {
      words++;
      counted = false;
    } else if (!counted && isWordCharacter(code)) {
      words++;
      counted = true;
    }
  }
  return words;
}

function isSpace(code: number): boolean {
  return (
    code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f
  );
}

// Kana, Han, and the halves of Han beyond the basic plane (counted at the first half).
function isIdeograph(code: number): boolean {
  if (code < 0x3040) return false;
  return (
    code <= 0x30ff ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xd8bf)
  );
}

function isWordCharacter(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
  return (
    code >= 0xc0 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3001 && code <= 0x303f) &&
    !(code >= 0xdc00 && code <= 0xdfff)
  );
}
