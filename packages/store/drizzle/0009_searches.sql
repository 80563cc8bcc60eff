CREATE TABLE `searches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`text` text NOT NULL,
	`dialect` text NOT NULL,
	`query` text NOT NULL,
	`grammar` integer NOT NULL,
	`selection` text NOT NULL,
	`created_at` text NOT NULL,
	`seen_at` text NOT NULL,
	`since` integer NOT NULL,
	`removed_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `searches_name` ON `searches` ("name" COLLATE NOCASE) WHERE "searches"."removed_at" IS NULL;--> statement-breakpoint
ALTER TABLE `article_versions` ADD `arrival` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `article_versions` ADD `departure` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `article_versions` ADD `text_hash` integer;--> statement-breakpoint
CREATE INDEX `article_versions_arrival` ON `article_versions` (`arrival`,`text_hash`);--> statement-breakpoint
ALTER TABLE `articles` ADD `arrival` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `text_hash` integer;--> statement-breakpoint
CREATE INDEX `articles_arrival` ON `articles` (`arrival`,`text_hash`);