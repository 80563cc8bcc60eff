export { ArchiveError, problemsOf } from './archive-error.ts';
export {
  type Announced,
  type Client,
  createClient,
  type Export,
  type FilePart,
  type LinesExport,
} from './client.ts';
export type { Counted, RequestHeaders, Target } from './send.ts';
export type { Upload } from './upload.ts';
