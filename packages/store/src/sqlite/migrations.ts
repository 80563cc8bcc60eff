// Generated from the drizzle folder by `pnpm migrations`; do not edit.
export const migrations: { name: string; sql: string }[] = [
  {
    name: '0000_archive',
    sql: `
CREATE TABLE "article_texts" (
	"key" integer PRIMARY KEY NOT NULL,
	"json" text NOT NULL
);

CREATE TABLE "article_versions" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"replaced_at" text NOT NULL,
	"json" text NOT NULL
);

CREATE UNIQUE INDEX "article_versions_id" ON "article_versions" ("id" COLLATE NOCASE,"version");
CREATE TABLE "articles" (
	"key" integer PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"stored_at" text NOT NULL,
	"words" integer NOT NULL,
	"facets" blob NOT NULL
);

CREATE UNIQUE INDEX "articles_id" ON "articles" ("id" COLLATE NOCASE);
CREATE TABLE "changes" (
	"number" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	"keys" blob NOT NULL
);

CREATE TABLE "diagnostics" (
	"id" integer PRIMARY KEY NOT NULL,
	"file" integer NOT NULL,
	"rank" integer NOT NULL,
	"article" text,
	"json" text NOT NULL,
	FOREIGN KEY ("file") REFERENCES "import_files"("id") ON UPDATE no action ON DELETE no action
);

CREATE INDEX "diagnostics_file" ON "diagnostics" ("file","rank");
CREATE TABLE "dictionary" (
	"id" integer PRIMARY KEY NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"label" text NOT NULL,
	"change" integer NOT NULL
);

CREATE UNIQUE INDEX "dictionary_value" ON "dictionary" ("dimension","value");
CREATE INDEX "dictionary_change" ON "dictionary" ("change");
CREATE TABLE "file_articles" (
	"id" integer PRIMARY KEY NOT NULL,
	"file" integer NOT NULL,
	"key" integer NOT NULL,
	"position" integer NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	FOREIGN KEY ("file") REFERENCES "import_files"("id") ON UPDATE no action ON DELETE no action
);

CREATE INDEX "file_articles_key" ON "file_articles" ("key");
CREATE TABLE "import_files" (
	"id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	"import_id" integer NOT NULL,
	"file" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"state" text NOT NULL,
	"read" integer DEFAULT 0 NOT NULL,
	"reader" text,
	"declared" integer,
	"found" integer DEFAULT 0 NOT NULL,
	"new" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"unread_bytes" integer DEFAULT 0 NOT NULL,
	"balanced" integer DEFAULT false NOT NULL,
	"summary" text,
	FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON UPDATE no action ON DELETE no action
);

CREATE INDEX "import_files_import" ON "import_files" ("import_id");
CREATE TABLE "imports" (
	"id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	"state" text NOT NULL,
	"started_at" text NOT NULL,
	"ended_at" text,
	"process" integer,
	"process_began" integer
);

CREATE TABLE "spans" (
	"file" integer NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"kind" text NOT NULL,
	"article" integer,
	"text" text,
	FOREIGN KEY ("file") REFERENCES "import_files"("id") ON UPDATE no action ON DELETE no action
);

CREATE INDEX "spans_file" ON "spans" ("file","start");
`,
  },
  {
    name: '0001_index',
    sql: `
-- The full-text index holds no text of its own: articles are read back as JSON. Its columns are "indexColumns" of index-row.ts.
CREATE VIRTUAL TABLE articles_index USING fts5(
	headline, kicker, section, "column", byline, credit, dateline, lead, captions, corrections, body, facts,
	content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co' tokenchars '_'"
);

INSERT INTO articles_index (articles_index, rank) VALUES ('hashsize', 67108864);

INSERT INTO articles_index (articles_index, rank) VALUES ('automerge', 0);

CREATE VIRTUAL TABLE articles_words USING fts5vocab(articles_index, row);
`,
  },
  {
    name: '0002_repairs',
    sql: `
CREATE TABLE "repairs" (
	"id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	"article" text NOT NULL,
	"path" text NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"reason" text NOT NULL,
	"accepted_at" text NOT NULL,
	"taken_back_at" text
);

CREATE INDEX "repairs_article" ON "repairs" ("article" COLLATE NOCASE);
`,
  },
  {
    name: '0003_members',
    sql: `
ALTER TABLE "import_files" ADD "within" integer REFERENCES import_files(id);
`,
  },
  {
    name: '0004_hash-size',
    sql: `
-- What the index gathers in memory before it writes a piece of it: with 32 MB an import stays under 400 MB.
INSERT INTO articles_index (articles_index, rank) VALUES ('hashsize', 33554432);
`,
  },
  {
    name: '0005_withdrawn',
    sql: `
CREATE TABLE "withdrawn" (
	"id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	"article" text NOT NULL,
	"version" integer NOT NULL,
	"stored_at" text NOT NULL,
	"withdrawn_at" text NOT NULL,
	"file" integer,
	FOREIGN KEY ("file") REFERENCES "import_files"("id") ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX "withdrawn_article" ON "withdrawn" ("article" COLLATE NOCASE);
`,
  },
  {
    name: '0006_return',
    sql: `
-- An article that comes in again is withdrawn no longer: it goes on from the version it had, met where it was met before.
CREATE TRIGGER articles_return AFTER INSERT ON articles
WHEN EXISTS (SELECT 1 FROM withdrawn WHERE article = NEW.id COLLATE NOCASE)
BEGIN
	UPDATE articles SET version = (SELECT version + 1 FROM withdrawn WHERE article = NEW.id COLLATE NOCASE) WHERE key = NEW.key;
	UPDATE file_articles SET key = NEW.key WHERE key = (SELECT -id FROM withdrawn WHERE article = NEW.id COLLATE NOCASE);
	DELETE FROM withdrawn WHERE article = NEW.id COLLATE NOCASE;
END;
`,
  },
  {
    name: '0007_paragraphs',
    sql: `
ALTER TABLE "articles" ADD "paragraphs" blob;
`,
  },
  {
    name: '0008_crisis-merge',
    sql: `
-- Pieces of the index that wait to be merged before a write has to merge them: an import leaves one a batch, and merges them at its end.
INSERT INTO articles_index (articles_index, rank) VALUES ('crisismerge', 128);
`,
  },
  {
    name: '0009_searches',
    sql: `
CREATE TABLE "searches" (
	"id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"dialect" text NOT NULL,
	"query" text NOT NULL,
	"grammar" integer NOT NULL,
	"selection" text NOT NULL,
	"created_at" text NOT NULL,
	"seen_at" text NOT NULL,
	"since" integer NOT NULL,
	"removed_at" text
);

CREATE UNIQUE INDEX "searches_name" ON "searches" ("name" COLLATE NOCASE) WHERE "searches"."removed_at" IS NULL;
ALTER TABLE "article_versions" ADD "arrival" integer DEFAULT 0 NOT NULL;
ALTER TABLE "article_versions" ADD "departure" integer DEFAULT 0 NOT NULL;
ALTER TABLE "article_versions" ADD "text_hash" integer;
CREATE INDEX "article_versions_arrival" ON "article_versions" ("arrival","text_hash");
ALTER TABLE "articles" ADD "arrival" integer DEFAULT 0 NOT NULL;
ALTER TABLE "articles" ADD "text_hash" integer;
CREATE INDEX "articles_arrival" ON "articles" ("arrival","text_hash");
`,
  },
  {
    name: '0010_hashes',
    sql: `
-- Hashes are taken over another form of the content, and the text has one of its own: those of stored articles are made anew.
UPDATE articles SET (hash, text_hash) = (SELECT content_hash(json), text_hash(json) FROM article_texts WHERE key = articles.key);
UPDATE article_versions SET hash = content_hash(json), text_hash = text_hash(json);
`,
  },
  {
    name: '0011_derivations',
    sql: `
CREATE TABLE "derivations" (
	"name" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"after" integer
);

DROP INDEX "file_articles_key";
CREATE INDEX "file_articles_key" ON "file_articles" ("key","file");
`,
  },
  {
    name: '0012_drop-paragraphs',
    sql: `
ALTER TABLE "articles" DROP COLUMN "paragraphs";
`,
  },
  {
    name: '0013_breaks',
    sql: `
-- No two breaks stand side by side in the index from here on, which an earlier version would not see to: it refuses the archive.
DELETE FROM derivations WHERE name = 'breaks';
`,
  },
  {
    name: '0014_facts',
    sql: `
CREATE TABLE "notes" (
	"article" text NOT NULL,
	"text" text NOT NULL,
	"written_at" text NOT NULL
);

CREATE UNIQUE INDEX "notes_article" ON "notes" ("article" COLLATE NOCASE);
CREATE TABLE "tagged" (
	"tag" integer NOT NULL,
	"article" text NOT NULL,
	"tagged_at" text NOT NULL,
	FOREIGN KEY ("tag") REFERENCES "tags"("id") ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX "tagged_tag" ON "tagged" ("tag","article" COLLATE NOCASE);
CREATE INDEX "tagged_article" ON "tagged" ("article" COLLATE NOCASE);
CREATE TABLE "tags" (
	"id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	"name" text NOT NULL,
	"key" text NOT NULL
);

CREATE UNIQUE INDEX "tags_key" ON "tags" ("key");
CREATE INDEX "articles_text" ON "articles" ("text_hash");
`,
  },
  {
    name: '0015_troubles',
    sql: `
ALTER TABLE "imports" ADD "trouble" text;
`,
  },
];
