export { articleFields, columnTexts, type FieldScope, type FieldText, fieldColumns, type TextColumn, textColumns } from './fields.ts';
export { highlight, snippet } from './highlight.ts';
export { match } from './match.ts';
export { parseQuery } from './parse.ts';
export { printQuery } from './print.ts';
export type { ParsedQuery } from './query.ts';
export { DateOrder, Query, QueryField, QueryProblem, queryFields, Term } from './query.ts';
export { indexText, paragraphBreak, tokenize } from './tokens.ts';
