-- An article that comes in again is withdrawn no longer: it goes on from the version it had, met where it was met before.
CREATE TRIGGER articles_return AFTER INSERT ON articles
WHEN EXISTS (SELECT 1 FROM withdrawn WHERE article = NEW.id COLLATE NOCASE)
BEGIN
	UPDATE articles SET version = (SELECT version + 1 FROM withdrawn WHERE article = NEW.id COLLATE NOCASE) WHERE key = NEW.key;
	UPDATE file_articles SET key = NEW.key WHERE key = (SELECT -id FROM withdrawn WHERE article = NEW.id COLLATE NOCASE);
	DELETE FROM withdrawn WHERE article = NEW.id COLLATE NOCASE;
END;
