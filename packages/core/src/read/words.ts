const cjk = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\ud840-\ud8bf]/;
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const otherSpaces = ['\n', '\t', '\u00a0', '\r', '\f', '\u2009', '\u202f', '\u3000'];
const wordCharacter = /[\p{L}\p{N}]/u;

/**
 * Counts words as the vendor does, closely: runs between white space that hold a letter or digit; in Chinese and
 * Japanese each character.
 */
export function countWords(text: string): number {
  if (!cjk.test(text)) return countRuns(text);
  return (text.match(ideographs)?.length ?? 0) + countRuns(text.replace(ideographs, ' '));
}

function countRuns(text: string): number {
  const spaced = otherSpaces.some((space) => text.includes(space)) ? text.replace(/\s/g, ' ') : text;
  let words = 0;
  for (let start = 0; start < spaced.length; ) {
    const space = spaced.indexOf(' ', start);
    const end = space < 0 ? spaced.length : space;
    if (isPlain(spaced.charCodeAt(start)) || wordCharacter.test(spaced.slice(start, end))) words++;
    start = end + 1;
  }
  return words;
}

// Most words begin with a plain letter, which saves a look at the rest.
function isPlain(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}
