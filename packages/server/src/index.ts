export type {
  Bucket,
  Dimension,
  Hit,
  Import,
  ImportFile,
  ImportState,
  News,
  Page,
  SavedSearch,
  Selection,
  Snippet,
  Sort,
  StoredRepair,
  StoredSpan,
  Totals,
  Version,
} from '@pressmark/store';
export type { AppRouter } from './router.ts';
export { openServer, type Server, type ServerConfig } from './server.ts';
