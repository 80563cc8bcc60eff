import type { Article, Code, Source } from '../article.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { diagnose } from '../diagnostic.ts';
import { accessionPattern, decodeAccession } from './accession.ts';
import { withAddresses } from './addresses.ts';
import { readCodes } from './codes.ts';
import { findDateline } from './dateline.ts';
import { type DisplayedDate, dateAndTime } from './dates.ts';
import type { FieldCode } from './fields.ts';
import { languageCode } from './languages.ts';
import { readByline, type Signed } from './names.ts';
import { readParagraphs } from './paragraphs.ts';
import { readPublication } from './publication.ts';
import type { Draft, Value } from './reader.ts';

/** What a layout found out: values by field code, however the file labelled them. */
export interface Facts {
  fields: Map<FieldCode, Value[]>;
  raw: Article['raw'];
  kind: Article['kind'];
  /** Paragraphs of a format that does not part lead from rest. */
  text?: Value[];
  /** Of a format of records: its values go before those of the fields, and its headline is not split. */
  stated?: Stated;
}

/** What a format of records states in parts, where display formats show one line in the reader's language. */
export interface Stated {
  /** Date and time of publication as read; the fields PD and ET keep what the file said. */
  publication?: DisplayedDate | undefined;
  /** BCP 47. */
  language?: string | undefined;
  /** ISO date, or date and time. */
  loaded?: string | undefined;
  modified?: string | undefined;
  authors?: Article['authors'] | undefined;
  codes: Partial<Article['codes']>;
}

const accession = new RegExp(accessionPattern);

/** Turns facts into a draft by the one mapping that all display formats share. */
export function draftOf(facts: Facts): Draft {
  const text = (code: FieldCode) => textOf(facts.fields.get(code));
  const diagnostics: Diagnostic[] = [];
  const numberLine = text('AN');
  const number = accession.exec(numberLine)?.[0] ?? oddNumber(numberLine);
  const decoded = number ? decodeAccession(number) : undefined;
  const body = readParagraphs(facts);
  const signed = signedBy(facts.fields.get('BY'));
  const languageRaw = text('LA');
  const language = facts.stated?.language ?? (languageRaw ? languageCode(languageRaw) : undefined);
  const [headline, subheadline] = facts.stated
    ? headlineParts(facts.fields.get('HD'))
    : splitHeadline(text('HD'));
  const contacts = body.filter((block) => block.kind === 'contact').map((block) => block.text);
  const { publication, diagnostics: ofDate } = publicationOf(facts.stated, text, decoded?.published);
  diagnostics.push(...ofDate);
  diagnostics.push(...missing({ number, accession: decoded, headline, language, languageRaw }));
  const held = (code: FieldCode) => text(code) || undefined;
  // `***` is a line drawn, not a name.
  const named = (code: FieldCode) => {
    const name = held(code);
    return name && /[\p{L}\p{N}]/u.test(name) ? name : undefined;
  };
  // Every draft has every key: objects of one shape are made and read faster than of many.
  return {
    kind: facts.kind,
    headline,
    accession: decoded,
    subheadline,
    section: named('SE'),
    column: named('CLM'),
    page: held('PG'),
    volume: held('VOL'),
    copyright: held('CY'),
    publisher: held('PUB'),
    revision: held('RVN'),
    credit: held('CR') ?? signed.agency,
    byline: named('BY'),
    languageRaw: languageRaw || undefined,
    language,
    publication,
    source: readSource(text),
    dateline: held('DLN') ?? findDateline(body),
    statedWords: readWordCount(text('WC')),
    loaded: facts.stated?.loaded ?? readMoment(text('UPD'), text('UPT')),
    modified: facts.stated?.modified ?? readMoment(text('MD'), text('MT')),
    authors: withAddresses(facts.stated?.authors ?? signed.authors, contacts),
    body,
    codes: { ...readAllCodes(facts.fields), ...facts.stated?.codes },
    links: linksOf(facts),
    raw: facts.raw,
    placed: facts,
    diagnostics,
  };
}

function publicationOf(stated: Stated | undefined, text: TextOf, numbered: string | undefined) {
  const day = text('PD');
  const time = text('ET');
  const raw = day && time ? `${day} ${time}` : day || time;
  return readPublication({ shown: stated?.publication ?? dateAndTime(day, time), raw, numbered });
}

interface Essentials {
  number: string | undefined;
  accession: Article['accession'];
  headline: string;
  language: string | undefined;
  languageRaw: string;
}

