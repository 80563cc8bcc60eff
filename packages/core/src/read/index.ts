export { decodeAccession } from './accession.ts';
export { type CountWords, examineArticle } from './damage/examine.ts';
export type { Input, Source } from './decode.ts';
export type { Reading, ReadOptions } from './read-articles.ts';
export { readArticles, readers } from './read-articles.ts';
export type { Block, Draft, Piece, Reader, Sample, Value } from './reader.ts';
export { countWords } from './words.ts';
