import type { Article } from '@pressmark/core';
import { inventArticles, random, type Truth } from '@pressmark/fixtures';

/** Twenty years. */
const days = { from: '2004-01-01', to: '2023-12-31' };
const sources = 300;

/** Which of the sources an article is of: by Zipf's law, so that some are large. */
function sourceOf(truth: Truth, index: number): Article['source'] {
  const rank = Math.floor(Math.exp(random(7, index).next() * Math.log(sources + 1)));
  const number = String(Math.min(sources, rank)).padStart(3, '0');
  return { name: `${truth.source.name} ${number}`, code: `SRC${number}` };
}

function articleOf(truth: Truth, index: number, file: string): Article {
  const { accession, headline, byline, authors, body, language, words, codes } = truth;
  const { subheadline, section, credit, dateline, page, copyright, publisher, time } = truth;
  const optional = { subheadline, section, byline, credit, dateline, page, publisher };
  return {
    id: `factiva:${accession.number.toLowerCase()}`,
    kind: 'article',
    accession: { vendor: 'factiva', number: accession.number },
    headline,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    authors: authors.map((name) => ({ name })),
    copyright,
    publication: { date: truth.date, ...(time && { time }), raw: truth.date, basis: 'display' },
    source: sourceOf(truth, index),
    language,
    body: body.map(({ kind, part, text }) => ({ kind, part, text })),
    wordCount: { stated: words, counted: words },
    codes: { ...codes, people: [] },
    links: [],
    raw: [],
    provenance: {
      file,
      span: { start: index, end: index + 1 },
      index,
      reader: 'generated',
      readerVersion: 1,
    },
    diagnostics: [],
  };
}

/** The articles of an archive of this size, the same on every machine: 400 to 770 words each by Zipf's law, newest first. */
export function* generateArticles(count: number, seed = 1): Generator<Article> {
  let index = 0;
  for (const truth of inventArticles({ count, seed, style: 'volume', ...days })) {
    yield articleOf(truth, index, `generated-${Math.floor(index / articlesPerFile)}.txt`);
    index += 1;
  }
}

export const articlesPerFile = 50_000;
