import type { Article } from './article.ts';

/** Keys of an article whose text a file may hold damaged, beside its body. */
export const textKeys = [
  'headline',
  'subheadline',
  'kicker',
  'section',
  'column',
  'dateline',
  'credit',
  'byline',
  'copyright',
  'publisher',
] as const satisfies readonly (keyof Article)[];

type Texts = Partial<Pick<Article, (typeof textKeys)[number]>> & Pick<Article, 'body'>;

/** The texts of an article that may be damaged, each with its path: `headline`, `body.3.text`. */
export function articleTexts(article: Texts): { path: string; text: string }[] {
  const texts: { path: string; text: string }[] = [];
  for (const path of textKeys) {
    const text = article[path];
    if (text) texts.push({ path, text });
  }
  article.body.forEach(({ text }, index) => {
    texts.push({ path: `body.${index}.text`, text });
  });
  return texts;
}

/** The text of an article under one of these paths; '' where it has none. */
export function textAt(article: Texts, path: string): string {
  return articleTexts(article).find((one) => one.path === path)?.text ?? '';
}

/** The article with other texts at some of these paths. */
export function withTexts(article: Article, texts: ReadonlyMap<string, string>): Article {
  const own = textKeys.flatMap((path) => (texts.has(path) ? [[path, texts.get(path)]] : []));
  const body = article.body.map((paragraph, index) => {
    const text = texts.get(`body.${index}.text`);
    return text === undefined ? paragraph : { ...paragraph, text };
  });
  return { ...article, ...Object.fromEntries(own), body };
}
