import type { Article, FileReport } from '@pressmark/core';
import { Diagnostic, LedgerSpan, Repair, SearchSummary, Span } from '@pressmark/core';
import { type FieldScope, type Query, sorts, type Term } from '@pressmark/core/query';
import { z } from 'zod';
import type { Bucket, Facet, FacetRequest, Period, Timeline } from './buckets.ts';
import type { Line, LinesPage, LinesRequest, LinesWanted } from './concordance.ts';
import type { Entry } from './entry.ts';
import type { Note, NoteStore } from './note.ts';
import type { Packed } from './packed-entries.ts';
import type { Arrival, News, SearchStore } from './saved-search.ts';
import type { Dimension, Selection } from './selection.ts';
import type { TagStore } from './tag.ts';

export { Bucket, Facet, FacetRequest, Period, Timeline, TimelineBucket } from './buckets.ts';
export { Line, LineSort, LinesPage, type LinesRequest, type LinesWanted } from './concordance.ts';
export { Note, type NoteStore, NoteText } from './note.ts';
export { Dimension, Sample, Selection } from './selection.ts';
export { Tag, Tagging, TagName, type TagOrder, type TagStore } from './tag.ts';

/** Text with the places of hits in it, in UTF-16 code units. */
export const Snippet = z.strictObject({
  text: z.string(),
  marks: z.array(Span),
});
export type Snippet = z.infer<typeof Snippet>;

/** One article as a list of results shows it. */
export const Hit = z.strictObject({
  id: z.string(),
  kind: z.enum(['article', 'headline', 'other']),
  headline: Snippet,
  subheadline: z.string().optional(),
  date: z.iso.date().nullable(),
  time: z.string().optional(),
  source: z.string(),
  sourceCode: z.string().optional(),
  language: z.string().optional(),
  byline: z.string().optional(),
  words: z.int().nonnegative().nullable(),
  /** Number of diagnostics of the article with severity warning or error. */
  warnings: z.int().nonnegative(),
  snippet: Snippet,
  /** Tags that users gave it. */
  tags: z.array(z.string()).optional(),
  hasNote: z.boolean().optional(),
  /** Whether another article of the archive has the same text. */
  hasDuplicate: z.boolean().optional(),
});
export type Hit = z.infer<typeof Hit>;

export const Sort = z.enum(sorts);
export type Sort = z.infer<typeof Sort>;

/** What to find: a parsed query, and what is chosen among its hits. */
export interface Wanted {
  query: Query;
  selection?: Selection | undefined;
  /** Only what is new since this moment (see `News`). */
  since?: number | undefined;
}

export interface PageRequest extends Wanted {
  sort: Sort;
  /** 1 to 500. */
  limit: number;
  /** As `Page.next` gave it. */
  cursor?: string | undefined;
}

export const Page = z.strictObject({
  /** Exact number of hits over all pages. */
  total: z.int().nonnegative(),
  /** With a sample: the exact number of hits it is drawn from. */
  drawnFrom: z.int().nonnegative().optional(),
  hits: z.array(Hit),
  /** Cursor of the following page, or null at the end. */
  next: z.string().nullable(),
});
export type Page = z.infer<typeof Page>;

/** A page of hits alone; with the total where it is known without a look at the others. */
export const PageAlone = Page.partial({ total: true });
export type PageAlone = z.infer<typeof PageAlone>;

/** Result of storing one article, in the order given. */
export const PutResult = z.enum(['new', 'unchanged', 'updated']);
export type PutResult = z.infer<typeof PutResult>;

/** An earlier version of an article, replaced by an update. */
export const Version = z.strictObject({ version: z.int().positive(), replacedAt: z.iso.datetime() });
export type Version = z.infer<typeof Version>;

export const ImportState = z.enum(['waiting', 'running', 'done', 'cancelled', 'failed', 'interrupted']);
export type ImportState = z.infer<typeof ImportState>;

/** One file of an import with its account. Numbers grow while the file is read. */
export const ImportFile = z.strictObject({
  id: z.int().positive(),
  /** The file this one lies in, where it is a member of a zip or a saved e-mail. */
  within: z.int().positive().nullable(),
  file: z.string(),
  /** Of its content; empty where the archive does not hold it, or not yet. */
  sha256: z.string(),
  bytes: z.int().nonnegative(),
  /** Bytes read so far. */
  read: z.int().nonnegative(),
  state: ImportState,
  reader: z.string().nullable(),
  declared: z.int().nonnegative().nullable(),
  found: z.int().nonnegative(),
  new: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  updated: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  unreadBytes: z.int().nonnegative(),
  balanced: z.boolean(),
  summary: SearchSummary.optional(),
  /** Of the file, and those of its articles with the article's id, warnings and errors first; at most 500 here. */
  diagnostics: z.array(Diagnostic.extend({ article: z.string().optional() })),
});
export type ImportFile = z.infer<typeof ImportFile>;

/** What broke an import off, in words, and at which file. */
export const Trouble = z.strictObject({ file: z.string().nullable(), message: z.string() });
export type Trouble = z.infer<typeof Trouble>;

