import { z } from 'zod';

/** A half-open range `[start, end)`. In files: bytes. In a string of an article: UTF-16 code units. */
export const Span = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type Span = z.infer<typeof Span>;

/** Every code with its severity and meaning; codes are stable and scripts may rely on them. */
export const diagnosticCodes = {
  'file-empty': { severity: 'error', meaning: 'The file holds no bytes.' },
  'file-unknown': { severity: 'error', meaning: 'No reader recognises the content.' },
  'file-unreadable': { severity: 'error', meaning: 'The file could not be opened or read.' },
  'file-unsent': { severity: 'error', meaning: 'The file was announced and not sent.' },
  'disk-full': { severity: 'error', meaning: 'There was no room on the disk for the file.' },
  'file-binary': { severity: 'error', meaning: 'The content is binary data, not an export.' },
  'file-truncated': { severity: 'error', meaning: 'The file ends in the middle of its structure.' },
  'file-nested': { severity: 'error', meaning: 'The file nests its elements deeper than any export does.' },
  'file-foreign': {
    severity: 'error',
    meaning: 'The file is of a kind that Pressmark does not open: a word processor’s, a packed archive.',
  },
  'file-encrypted': { severity: 'error', meaning: 'The file is protected by a password.' },
  'file-joined': {
    severity: 'info',
    meaning:
      'An export of another kind stands behind or before the first one in the file; it was read by its own reader.',
  },
  'file-damaged': {
    severity: 'error',
    meaning: 'The structure of the file is broken; what is whole is read.',
  },
  'file-scanned': { severity: 'error', meaning: 'The pages of the PDF are pictures without text.' },
  'file-oversized': { severity: 'error', meaning: 'The file is larger than can be opened.' },
  'page-empty': { severity: 'warning', meaning: 'A page of the PDF holds no text.' },
  'page-unreadable': { severity: 'error', meaning: 'A page of the PDF could not be read.' },
  'text-rebuilt': {
    severity: 'warning',
    meaning: 'Lines and paragraphs were rebuilt from the places of letters on a page; low confidence.',
  },
  'compression-unknown': {
    severity: 'error',
    meaning: 'The content is packed by a method that Pressmark cannot unpack.',
  },
  'container-empty': { severity: 'error', meaning: 'The file holds no other file that could be read.' },
  'member-passed-over': {
    severity: 'info',
    meaning: 'A file within the file that is no export: system files, pictures and cover text of an e-mail.',
  },
  'member-renamed': { severity: 'info', meaning: 'The name of a file within the file was shortened.' },
  'member-encrypted': { severity: 'error', meaning: 'A file within the file is protected by a password.' },
  'member-damaged': {
    severity: 'error',
    meaning: 'A file within the file is cut, or is not what its checksum says; what came out is read.',
  },
  'member-unreadable': { severity: 'error', meaning: 'A file within the file could not be unpacked.' },
  'member-refused': {
    severity: 'error',
    meaning: 'A file within the file goes beyond the limits for unpacking.',
  },
  'reader-failed': {
    severity: 'error',
    meaning: 'A reader met something it could not work with; the piece is kept unread.',
  },
  'reader-tie': { severity: 'warning', meaning: 'Two readers recognise the content about equally well.' },
  'reader-unsure': {
    severity: 'warning',
    meaning: 'The best reader recognises the content with a low score.',
  },
  'reader-drift': {
    severity: 'warning',
    meaning: 'The file reads worse than files of its kind do: the vendor may have changed the format.',
  },
  'count-differs': {
    severity: 'warning',
    meaning: 'The file declares another number of articles than were found.',
  },
  'count-part': {
    severity: 'info',
    meaning: 'The search had more results than one file can hold; this file is a part of them.',
  },
  'bytes-unread': {
    severity: 'warning',
    meaning: 'Text of the file that belongs to no article and to no known front matter.',
  },
  'charset-lie': {
    severity: 'info',
    meaning: 'The declared character set does not fit the bytes; the bytes decided.',
  },
  'charset-invalid': {
    severity: 'warning',
    meaning: 'Bytes that do not fit the character set of the file; read as Windows-1252.',
  },
  'charset-misread': {
    severity: 'warning',
    meaning: 'Text in UTF-8 was read in another character set and saved again before the file came here.',
  },
  'accession-missing': { severity: 'warning', meaning: 'The article carries no accession number.' },
  'accession-odd': { severity: 'info', meaning: 'The identifier is not a 25-character accession number.' },
  'article-rejected': {
    severity: 'error',
    meaning: 'A piece that looks like an article lacks what makes one; its bytes are kept.',
  },
  'articles-withdrawn': {
    severity: 'info',
    meaning: 'The file takes articles back, or all articles of a source.',
  },
  'record-damaged': {
    severity: 'warning',
    meaning: 'A record breaks the rules of its format; what could be read of it is kept.',
  },
  'dtd-ignored': {
    severity: 'warning',
    meaning: 'The file declares a document type of its own, which is never followed.',
  },
  'article-repeated': {
    severity: 'info',
    meaning: 'The same accession number stands more than once in the file.',
  },
  'text-truncated': {
    severity: 'warning',
    meaning: 'The file or the record ends in the middle of the article; its text is not whole.',
  },
  'text-short': {
    severity: 'warning',
    meaning: 'Fewer words were read than the file states, beyond what is usual: text or a table may be lost.',
  },
  'text-long': {
    severity: 'warning',
    meaning: 'More words were read than the file states, beyond what is usual: other text may have got in.',
  },
  'text-hidden': {
    severity: 'info',
    meaning: 'Text that a page does not show (hidden, struck out, a comment) is kept in raw.',
  },
  'headline-missing': { severity: 'warning', meaning: 'The article has no headline.' },
  'date-missing': { severity: 'warning', meaning: 'No date is shown and none can be decoded.' },
  'date-unreadable': {
    severity: 'warning',
    meaning: 'The displayed date could not be read; the accession number dates the article.',
  },
  'date-shifted': {
    severity: 'info',
    meaning: "The displayed date is one day from the accession number's: the viewer's time zone.",
  },
  'date-conflict': {
    severity: 'warning',
    meaning: "The displayed date is more than one day from the accession number's.",
  },
  'date-ambiguous': {
    severity: 'info',
    meaning:
      'The displayed date is one of figures that can be read in two orders; the message says which was taken.',
  },
  'language-unknown': { severity: 'warning', meaning: 'The name of the language is in no table.' },
  'word-count-missing': { severity: 'info', meaning: 'The file states no word count for the article.' },
  'field-unknown': { severity: 'info', meaning: 'A field with an unknown label or meaning; kept in raw.' },
  'damage-lost-character': {
    severity: 'warning',
    meaning: 'A character was lost after a dash, quotation mark or copyright sign.',
  },
  'damage-control-word': {
    severity: 'warning',
    meaning: 'Control words of a text processor were left in the text.',
  },
  'damage-replacement': {
    severity: 'warning',
    meaning: 'Replacement characters stand where the original was not readable.',
  },
  'damage-mojibake': {
    severity: 'warning',
    meaning: 'Text was read in another character set than it was written in.',
  },
  'damage-joined-words': { severity: 'warning', meaning: 'Two words stand joined, as at the end of a line.' },
  'damage-soft-hyphen': {
    severity: 'info',
    meaning: 'A soft hyphen or another mark for breaking a line was left in the text.',
  },
} as const satisfies Record<string, { severity: 'error' | 'warning' | 'info'; meaning: string }>;

