import { z } from 'zod';
import { Diagnostic, Span } from './diagnostic.ts';

const isoDate = z.iso.date();

/** A code of the vendor's taxonomy with the name the file gave for it; the name may be missing, never invented. */
export const Code = z.strictObject({
  code: z.string(),
  name: z.string().optional(),
});
export type Code = z.infer<typeof Code>;

/** The vendor's identifier, as found and decoded. Example: `WSJO000020170408ed48001rx`. */
export const Accession = z.strictObject({
  vendor: z.string(),
  /** As it stands in the file, upper or lower case. */
  number: z.string(),
  /** First eight characters without the padding zeros; prefer `source.code` where the file has one. */
  sourceCode: z.string().optional(),
  /** Day the vendor loaded the article. */
  loaded: isoDate.optional(),
  /** Publication day at the source. */
  published: isoDate.optional(),
  /** Running number within source and day. */
  serial: z.int().nonnegative().optional(),
});
export type Accession = z.infer<typeof Accession>;

/** When the article appeared: a calendar day, with time and zone only where the file states them. */
export const Publication = z.strictObject({
  date: isoDate,
  /** `HH:MM` or `HH:MM:SS` as displayed. */
  time: z.string().optional(),
  /** As displayed (`GMT`, `EDT`); never inferred. */
  zone: z.string().optional(),
  /** The displayed date and time, unchanged; empty where the file shows none. */
  raw: z.string(),
  /** Which of the two dates was taken as `date`. */
  basis: z.enum(['display', 'accession']),
  /** The accession number's date where it differs from the displayed one. */
  other: isoDate.optional(),
});
export type Publication = z.infer<typeof Publication>;

export const Source = z.strictObject({
  name: z.string(),
  /** Vendor's source code, field SC. Example: `WSJO`. */
  code: z.string().optional(),
  /** Newspaper group, fields NGC and GC. */
  group: z.string().optional(),
  /** Field ED. */
  edition: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

export const Author = z.strictObject({
  name: z.string(),
  role: z.string().optional(),
  email: z.string().optional(),
});
export type Author = z.infer<typeof Author>;

/** One block of the article's text in reading order. `part` is set where the format marks lead and rest (LP, TD). */
export const Paragraph = z.strictObject({
  kind: z.enum(['text', 'heading', 'list', 'table', 'caption', 'correction', 'contact', 'related', 'note']),
  part: z.enum(['lead', 'rest']).optional(),
  text: z.string(),
});
export type Paragraph = z.infer<typeof Paragraph>;

/** Where the article stood: enough to find the bytes again. */
export const Provenance = z.strictObject({
  /** Name of the file as given, without its folder. */
  file: z.string(),
  /** Of the whole file, in hex; absent where a stream was read whose hash the caller did not know. */
  sha256: z.string().optional(),
  /** Bytes of the article in the file; in a converted file, the bytes its text was taken from. */
  span: Span,
  /** In a converted file: bytes of the article in the text (UTF-8). */
  text: Span.optional(),
  /** In a PDF: the page on which the article begins, from 1. */
  page: z.int().positive().optional(),
  /** Position among the articles of the file as they were read, from 0: those of an export joined into it come last. */
  index: z.int().nonnegative(),
  reader: z.string(),
  readerVersion: z.int().positive(),
});
export type Provenance = z.infer<typeof Provenance>;

/** One news article: what the file said, what it means, and where it stood. */
export const Article = z.strictObject({
  /** `factiva:` and the accession number, or `sha256:` of the normalised content where there is no number. */
  id: z.string(),
  /** `headline`: an item that the file shows without a body. */
  kind: z.enum(['article', 'headline', 'other']),
  accession: Accession.optional(),
  /** Field HD, up to the first `; ` where the format joins headline and subheadline. */
  headline: z.string(),
  subheadline: z.string().optional(),
  kicker: z.string().optional(),
  /** Field SE. */
  section: z.string().optional(),
  /** Field CLM. */
  column: z.string().optional(),
  /** Place of writing: field DLN, or the place at the start of the text (`DUBAI—`). */
  dateline: z.string().optional(),
  /** Field CR, or the agency that the byline names. Example: `Associated Press`. */
  credit: z.string().optional(),
  /** Field PG, as found. Examples: `A6`, `45-61`. */
  page: z.string().optional(),
  /** Field VOL: volume, issue, ISSN in one string. */
  volume: z.string().optional(),
  /** Field CY. */
  copyright: z.string().optional(),
  /** Field PUB. */
  publisher: z.string().optional(),
  /** Field BY, as found. */
  byline: z.string().optional(),
  authors: z.array(Author),
  /** Absent only where the file shows no date and no accession number tells one. */
  publication: Publication.optional(),
  /** Field UPD: ISO date, or date and time. */
  loaded: z.string().optional(),
  /** Field MD: ISO date, or date and time. */
  modified: z.string().optional(),
  /** Field RVN. */
  revision: z.string().optional(),
  source: Source.optional(),
  /** BCP 47. Example: `zh-Hant`. */
  language: z.string().optional(),
  /** Field LA: the language's name as found, in the interface language of the export. */
  languageRaw: z.string().optional(),
  body: z.array(Paragraph),
  /** `stated`: field WC. `counted`: words of section, headline, byline, credit and text by the rule of `countWords`. */
  wordCount: z.strictObject({
    stated: z.int().nonnegative().optional(),
    counted: z.int().nonnegative(),
  }),
  codes: z.strictObject({
    companies: z.array(Code),
    industries: z.array(Code),
    subjects: z.array(Code),
    regions: z.array(Code),
    people: z.array(Code),
    /** Field IPC. */
    provider: z.array(Code),
  }),
  links: z.array(z.strictObject({ text: z.string(), url: z.string() })),
  /** Every field of the file in file order, unknown labels too; fields shown without a label carry the label ''. */
  raw: z.array(z.strictObject({ label: z.string(), values: z.array(z.string()) })),
  provenance: Provenance,
  diagnostics: z.array(Diagnostic),
});
export type Article = z.infer<typeof Article>;
