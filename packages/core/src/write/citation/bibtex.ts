import type { Article } from '../../article.ts';
import type { Writer } from '../writer.ts';
import { carried } from './carried.ts';
import type { Person } from './person.ts';
import { keywordsOf, type Reference, referenceOf } from './reference.ts';

type Field = [name: string, convert: (reference: Reference, article: Article) => string | undefined];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The names that LaTeX has for languages; without one the field is left out. */
const languages: Record<string, string> = {
  cs: 'czech',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  hu: 'hungarian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  no: 'norwegian',
  pl: 'polish',
  pt: 'portuguese',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
};

const opening: Field[] = [
  ['author', ({ author }) => braced(author?.map(personText).join(' and '))],
  // Braced twice: the headline stays as it was printed, capitals and all.
  ['title', ({ title }) => title && `{{${escaped(title)}}}`],
];

const closing: Field[] = [
  ['edition', ({ edition }) => text(edition)],
  ['volume', ({ volume }) => text(volume)],
  ['number', ({ issue }) => text(issue)],
  ['pages', ({ page }) => text(page?.replace(/(\w)\s*[-–]\s*(\w)/u, '$1--$2'))],
  ['issn', ({ ISSN }) => text(ISSN)],
  ['publisher', ({ publisher }) => text(publisher)],
  ['keywords', (_, article) => text(keywordsOf(article).join(', '))],
  ['copyright', ({ note }) => text(note)],
];

const bibtexFields: Field[] = [
  ...opening,
  ['journal', (reference) => text(reference['container-title'])],
  ['year', ({ issued }) => text(issued?.['date-parts'][0][0])],
  ['month', ({ issued }) => issued && months[issued['date-parts'][0][1] - 1]],
  ['day', ({ issued }) => text(issued?.['date-parts'][0][2])],
  ...closing,
  ['note', ({ archive, archive_location: number }) => text(number && `${archive} ${number}`)],
];

const biblatexFields: Field[] = [
  ...opening,
  ['journaltitle', (reference) => text(reference['container-title'])],
  ['entrysubtype', () => '{newspaper}'],
  ['date', (_, { publication }) => text(publication?.date)],
  ...closing,
  ['langid', ({ language }) => text(languages[language?.split('-')[0] ?? ''])],
  ['eprint', ({ archive_location }) => text(archive_location)],
  ['eprinttype', ({ archive }) => text(archive?.toLowerCase())],
];

/** BibTeX, one `@article` an article, UTF-8. */
export const bibtex: Writer = {
  id: 'bibtex',
  label: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  async *write(articles) {
    for await (const article of articles) yield entry(article, bibtexFields);
  },
  ...carried('copyright'),
};

/** BibLaTeX, one `@article` of subtype newspaper an article, UTF-8. */
export const biblatex: Writer = {
  id: 'biblatex',
  label: 'BibLaTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  async *write(articles) {
    for await (const article of articles) yield entry(article, biblatexFields);
  },
  ...carried('copyright'),
};

function entry(article: Article, fields: Field[]): string {
  const reference = referenceOf(article);
  const lines = fields.flatMap(([name, convert]) => {
    const value = convert(reference, article);
    return value ? [`  ${name} = ${value}`] : [];
  });
  return `@article{${reference['citation-key']},\n${lines.join(',\n')}\n}\n\n`;
}

/** Braces keep a name whole that holds no parts, or the word that joins names. */
function personText(person: Person): string {
  if ('literal' in person) return `{${escaped(person.literal)}}`;
  const { family, given, suffix } = person;
  return [family, suffix, given]
    .filter((part) => part !== undefined)
    .map(escaped)
    .join(', ');
}

function text(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : braced(escaped(String(value)));
}

function braced(value: string | undefined): string | undefined {
  return value ? `{${value}}` : undefined;
}

const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  // An escaped brace still counts as one.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** What TeX would take for a command, as text. */
function escaped(value: string): string {
  return value.replace(/[\\{}~^]|[$&#_%]/gu, (sign) => special[sign] ?? `\\${sign}`);
}
