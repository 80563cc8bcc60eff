export type {
  Bucket,
  Dimension,
  Hit,
  Import,
  ImportFile,
  ImportState,
  News,
  Note,
  Page,
  SavedSearch,
  Selection,
  Snippet,
  Sort,
  StoredRepair,
  StoredSpan,
  Tag,
  Totals,
  Version,
} from '@pressmark/store';
export type { AppRouter } from './router.ts';
export { openServer, type Server, type ServerConfig } from './server.ts';
