import type { Article } from '../../article.ts';
import { type Person, partName } from './person.ts';

/** What a citation says of an article: an item of CSL-JSON (`article-newspaper`), from which the other formats are made. */
export interface Reference {
  id: string;
  type: 'article-newspaper';
  /** Depends on the article alone, so that a key in a manuscript holds in every later export. */
  'citation-key': string;
  title?: string;
  author?: Person[];
  'container-title'?: string;
  issued?: { 'date-parts': [[year: number, month: number, day: number]] };
  section?: string;
  page?: string;
  edition?: string;
  volume?: string;
  issue?: string;
  ISSN?: string;
  publisher?: string;
  language?: string;
  keyword?: string;
  archive?: string;
  archive_location?: string;
  /** The copyright line: CSL has no place of its own for it. */
  note?: string;
}

/** The mapping of an article to a reference; what the article does not have is left out. */
export function referenceOf(article: Article): Reference {
  const { source, publication, accession, authors, language } = article;
  return defined({
    id: article.id,
    type: 'article-newspaper',
    'citation-key': keyOf(article),
    title: oneLine(article.headline),
    author:
      authors.length > 0 ? authors.map(({ name }) => partName(oneLine(name) ?? '', language)) : undefined,
    'container-title': oneLine(source?.name),
    issued: publication && { 'date-parts': [dayParts(publication.date)] },
    section: oneLine(article.section),
    page: oneLine(article.page),
    edition: oneLine(source?.edition),
    ...volumeParts(article.volume),
    publisher: oneLine(article.publisher),
    language,
    keyword: keywordsOf(article).join(', ') || undefined,
    archive: accession && titled(accession.vendor),
    archive_location: accession?.number,
    note: oneLine(article.copyright),
  });
}

/** Names of subjects, companies, regions, industries and people, each once. */
export function keywordsOf({ codes }: Article): string[] {
  const { subjects, companies, regions, industries, people } = codes;
  const names = [subjects, companies, regions, industries, people].flat().map(({ name }) => oneLine(name));
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** `fitch2017-WSJO000020170408ed48001rx`: author or source, year, and what tells the article from all others. */
function keyOf({ id, accession, authors, source, publication, language }: Article): string {
  const person = authors[0] && partName(authors[0].name, language);
  const named = person && ('family' in person ? person.family : person.literal);
  const stem = [named, source?.code, source?.name].map(plainLetters).find(Boolean) ?? 'article';
  const own = accession ? accession.number : id.replace(/^\w+:/u, '').slice(0, 16);
  return `${stem}${publication?.date.slice(0, 4) ?? ''}-${own.replace(/[^\w.-]/gu, '')}`;
}

function plainLetters(text: string | undefined): string {
  const letters = text?.normalize('NFD').replace(/[^A-Za-z]/gu, '') ?? '';
  return letters.toLowerCase();
}

function dayParts(date: string): [number, number, number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
}

/** Field VOL holds volume, issue and ISSN in one: `Volume 33, Issue 30; ISSN: 0724-4908`. */
function volumeParts(
  text: string | undefined,
): Partial<Record<'volume' | 'issue' | 'ISSN', string | undefined>> {
  if (!text) return {};
  const [, volume = /^\d+$/u.exec(text.trim())?.[0]] = /\bvol(?:ume|\.)?\s*(\d+)/iu.exec(text) ?? [];
  const [, issue] = /\b(?:issue|no\.?|nr\.?)\s*(\d+)/iu.exec(text) ?? [];
  const [, ISSN] = /\bISSN:?\s*(\d{4}-?\d{3}[\dX])/iu.exec(text) ?? [];
  return { volume, issue, ISSN };
}

function titled(vendor: string): string {
  return vendor.charAt(0).toUpperCase() + vendor.slice(1);
}

/** A line of its own would be another field in most of these formats. */
function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s+/gu, ' ').trim() || undefined;
}

function defined(reference: { [Key in keyof Reference]: Reference[Key] | undefined }): Reference {
  return Object.fromEntries(
    Object.entries(reference).filter(([, value]) => value !== undefined),
  ) as unknown as Reference;
}