/** What every article should have and this one lacks. */
function missing({ number, accession, headline, language, languageRaw }: Essentials): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (!accession) found.push(diagnose('accession-missing', 'The article carries no accession number.'));
  else if (!accession.published)
    found.push(diagnose('accession-odd', `The identifier ${number} is not of the 25-character form.`));
  if (!headline)
    found.push(diagnose('headline-missing', 'The article has no headline.', { path: 'headline' }));
  if (languageRaw && !language) {
    const message = `The language “${languageRaw}” is in no table.`;
    found.push(diagnose('language-unknown', message, { path: 'languageRaw' }));
  }
  return found;
}

const codeLists = {
  companies: 'CO',
  industries: 'IN',
  subjects: 'NS',
  regions: 'RE',
  people: 'PE',
  provider: 'IPC',
} as const satisfies Record<keyof Article['codes'], FieldCode>;

/** The links of an article, each once. */
function linksOf({ fields, text = [] }: Facts): Article['links'] {
  const links: Article['links'] = [];
  const addLinks = (values: readonly Value[]): void => {
    for (const value of values) if (value.links) links.push(...value.links);
  };
  for (const values of fields.values()) addLinks(values);
  addLinks(text);
  if (links.length < 2) return links;
  return [...new Map(links.map((link) => [`${link.text}\n${link.url}`, link])).values()];
}

type TextOf = (code: FieldCode) => string;

function readAllCodes(fields: Facts['fields']): Article['codes'] {
  const of = (list: keyof Article['codes']): Code[] => readCodes(codesText(fields.get(codeLists[list])));
  return {
    companies: of('companies'),
    industries: of('industries'),
    subjects: of('subjects'),
    regions: of('regions'),
    people: of('people'),
    provider: of('provider'),
  };
}

const entryStart = /^\s*\S{1,20}\s:\s/;

/** Paragraphs of a list: one that begins with a code begins another entry, where no bar says so. */
function codesText(values: Value[] = []): string {
  if (values.length < 2) return textOf(values);
  const isEntry = (index: number) =>
    entryStart.test(values[index]?.text ?? '') && !values[index - 1]?.text.trimEnd().endsWith('|');
  return values.map(({ text }, index) => (index > 0 && isEntry(index) ? `| ${text}` : text)).join(' ');
}

function readSource(text: TextOf): Source | undefined {
  const name = text('SN') || text('SC');
  if (!name) return undefined;
  return {
    name,
    code: text('SC') || undefined,
    group: text('NGC') || text('GC') || undefined,
    edition: text('ED') || undefined,
  };
}

/** A byline of several values has a name on each line. */
function signedBy(values: Value[] = []): Signed {
  if (values.length === 0) return { authors: [] };
  return readByline(
    values.length === 1 ? (values[0]?.text ?? '') : values.map(({ text }) => text).join('\n'),
  );
}

// Highlights of the search leave double spaces behind; raw keeps them.
function textOf(values: Value[] | undefined): string {
  if (!values || values.length === 0) return '';
  const text = values.length === 1 ? (values[0]?.text ?? '') : values.map((value) => value.text).join(' ');
  return /[^\S ]| {2}|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

// Not that of a character which was escaped twice: `Fish &amp; Chips`.
const joint = /; (?<!&(?:amp;)*#?\w{1,8}; )/;

/** The vendor joins headline and subheadline with `; `. */
function splitHeadline(line: string): [string, string | undefined] {
  const at = line.search(joint);
  return at > 0 ? [line.slice(0, at).trim(), line.slice(at + 2).trim() || undefined] : [line, undefined];
}

/** A format of records gives headline and subheadline as values of their own. */
function headlineParts([first, ...rest]: Value[] = []): [string, string | undefined] {
  return [textOf(first && [first]), textOf(rest) || undefined];
}

function readMoment(day: string, time: string): string | undefined {
  if (day === '') return undefined;
  const read = dateAndTime(day, time);
  return read.date && read.time ? `${read.date}T${read.time}` : read.date;
}

/** `772 words`, `1,234 words`, `1236 字`, `772.0`: digits with the thousands marks of any language. */
function readWordCount(line: string): number | undefined {
  const number = /\d[\d.,'’\u00a0\u202f ]*/u.exec(line)?.[0].trim();
  const digits = number?.replace(/[.,]\d{1,2}$/, '').replace(/\D/g, '');
  return digits ? Number(digits) : undefined;
}

function oddNumber(line: string): string | undefined {
  const last = line.split(/\s+/).at(-1) ?? '';
  return /\d/.test(last) ? last : undefined;
}
