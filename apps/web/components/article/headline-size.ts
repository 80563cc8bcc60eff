/** The size of a headline, of three from large to small: a long one is to leave room for its text. */
export function headlineSize(headline: string, [large, medium, small]: [string, string, string]): string {
  if (headline.length <= 110) return large;
  return headline.length <= 200 ? medium : small;
}