export const DiagnosticCode = z.enum(
  Object.keys(diagnosticCodes) as [keyof typeof diagnosticCodes, ...(keyof typeof diagnosticCodes)[]],
);
export type DiagnosticCode = z.infer<typeof DiagnosticCode>;

/** What is wrong or noteworthy, and where. Reading never throws on input: it returns these. */
export const Diagnostic = z.strictObject({
  code: DiagnosticCode,
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  /** Key of the article the diagnostic speaks of. Example: `body.3.text`. */
  path: z.string().optional(),
  /** With `path`: UTF-16 code units in that string. Without: bytes in the file. */
  span: Span.optional(),
  /** Number of times it was met, where it is told of several; the span is from the first to the last. */
  count: z.int().positive().optional(),
  /** Possible repairs, best first; never applied by a reader. */
  candidates: z.array(z.strictObject({ text: z.string(), reason: z.string() })).optional(),
});
export type Diagnostic = z.infer<typeof Diagnostic>;

/** Makes a diagnostic with the severity its code has. */
export function diagnose(
  code: DiagnosticCode,
  message: string,
  place: Partial<Pick<Diagnostic, 'path' | 'span' | 'candidates'>> = {},
): Diagnostic {
  return { code, severity: diagnosticCodes[code].severity, message, ...place };
}
