import type { Dialect } from '@pressmark/core/query';
import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  blob,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { ImportState, Selection, Trouble } from '../contract.ts';

/** One row an article: what is needed to find, order and count it. Its text lies in `article_texts`. */
export const articles = sqliteTable(
  'articles',
  {
    /** Day of publication and serial (see key.ts), so that newest first is the order of the table. */
    key: integer('key').primaryKey(),
    id: text('id').notNull(),
    kind: text('kind').notNull(),
    version: integer('version').notNull(),
    /** Of the content: two articles with the same hash say the same. */
    hash: text('hash').notNull(),
    storedAt: text('stored_at').notNull(),
    words: integer('words').notNull(),
    /** Ids of its facet values in the dictionary, packed (see packed.ts). */
    facets: blob('facets', { mode: 'buffer' }).notNull(),
    /** Number of the change that wrote this version: it grows with every batch. */
    arrival: integer('arrival').notNull().default(0),
    /** Of the text alone (see content.ts); null without one. */
    textHash: integer('text_hash'),
  },
  (table) => [
    uniqueIndex('articles_id').on(sql`${table.id} COLLATE NOCASE`),
    // Grows at its end only, and holds all that is asked of arrivals.
    index('articles_arrival').on(table.arrival, table.textHash),
    // By which articles of the same text are found.
    index('articles_text').on(table.textHash),
  ],
);

/** The article as JSON, apart so that counting and filtering never read it. */
export const articleTexts = sqliteTable('article_texts', {
  key: integer('key').primaryKey(),
  json: text('json').notNull(),
});

/** What an update replaced. */
export const articleVersions = sqliteTable(
  'article_versions',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    hash: text('hash').notNull(),
    replacedAt: text('replaced_at').notNull(),
    json: text('json').notNull(),
    /** The changes that wrote this version and took it away: it stood from the one to before the other. */
    arrival: integer('arrival').notNull().default(0),
    departure: integer('departure').notNull().default(0),
    textHash: integer('text_hash'),
  },
  (table) => [
    uniqueIndex('article_versions_id').on(sql`${table.id} COLLATE NOCASE`, table.version),
    index('article_versions_arrival').on(table.arrival, table.textHash),
  ],
);

/** Every facet value that occurs, with its newest name. */
export const dictionary = sqliteTable(
  'dictionary',
  {
    id: integer('id').primaryKey(),
    dimension: text('dimension').notNull(),
    value: text('value').notNull(),
    label: text('label').notNull(),
    /** The change that last wrote this row. */
    change: integer('change').notNull(),
  },
  (table) => [
    uniqueIndex('dictionary_value').on(table.dimension, table.value),
    index('dictionary_change').on(table.change),
  ],
);

/** One row a committed batch: which keys it wrote or removed, so that every process can follow. */
export const changes = sqliteTable('changes', {
  number: integer('number').primaryKey({ autoIncrement: true }),
  keys: blob('keys', { mode: 'buffer' }).notNull(),
});

export const imports = sqliteTable('imports', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  state: text('state').$type<ImportState>().notNull(),
  startedAt: text('started_at').notNull(),
  endedAt: text('ended_at'),
  /** What broke it off, while it is interrupted. */
  trouble: text('trouble', { mode: 'json' }).$type<Trouble>(),
  /** The process that runs it, and when that process began (milliseconds since 1970): numbers are used again. */
  process: integer('process'),
  processBegan: integer('process_began'),
});

const count = (name: string) => integer(name).notNull().default(0);

export const importFiles = sqliteTable(
  'import_files',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id),
    /** The file this one lies in: a zip, or a saved e-mail. */
    within: integer('within').references((): AnySQLiteColumn => importFiles.id),
    file: text('file').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    state: text('state').$type<ImportState>().notNull(),
    read: count('read'),
    reader: text('reader'),
    declared: integer('declared'),
    found: count('found'),
    new: count('new'),
    unchanged: count('unchanged'),
    updated: count('updated'),
    rejected: count('rejected'),
    unreadBytes: count('unread_bytes'),
    balanced: integer('balanced', { mode: 'boolean' }).notNull().default(false),
    /** The search the file came from, as JSON. */
    summary: text('summary'),
  },
  (table) => [index('import_files_import').on(table.importId)],
);

/** The ledger of a file. */
export const spans = sqliteTable(
  'spans',
  {
    file: integer('file')
      .notNull()
      .references(() => importFiles.id),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    kind: text('kind').notNull(),
    article: integer('article'),
    text: text('text'),
  },
  (table) => [index('spans_file').on(table.file, table.start)],
);

