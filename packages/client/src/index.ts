export { ArchiveError, problemsOf } from './archive-error.ts';
export { type Client, createClient, type Export, type FilePart, type LinesExport } from './client.ts';
export type { RequestHeaders, Target } from './send.ts';
export type { Upload } from './upload.ts';
