-- Hashes are taken over another form of the content, and the text has one of its own: those of stored articles are made anew.
UPDATE articles SET (hash, text_hash) = (SELECT content_hash(json), text_hash(json) FROM article_texts WHERE key = articles.key);--> statement-breakpoint
UPDATE article_versions SET hash = content_hash(json), text_hash = text_hash(json);
