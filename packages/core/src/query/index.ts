export type { ArchiveFacts, ArchiveState } from './archive-facts.ts';
export { archiveStates, tagKey } from './archive-facts.ts';
export type { Clause } from './clauses.ts';
export { clausesOf } from './clauses.ts';
export type { Completing, Completion } from './complete.ts';
export { completionsAt, printValue } from './complete.ts';
export type { ContextLine, ContextSide, Occurrence } from './concordance.ts';
export { contextLine, contextOrder, LineWidth, occurrences } from './concordance.ts';
export { localDay } from './dates.ts';
export { dimensions, periods } from './dimensions.ts';
export type { Explanation } from './explain.ts';
export { explainQuery } from './explain.ts';
export { fieldValue, namesOfLanguage } from './field-value.ts';
export type { FieldScope, FieldText, TextColumn } from './fields.ts';
export { articleFields, bodyColumns, columnTexts, fieldColumns, textColumns, wordsOf } from './fields.ts';
export { authorValue, foldName } from './fold-name.ts';
export { highlight, snippet } from './highlight.ts';
export type { LabelledOptions, LabelledQuery, TableOptions } from './labelled.ts';
export { parseQueries, parseQueryTable, tableColumns } from './labelled.ts';
export { lintQuery } from './lint.ts';
export type { FoundLoosening } from './loosen.ts';
export { findLoosenings } from './loosen.ts';
export type { Loosening } from './loosening.ts';
export { loosenings } from './loosenings.ts';
export type { TokenizedArticle, TokenizedRun, TokenizedText } from './match.ts';
export { countPlaces, identifierRuns, match, matchTokens, tokenizeArticle } from './match.ts';
export { dialects, lineSorts, sorts } from './orders.ts';
export type { ParseOptions } from './parse.ts';
export { parseQuery } from './parse.ts';
export type { Place, Run } from './places.ts';
export { evaluate, reaches } from './places.ts';
export { printQuery } from './print.ts';
export type { ParsedQuery } from './query.ts';
export {
  DateOrder,
  Dialect,
  grammarVersion,
  isPlaces,
  Places,
  Query,
  QueryField,
  QueryLimit,
  QueryProblem,
  queryFields,
  Term,
} from './query.ts';
export { settleDates } from './settle-dates.ts';
export { fits, stemOf } from './terms.ts';
export type { Token } from './tokens.ts';
export { indexText, isUnspaced, paragraphBreak, tokenize } from './tokens.ts';
