const rightToLeft = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The direction in which a text runs, by its first letter. */
export function directionOf(text: string): 'rtl' | 'ltr' {
  return rightToLeft.test(text) ? 'rtl' : 'ltr';
}
