-- What the index gathers in memory before it writes a piece of it: with 32 MB an import stays under 400 MB.
INSERT INTO articles_index (articles_index, rank) VALUES ('hashsize', 33554432);
