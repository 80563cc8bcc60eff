CREATE TABLE `notes` (
	`article` text NOT NULL,
	`text` text NOT NULL,
	`written_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notes_article` ON `notes` ("article" COLLATE NOCASE);--> statement-breakpoint
CREATE TABLE `tagged` (
	`tag` integer NOT NULL,
	`article` text NOT NULL,
	`tagged_at` text NOT NULL,
	FOREIGN KEY (`tag`) REFERENCES `tags`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tagged_tag` ON `tagged` (`tag`,"article" COLLATE NOCASE);--> statement-breakpoint
CREATE INDEX `tagged_article` ON `tagged` ("article" COLLATE NOCASE);--> statement-breakpoint
CREATE TABLE `tags` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_key` ON `tags` (`key`);--> statement-breakpoint
CREATE INDEX `articles_text` ON `articles` (`text_hash`);