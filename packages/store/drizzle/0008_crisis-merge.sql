-- Pieces of the index that wait to be merged before a write has to merge them: an import leaves one a batch, and merges them at its end.
INSERT INTO articles_index (articles_index, rank) VALUES ('crisismerge', 128);
