import type { Article } from '../article.ts';
import type { FileReport } from '../report.ts';
import type { Days } from './summary-dates.ts';

/** Fields whose presence is counted, in the order in which a report shows them. */
const watched: Record<string, (article: Article) => boolean> = {
  accession: ({ accession }) => accession !== undefined,
  headline: ({ headline }) => headline !== '',
  section: ({ section }) => section !== undefined,
  byline: ({ byline }) => byline !== undefined,
  credit: ({ credit }) => credit !== undefined,
  'word count': ({ wordCount }) => wordCount.stated !== undefined,
  date: ({ publication }) => publication?.basis === 'display',
  time: ({ publication }) => publication?.time !== undefined,
  source: ({ source }) => source !== undefined,
  'source code': ({ source }) => source?.code !== undefined,
  edition: ({ source }) => source?.edition !== undefined,
  page: ({ page }) => page !== undefined,
  volume: ({ volume }) => volume !== undefined,
  language: ({ language }) => language !== undefined,
  copyright: ({ copyright }) => copyright !== undefined,
  text: ({ body }) => body.length > 0,
  dateline: ({ dateline }) => dateline !== undefined,
  publisher: ({ publisher }) => publisher !== undefined,
  codes: ({ codes }) => {
    for (const list in codes) if (codes[list as keyof Article['codes']].length > 0) return true;
    return false;
  },
};

const watchers = Object.entries(watched).map(([field, has]) => ({ field, has }));

/** Names of the fields that are counted. */
export const watchedFields: readonly string[] = Object.keys(watched);

/** Counts over the articles of a file how many have each field. Items without a body are not expected to. */
export class Coverage {
  #articles = 0;
  /** First and last day of the articles; undefined before the first. */
  days: Days | undefined;
  readonly #found = watchers.map(() => 0);

  add(article: Article): void {
    const day = article.publication?.date;
    if (day) this.days = { earliest: min(day, this.days?.earliest), latest: max(day, this.days?.latest) };
    if (article.kind !== 'article') return;
    this.#articles++;
    for (let index = 0; index < watchers.length; index++)
      if (watchers[index]?.has(article)) this.#found[index] = (this.#found[index] as number) + 1;
  }

  account(): NonNullable<FileReport['fields']> {
    return {
      articles: this.#articles,
      found: Object.fromEntries(watchers.map(({ field }, index) => [field, this.#found[index] ?? 0])),
    };
  }
}

const min = (day: string, other = day): string => (day < other ? day : other);
const max = (day: string, other = day): string => (day > other ? day : other);
