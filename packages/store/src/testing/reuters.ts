import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Article, Code } from '@pressmark/core';

const corpus = fileURLToPath(new URL('../../../../../shared/corpora/reuters-21578.tar.xz', import.meta.url));

/** Parts of the corpus, a thousand articles each. */
const parts = ['reut2-014.sgm', 'reut2-012.sgm'];

/** Whether the corpus lies where it is expected. */
export const hasReuters = existsSync(corpus);

const names: Record<string, string> = { lt: '<', gt: '>', amp: '&' };

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string) =>
    code === undefined ? (names[name] ?? whole) : String.fromCodePoint(Number(code)),
  );
}

/** The content of the first element of a name; '' where there is none. */
function contentOf(sgml: string, name: string): string {
  const start = sgml.indexOf(`<${name}`);
  const end = sgml.indexOf(`</${name}>`, start);
  return start < 0 || end < 0 ? '' : sgml.slice(sgml.indexOf('>', start) + 1, end);
}

const wordsOf = (text: string) => decode(text).replace(/\s+/g, ' ').trim();

function codesOf(sgml: string, name: string): Code[] {
  return contentOf(sgml, name)
    .split('</D>')
    .map((part) => wordsOf(part.replace('<D>', '')))
    .filter((code) => code !== '')
    .map((code) => ({ code }));
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** `7-APR-1987 11:02:35.07` as an ISO date. */
function dateOf(text: string): string {
  const [, day = '', month = '', year = ''] = /(\d+)-([A-Z]{3})-(\d{4})/.exec(text) ?? [];
  return `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Paragraphs begin with white space; what has no body is all text. */
function bodyOf(sgml: string): Article['body'] {
  const text =
    contentOf(sgml, 'BODY') || contentOf(sgml, 'TEXT').replace(/<TITLE>[\s\S]*<\/TITLE>|<[^>]*>/g, '');
  return text
    .split(/\n {2,}/)
    .map(wordsOf)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'text', text: paragraph }));
}

function articleOf(sgml: string, index: number): Article {
  const raw = wordsOf(contentOf(sgml, 'DATE'));
  const body = bodyOf(sgml);
  const [byline, dateline] = ['AUTHOR', 'DATELINE'].map((name) => wordsOf(contentOf(sgml, name)));
  return {
    id: `reuters:${/NEWID="(\d+)"/.exec(sgml)?.[1]}`,
    kind: 'article',
    headline: wordsOf(contentOf(sgml, 'TITLE')),
    authors: [],
    ...(byline && { byline }),
    ...(dateline && { dateline }),
    publication: { date: dateOf(raw), raw, basis: 'display' },
    source: { name: 'Reuters', code: 'REUTR' },
    language: 'en',
    body,
    wordCount: { counted: body.reduce((sum, { text }) => sum + text.split(' ').length, 0) },
    codes: {
      companies: codesOf(sgml, 'COMPANIES'),
      industries: codesOf(sgml, 'EXCHANGES'),
      subjects: codesOf(sgml, 'TOPICS'),
      regions: codesOf(sgml, 'PLACES'),
      people: codesOf(sgml, 'PEOPLE'),
      provider: codesOf(sgml, 'ORGS'),
    },
    links: [],
    raw: [],
    diagnostics: [],
    provenance: {
      file: 'reuters-21578',
      span: { start: 0, end: sgml.length },
      index,
      reader: 'reuters',
      readerVersion: 1,
    },
  };
}

/** 2,000 articles of Reuters-21578, read where the corpus lies; nothing of it is kept. */
export async function readReuters(): Promise<Article[]> {
  const members = parts.map((part) => `reuters21578/${part}`);
  const { stdout } = await promisify(execFile)('tar', ['-xOf', corpus, ...members], {
    encoding: 'latin1',
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.split('<REUTERS ').slice(1).map(articleOf);
}