/** One import: a batch of files and how far it is. */
export const Import = z.strictObject({
  id: z.int().positive(),
  state: ImportState,
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Of one that is interrupted; null where nothing is known. */
  trouble: Trouble.nullable(),
  /** Sums over the files; `bytes` and `read` over those that were given, without the files within them. */
  files: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  read: z.int().nonnegative(),
  found: z.int().nonnegative(),
  new: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  updated: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  /** Files that could not be read at all. */
  failed: z.int().nonnegative(),
  /** Files that were read and do not balance. */
  unbalanced: z.int().nonnegative(),
});
export type Import = z.infer<typeof Import>;

export const Totals = z.strictObject({
  articles: z.int().nonnegative(),
  headlines: z.int().nonnegative(),
  sources: z.int().nonnegative(),
  languages: z.int().nonnegative(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  imports: z.int().nonnegative(),
  files: z.int().nonnegative(),
  words: z.int().nonnegative(),
  /** Of the database on disk. */
  bytes: z.int().nonnegative(),
});
export type Totals = z.infer<typeof Totals>;

/** One stored stretch of an imported file; the text is kept for what was not read. */
export const StoredSpan = LedgerSpan;
export type StoredSpan = LedgerSpan;

/** A repair of an article that a reader accepted. */
export const StoredRepair = Repair.extend({
  id: z.int().positive(),
  /** Id of the article. */
  article: z.string(),
  /** Why it was accepted, in words. */
  reason: z.string(),
  acceptedAt: z.iso.datetime(),
  /** Null while it holds. */
  takenBackAt: z.iso.datetime().nullable(),
  /** Whether the text is shown with it: it holds, and the article still says there what it said. */
  applied: z.boolean(),
});
export type StoredRepair = z.infer<typeof StoredRepair>;

/** What is to be accepted: a repair of the article of this id. */
export const RepairProposal = Repair.extend({ article: z.string().max(500), reason: z.string().max(500) });
export type RepairProposal = z.infer<typeof RepairProposal>;

/** Why a repair was not accepted: no such article, another text at its place, or a repair that holds there already. */
export type RepairRefusal = 'unknown' | 'differs' | 'taken';

/** What an archive knows of an article beside what files said of it. */
export interface StoredFacts {
  /** Tags that users gave it, by name. */
  tags: string[];
  note?: Note;
  /** Ids of other articles with the same text, oldest first; at most 100. */
  duplicates: string[];
}

/** An article with what the archive knows of it. */
export interface StoredArticle extends StoredFacts {
  article: Article;
  /** ISO date and time at which this version came in. */
  storedAt: string;
  /** Earlier versions, newest first. */
  versions: Version[];
  /** Import files in which the article was met, oldest first. */
  files: { id: number; file: string }[];
  /** Repairs ever accepted, oldest first. */
  repairs: StoredRepair[];
  /** Set where the vendor took it back: when, and by which file. No search or count finds it. */
  withdrawn?: { at: string; file: { id: number; file: string } | null };
}

/** The words that a truncated word of a query stands for. */
export interface Expansion {
  /** Their number, counted to 5,000. */
  count: number;
  /** Whether there are more. */
  isMore: boolean;
  /** The first of them. */
  words: string[];
}

/** What is to be withdrawn: an article, or every article of a source. */
export interface WithdrawalOrder {
  id?: string | undefined;
  sourceCode?: string | undefined;
  /** With a file: what that file brings from this position on stays. */
  after?: number | undefined;
}

/** Progress of the file being read, saved in the same transaction as the batch it speaks of. */
export interface FileProgress {
  file: number;
  /** Bytes read so far. */
  read: number;
  /** The file it lies in, as far as that is read. */
  within?: { file: number; read: number } | undefined;
}

export { QueryLimit } from '@pressmark/core/query';

/** An archive. Every method may reject with failed I/O only, one that writes with `DiskFull` where there is no room; what is wrong with input is data. Searches may also meet a `QueryLimit`. */
export interface Store {
  /**
   * Stores a batch in one transaction, in the order given; idempotent on `id`. Takes articles, or their entries made
   * elsewhere by `entryOf`, packed or not. With progress, counts into the import file too, atomically.
   */
  put(batch: readonly (Article | Entry | Packed)[], progress?: FileProgress): Promise<PutResult[]>;
  /** The article of this id, or of one of its accession numbers; null where there is none. */
  get(id: string): Promise<StoredArticle | null>;
  /** An earlier version, or null. */
  version(id: string, version: number): Promise<Article | null>;
  /**
   * Takes articles out of searches, counts and streams, by the orders of a file; their versions stay, and a later `put`
   * brings them back. Gives the number withdrawn; to be called again after a crash.
   */
  withdraw(orders: readonly WithdrawalOrder[], file?: number): Promise<number>;
  search(request: PageRequest): Promise<Page>;
  /** The same page, sooner where other hits would have to be looked for to be counted. */
  page(request: PageRequest): Promise<PageAlone>;
  /** Counts over all hits, largest first (time dimensions: oldest first). `total` is the exact number of hits. */
  count(
    wanted: Wanted,
    by: Dimension[],
  ): Promise<{ total: number; counts: Partial<Record<Dimension, Bucket[]>> }>;
  /**
   * Some values of each dimension, counted over all hits as if nothing were chosen or excluded in that dimension, so that
   * another value can be added. `total` is the exact number of hits. A sample is left aside here and in `timeline`.
   */
  facets(wanted: Wanted, requests: FacetRequest[]): Promise<{ total: number; facets: Facet[] }>;
  /** Hits over time beside all articles of the archive; a `QueryLimit` where there are more than 50,000 periods. */
  timeline(wanted: Wanted, by: Period): Promise<Timeline>;
  /** Every hit, newest first, in constant memory; as the file has it, or with its repairs. */
  stream(wanted: Wanted, options?: { repaired?: boolean }): AsyncIterable<Article>;
  /** The id of every hit, newest first. */
  ids(wanted: Wanted): AsyncIterable<string>;
  /** What is new of a search since the moment it names; without one, every hit is new. */
  news(wanted: Wanted): Promise<News>;
  /** Hits in the order in which they came in, the last first; those of one batch newest first. */
  latest(wanted: Wanted, limit: number): Promise<Arrival[]>;
  /** Lines of a concordance: every hit in every article found. A `QueryLimit` where more than 100,000 are to be put in another order than by date. */
  lines(request: LinesRequest): Promise<LinesPage>;
  /** The number of lines of each article found, one after the other: their sum is exact. Words, phrases and what `and`, `or` and `not` make of them are counted by the index, anything else takes a look at every text. */
  countLines(wanted: Wanted): AsyncIterable<number>;
  /** Every line, by date in constant memory; in another order as `lines` does. */
  streamLines(wanted: LinesWanted): AsyncIterable<Line>;
  totals(): Promise<Totals>;
  /** For words as core's `tokenize` folds them, the number of articles whose text holds each; counting ends at a hundred. */
  countWords(words: string[]): Promise<number[]>;
  /** The exact number of hits. */
  countHits(wanted: Wanted): Promise<number>;
  /** The words of the archive that a word of a query stands for, where such a word of this field, or of the text, may stand. */
  expand(term: Term, scope: FieldScope): Promise<Expansion>;
  /** Words of the archive that are spelt nearly as this one, which core's `tokenize` has folded: in most articles first, at most five. */
  spellings(word: string): Promise<string[]>;
  /** The same archive; what is read through it ends when the signal is aborted, with its reason. */
  until(signal: AbortSignal): Store;
  readonly imports: ImportStore;
  readonly repairs: RepairStore;
  readonly tags: TagStore;
  readonly notes: NoteStore;
  readonly searches: SearchStore;
  close(): Promise<void>;
}

/**
 * The book of repairs. The article stays what the file said; hits, their marks and repaired streams show it with its
 * repairs, and a search finds both texts. A repair whose place says something else after an update stays recorded and is
 * not applied.
 */
export interface RepairStore {
  accept(proposal: RepairProposal): Promise<StoredRepair | RepairRefusal>;
  /** Ends a repair, which may be accepted again; one taken back already stays so. Null where there is none of this id. */
  takeBack(id: number): Promise<StoredRepair | null>;
  /** Repairs ever accepted of an article, oldest first. */
  list(article: string): Promise<StoredRepair[]>;
}

/** The book of imports: which file brought what, and what of it was not read. */
export interface ImportStore {
  create(): Promise<Import>;
  addFile(
    importId: number,
    file: { file: string; sha256: string; bytes: number; within?: number },
  ): Promise<ImportFile>;
  /** Gives files that are to come a row each, in one transaction; it has no hash until the file is here. */
  announce(importId: number, files: readonly { file: string; bytes: number }[]): Promise<number[]>;
  /** Fills the row of an announced file; null where the import has none of this number that still waits for its content. */
  fill(
    fileId: number,
    content: { importId: number; sha256: string; bytes: number },
  ): Promise<ImportFile | null>;
  /** A file of any import, with its account; null where there is none. */
  file(fileId: number): Promise<ImportFile | null>;
  /**
   * `running` also notes which process runs it; `interrupted` is the state of its file that was being read, too. What broke
   * it off is kept for as long as it is so.
   */
  setState(importId: number, state: ImportState, trouble?: Trouble): Promise<void>;
  setFileState(fileId: number, state: ImportState): Promise<void>;
  /** Number of articles of the file already stored by an earlier run. */
  stored(fileId: number): Promise<number>;
  /** Ends a file: its account, spans and diagnostics. */
  finishFile(fileId: number, report: FileReport): Promise<ImportFile>;
  get(importId: number): Promise<{ import: Import; files: ImportFile[] } | null>;
  list(options: { limit: number; before?: number | undefined }): Promise<Import[]>;
  /** Spans of a file, in file order. */
  spans(fileId: number): Promise<StoredSpan[]>;
  /** Imports left `running` by a process that is gone are marked `interrupted`, with that as what broke them off, and returned. */
  interrupted(): Promise<Import[]>;
}