/** Diagnostics of files and of the articles met in them, by rank: errors, warnings, the rest. */
export const diagnostics = sqliteTable(
  'diagnostics',
  {
    id: integer('id').primaryKey(),
    file: integer('file')
      .notNull()
      .references(() => importFiles.id),
    rank: integer('rank').notNull(),
    /** Id of the article; null for those of the file itself. */
    article: text('article'),
    json: text('json').notNull(),
  },
  (table) => [index('diagnostics_file').on(table.file, table.rank)],
);

/** Where an article was met: a place in an imported file. */
export const fileArticles = sqliteTable(
  'file_articles',
  {
    id: integer('id').primaryKey(),
    file: integer('file')
      .notNull()
      .references(() => importFiles.id),
    key: integer('key').notNull(),
    /** Position among the articles of the file, from 0. */
    position: integer('position').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
  },
  // With the file, so that the files of all articles are read from it alone.
  (table) => [index('file_articles_key').on(table.key, table.file)],
);

/** Repairs of damaged places, accepted by a reader; those taken back stay as a record. */
export const repairs = sqliteTable(
  'repairs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Id of the article. */
    article: text('article').notNull(),
    path: text('path').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    /** What the file says there, and what is to stand there. */
    from: text('from').notNull(),
    to: text('to').notNull(),
    reason: text('reason').notNull(),
    acceptedAt: text('accepted_at').notNull(),
    takenBackAt: text('taken_back_at'),
  },
  (table) => [index('repairs_article').on(sql`${table.article} COLLATE NOCASE`)],
);

/** Names that users give articles. */
export const tags = sqliteTable(
  'tags',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** As it was first written, and as tags are compared. */
    name: text('name').notNull(),
    key: text('key').notNull(),
  },
  (table) => [uniqueIndex('tags_key').on(table.key)],
);

/** Which articles carry a tag, by id: they keep it whatever becomes of them. */
export const tagged = sqliteTable(
  'tagged',
  {
    tag: integer('tag')
      .notNull()
      .references(() => tags.id),
    article: text('article').notNull(),
    taggedAt: text('tagged_at').notNull(),
  },
  (table) => [
    uniqueIndex('tagged_tag').on(table.tag, sql`${table.article} COLLATE NOCASE`),
    index('tagged_article').on(sql`${table.article} COLLATE NOCASE`),
  ],
);

/** What users wrote to articles, by id: one note each. */
export const notes = sqliteTable(
  'notes',
  {
    article: text('article').notNull(),
    text: text('text').notNull(),
    writtenAt: text('written_at').notNull(),
  },
  (table) => [uniqueIndex('notes_article').on(sql`${table.article} COLLATE NOCASE`)],
);

/** Articles that the vendor took back: their text lies among the versions, until an import brings them again. */
export const withdrawn = sqliteTable(
  'withdrawn',
  {
    /** Never used again: below zero it is the key of the places at which the article was met. */
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Id of the article, and the version it had. */
    article: text('article').notNull(),
    version: integer('version').notNull(),
    storedAt: text('stored_at').notNull(),
    withdrawnAt: text('withdrawn_at').notNull(),
    /** The file that took it back. */
    file: integer('file').references(() => importFiles.id),
  },
  (table) => [uniqueIndex('withdrawn_article').on(sql`${table.article} COLLATE NOCASE`)],
);

/** Searches kept under a name; those removed stay as a record, and can be restored. */
export const searches = sqliteTable(
  'searches',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    name: text('name').notNull(),
    /** As typed, and in which language. */
    text: text('text').notNull(),
    dialect: text('dialect').$type<Dialect>().notNull(),
    /** Canonical form, as this version of the grammar has it. */
    query: text('query').notNull(),
    grammar: integer('grammar').notNull(),
    selection: text('selection', { mode: 'json' }).$type<Selection>().notNull(),
    createdAt: text('created_at').notNull(),
    /** When its hits were last looked at, and the last change there was then. */
    seenAt: text('seen_at').notNull(),
    since: integer('since').notNull(),
    removedAt: text('removed_at'),
  },
  (table) => [
    uniqueIndex('searches_name').on(sql`${table.name} COLLATE NOCASE`).where(sql`${table.removedAt} IS NULL`),
  ],
);

/** What is kept of articles beside their text and made anew when the code that makes it changes: how far that is. */
export const derivations = sqliteTable('derivations', {
  name: text('name').primaryKey(),
  /** Of the code that made all of it. */
  version: integer('version').notNull(),
  /** While the next version is made: the last key that has it. */
  after: integer('after'),
});
