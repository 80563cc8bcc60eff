import type { Article, Paragraph } from '../article.ts';
import type { ArchiveFacts } from './archive-facts.ts';
import type { QueryField } from './query.ts';

/** One stretch of text a query can look at. No phrase crosses from one into another. */
export interface FieldText {
  /** Key of the article, as in `Diagnostic.path`. Examples: `headline`, `body.3.text`, `codes.subjects.0.name`. */
  path: string;
  text: string;
  /** An identifier: it is found by all of its tokens or not at all; truncation may stand at its end. */
  whole?: true | undefined;
}

/** A query field, or `text`: where a bare word looks. */
export type FieldScope = QueryField | 'text';

type Line = [path: string, text: string | undefined];

function lines(...found: Line[]): FieldText[] {
  return found.flatMap(([path, text]) => (text ? [{ path, text }] : []));
}

function identifiers(...found: Line[]): FieldText[] {
  return found.flatMap(([path, text]) => (text ? [{ path, text, whole: true }] : []));
}

/** The lead is what the format marks, else the first two paragraphs of running text. */
function leadOf(body: Paragraph[]): Set<Paragraph> {
  const marked = body.filter((paragraph) => paragraph.part === 'lead');
  return new Set(
    marked.length > 0 ? marked : body.filter((paragraph) => paragraph.kind === 'text').slice(0, 2),
  );
}

/** The columns into which the body falls. */
export const bodyColumns = ['lead', 'rest', 'captions', 'corrections'] as const;
type BodyColumn = (typeof bodyColumns)[number];

const ownColumns: Partial<Record<Paragraph['kind'], BodyColumn>> = {
  caption: 'captions',
  correction: 'corrections',
};

function paragraphs({ body }: Article, column: BodyColumn): FieldText[] {
  const lead = column === 'lead' || column === 'rest' ? leadOf(body) : undefined;
  const found: FieldText[] = [];
  body.forEach((paragraph, index) => {
    const own = ownColumns[paragraph.kind] ?? (lead?.has(paragraph) ? 'lead' : 'rest');
    if (own === column && paragraph.text) found.push({ path: `body.${index}.text`, text: paragraph.text });
  });
  return found;
}

function codes(article: Article, kind: keyof Article['codes']): FieldText[] {
  return article.codes[kind].flatMap(({ code, name }, index) => [
    ...identifiers([`codes.${kind}.${index}.code`, code]),
    ...lines([`codes.${kind}.${index}.name`, name]),
  ]);
}

function sourceCode({ source, accession }: Article): FieldText[] {
  return source?.code
    ? identifiers(['source.code', source.code])
    : identifiers(['accession.sourceCode', accession?.sourceCode]);
}

/** `zh-Hant` is found as such and as `zh`. */
function language({ language, languageRaw }: Article): FieldText[] {
  const [primary] = language?.split('-') ?? [];
  return [
    ...identifiers(['language', language], ['language', primary === language ? undefined : primary]),
    ...lines(['languageRaw', languageRaw]),
  ];
}

/** The columns an article's text falls into: every stretch of text stands in exactly one of them; the last hold what the archive knows of it. */
const columns = {
  headline: (article) => lines(['headline', article.headline], ['subheadline', article.subheadline]),
  kicker: (article) => lines(['kicker', article.kicker]),
  section: (article) => lines(['section', article.section]),
  column: (article) => lines(['column', article.column]),
  byline: (article) => lines(['byline', article.byline]),
  credit: (article) => lines(['credit', article.credit]),
  dateline: (article) => lines(['dateline', article.dateline]),
  lead: (article) => paragraphs(article, 'lead'),
  rest: (article) => paragraphs(article, 'rest'),
  captions: (article) => paragraphs(article, 'captions'),
  corrections: (article) => paragraphs(article, 'corrections'),
  source: (article) => lines(['source.name', article.source?.name]),
  sourceCode,
  language,
  regions: (article) => codes(article, 'regions'),
  subjects: (article) => codes(article, 'subjects'),
  companies: (article) => codes(article, 'companies'),
  industries: (article) => codes(article, 'industries'),
  people: (article) => codes(article, 'people'),
  publisher: (article) => lines(['publisher', article.publisher]),
  accession: (article) => identifiers(['accession.number', article.accession?.number]),
  kind: (article) => identifiers(['kind', article.kind]),
  file: (article) => lines(['provenance.file', article.provenance.file]),
  issues: (article) =>
    identifiers(...article.diagnostics.map(({ code }, index): Line => [`diagnostics.${index}.code`, code])),
  tags: (_, { tags = [] }) => identifiers(...tags.map((tag, index): Line => [`tags.${index}`, tag])),
  states: (_, { hasNote, hasDuplicate }) =>
    identifiers(['note', hasNote ? 'note' : ''], ['duplicate', hasDuplicate ? 'duplicate' : '']),
} as const satisfies Record<string, (article: Article, facts: ArchiveFacts) => FieldText[]>;

