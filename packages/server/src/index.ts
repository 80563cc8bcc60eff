export type {
  Bucket,
  Dimension,
  Hit,
  Import,
  ImportFile,
  ImportState,
  Page,
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
