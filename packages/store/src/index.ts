export * from './contract.ts';
export { openSqliteStore } from './open.ts';
