export * from './contract.ts';
export { DiskFull, isDiskFull } from './disk-full.ts';
export { openSqliteStore } from './open.ts';
export * from './saved-search.ts';
export { searching } from './searching.ts';
export { isSelected } from './selected.ts';
export { chosenIn, without } from './selection.ts';