export type TextColumn = keyof typeof columns;

/** The names of the columns, in the order of an article. */
export const textColumns = Object.keys(columns) as TextColumn[];

/** The columns each field of the query language looks at; `text` is where a bare word looks. */
export const fieldColumns = {
  text: [
    'headline',
    'kicker',
    'section',
    'column',
    'byline',
    'credit',
    'dateline',
    'lead',
    'rest',
    'captions',
    'corrections',
  ],
  hd: ['headline'],
  hl: ['headline', 'section', 'column'],
  hlp: ['headline', 'section', 'column', 'lead', 'corrections'],
  lp: ['lead'],
  td: ['lead', 'rest', 'captions', 'corrections'],
  by: ['byline'],
  se: ['section'],
  clm: ['column'],
  cr: ['credit'],
  art: ['captions'],
  sn: ['source'],
  sc: ['sourceCode'],
  rst: ['sourceCode', 'source'],
  la: ['language'],
  lang: ['language'],
  re: ['regions'],
  ns: ['subjects'],
  co: ['companies'],
  in: ['industries'],
  pe: ['people'],
  pub: ['publisher'],
  an: ['accession'],
  kind: ['kind'],
  file: ['file'],
  issue: ['issues'],
  tag: ['tags'],
  has: ['states'],
} as const satisfies Record<FieldScope, readonly TextColumn[]>;

/** What one column holds of an article, in reading order. */
export function columnTexts(article: Article, column: TextColumn, facts: ArchiveFacts = {}): FieldText[] {
  return columns[column](article, facts);
}

function isBodyColumn(column: TextColumn): column is BodyColumn {
  return (bodyColumns as readonly TextColumn[]).includes(column);
}

/**
 * What one field of the query language looks at in an article, as the stretches that distances run through: the paragraphs
 * of the body in reading order, or of one part of it where the field looks at no more; every other text for itself.
 */
export function fieldRuns(article: Article, scope: FieldScope, facts: ArchiveFacts = {}): FieldText[][] {
  const names: readonly TextColumn[] = fieldColumns[scope];
  const lines = names
    .filter((name) => !isBodyColumn(name))
    .flatMap((name) => columnTexts(article, name, facts));
  const runs = lines.map((line) => [line]);
  if (bodyColumns.every((name) => names.includes(name))) {
    const body = article.body.map(({ text }, index) => ({ path: `body.${index}.text`, text }));
    runs.push(body.filter(({ text }) => text !== ''));
  } else {
    for (const name of names) if (isBodyColumn(name)) runs.push(columnTexts(article, name));
  }
  return runs.filter((run) => run.length > 0);
}

/** What every field of the query language looks at in an article, and under `text` where a bare word looks. */
export function articleFields(article: Article): Record<FieldScope, FieldText[]> {
  const scopes = Object.keys(fieldColumns) as FieldScope[];
  const fields = scopes.map((scope): [FieldScope, FieldText[]] => [scope, fieldRuns(article, scope).flat()]);
  return Object.fromEntries(fields) as Record<FieldScope, FieldText[]>;
}

/** Words of an article as stated, else as counted; null for an item without a text that states none. */
export function wordsOf({ kind, wordCount }: Article): number | null {
  const words = wordCount.stated ?? (kind === 'headline' ? 0 : wordCount.counted);
  return kind === 'headline' && words === 0 ? null : words;
}
