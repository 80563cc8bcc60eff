CREATE TABLE `withdrawn` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article` text NOT NULL,
	`version` integer NOT NULL,
	`stored_at` text NOT NULL,
	`withdrawn_at` text NOT NULL,
	`file` integer,
	FOREIGN KEY (`file`) REFERENCES `import_files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `withdrawn_article` ON `withdrawn` ("article" COLLATE NOCASE);