CREATE TABLE `repairs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article` text NOT NULL,
	`path` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`reason` text NOT NULL,
	`accepted_at` text NOT NULL,
	`taken_back_at` text
);
--> statement-breakpoint
CREATE INDEX `repairs_article` ON `repairs` ("article" COLLATE NOCASE);