import type { Article } from '../../article.ts';
import type { Writer } from '../writer.ts';
import { carried } from './carried.ts';
import { inverted } from './person.ts';
import { keywordsOf, type Reference, referenceOf } from './reference.ts';

type Value = string | string[] | undefined;

/** Tags in the order they are written; TY stands before them and ER behind. */
const tags: [tag: string, convert: (reference: Reference, article: Article) => Value][] = [
  ['AU', ({ author }) => author?.map(inverted)],
  ['TI', ({ title }) => title],
  ['T2', (reference) => reference['container-title']],
  ['PY', (_, { publication }) => publication?.date.slice(0, 4)],
  ['DA', (_, { publication }) => publication && `${publication.date.replaceAll('-', '/')}/`],
  ['ET', ({ edition }) => edition],
  ['SE', ({ section }) => section],
  ['SP', ({ page }) => page],
  ['VL', ({ volume }) => volume],
  ['IS', ({ issue }) => issue],
  ['SN', ({ ISSN }) => ISSN],
  ['PB', ({ publisher }) => publisher],
  ['LA', ({ language }) => language],
  ['KW', (_, article) => keywordsOf(article)],
  ['DB', ({ archive }) => archive],
  ['AN', ({ archive_location }) => archive_location],
  ['ID', ({ id }) => id],
  ['N1', ({ note }) => note],
];

/** RIS, one record of type NEWS an article, lines ended by CRLF, which no value breaks. */
export const ris: Writer = {
  id: 'ris',
  label: 'RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems; charset=utf-8',
  async *write(articles) {
    for await (const article of articles) yield record(article);
  },
  ...carried('id', 'copyright'),
};

function record(article: Article): string {
  const reference = referenceOf(article);
  const lines = tags.flatMap(([tag, convert]) =>
    [convert(reference, article) ?? []].flat().map((value) => `${tag}  - ${value}`),
  );
  return ['TY  - NEWS', ...lines, 'ER  - ', '', ''].join('\r\n');
}
