import { z } from 'zod';
import { Diagnostic, Span } from './diagnostic.ts';

/** One stretch of a file and what it is. The spans of a report are sorted and tile the file: no gap, no overlap. */
export const LedgerSpan = z.strictObject({
  ...Span.shape,
  /**
   * `withdrawal`: the vendor takes articles back; `front`, `trailer`: the vendor's page around the articles; `boilerplate`: markup and white space between them;
   * `member`: a file within the file, which has a report of its own; `converted`: bytes whose text is accounted for in
   * `text` of the report.
   */
  kind: z.enum(['article', 'withdrawal', 'front', 'boilerplate', 'trailer', 'unread', 'member', 'converted']),
  /** Index of the article, for kind `article`. */
  article: z.int().nonnegative().optional(),
  /**
   * For kind `article`, where fields were asked for: code or key of the field; `body` for paragraphs without one,
   * `unplaced` for a line that no layout knows. Absent for the markup between fields.
   */
  field: z.string().optional(),
  /** First characters, for kind `unread` and unplaced lines; the name, for kind `member`. */
  text: z.string().optional(),
});
export type LedgerSpan = z.infer<typeof LedgerSpan>;

/** The vendor takes an article back, or all articles of a source. */
export const Withdrawal = z.strictObject({
  /** Id of the article. */
  id: z.string().optional(),
  /** Vendor's code of the source all of whose articles are taken back. */
  sourceCode: z.string().optional(),
  /** Articles found in the file before it: it speaks of those and of earlier files, not of what follows. */
  after: z.int().nonnegative(),
  span: Span,
});
export type Withdrawal = z.infer<typeof Withdrawal>;

/** The search that the file says it came from: labels and values as found. */
export const SearchSummary = z.strictObject({
  title: z.string(),
  rows: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  /** Number of results the search had. */
  results: z.int().nonnegative().optional(),
  /** First and last day searched, ISO dates; absent where the file does not say or it could not be read. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** When the file was made: ISO date, or date and time. */
  downloaded: z.string().optional(),
  /** In which order its dates of figures were read: day first or month first. */
  order: z.enum(['dmy', 'mdy']).optional(),
});
export type SearchSummary = z.infer<typeof SearchSummary>;

/** The account of one file: which reader took it, what it declared, what was found, and every byte. */
export const FileReport = z.strictObject({
  file: z.string(),
  sha256: z.string().optional(),
  bytes: z.int().nonnegative(),
  /** Id of the reader, or null where none recognised the file. */
  reader: z.string().nullable(),
  scores: z.array(
    z.strictObject({
      reader: z.string(),
      score: z.number(),
      /** What the reader looks for at the beginning of the file, where an explanation was asked for. */
      anchors: z.array(z.strictObject({ what: z.string(), found: z.boolean() })).optional(),
    }),
  ),
  charset: z.string(),
  /** Number of articles the file says it has, or null where it says nothing. */
  declared: z.int().nonnegative().nullable(),
  /** Articles and headline items read. */
  found: z.int().nonnegative(),
  /** Pieces that look like an article and could not be read as one. */
  rejected: z.int().nonnegative(),
  unreadBytes: z.int().nonnegative(),
  /** What the file takes back, in file order; absent where it takes nothing back. */
  withdrawals: z.array(Withdrawal).optional(),
  /** Nothing unread, nothing rejected, and the declared number met. */
  balanced: z.boolean(),
  spans: z.array(LedgerSpan),
  /** For a file that was converted: its text, and spans that tile it, in bytes of UTF-8. */
  text: z
    .strictObject({
      /** Id of the conversion. Examples: `pdf`, `avro`. */
      from: z.string(),
      bytes: z.int().nonnegative(),
      spans: z.array(LedgerSpan),
    })
    .optional(),
  summary: SearchSummary.optional(),
  /** Articles with a text, and how many of them have each field. */
  fields: z
    .strictObject({
      articles: z.int().nonnegative(),
      found: z.record(z.string(), z.int().nonnegative()),
    })
    .optional(),
  /** Of the file; those of an article ride on the article. */
  diagnostics: z.array(Diagnostic),
});
export type FileReport = z.infer<typeof FileReport>;
