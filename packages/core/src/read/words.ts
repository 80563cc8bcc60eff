const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * Counts words as the vendor does, closely: runs between white space that hold a letter or digit; in Chinese and
 * Japanese each character.
 */
export function countWords(text: string): number {
  const characters = text.match(cjk)?.length ?? 0;
  const rest = characters > 0 ? text.replace(cjk, ' ') : text;
  return characters + (rest.match(/[^\s]*[\p{L}\p{N}][^\s]*/gu)?.length ?? 0);
}
