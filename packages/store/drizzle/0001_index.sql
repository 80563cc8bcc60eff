-- The full-text index holds no text of its own: articles are read back as JSON. Its columns are `indexColumns` of index-row.ts.
CREATE VIRTUAL TABLE articles_index USING fts5(
	headline, kicker, section, "column", byline, credit, dateline, lead, captions, corrections, body, facts,
	content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co' tokenchars '_'"
);
--> statement-breakpoint
INSERT INTO articles_index (articles_index, rank) VALUES ('hashsize', 67108864);
--> statement-breakpoint
INSERT INTO articles_index (articles_index, rank) VALUES ('automerge', 0);
--> statement-breakpoint
CREATE VIRTUAL TABLE articles_words USING fts5vocab(articles_index, row);
