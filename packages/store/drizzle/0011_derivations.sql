CREATE TABLE `derivations` (
	`name` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`after` integer
);
--> statement-breakpoint
DROP INDEX `file_articles_key`;--> statement-breakpoint
CREATE INDEX `file_articles_key` ON `file_articles` (`key`,`file`);