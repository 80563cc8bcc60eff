import type { Article } from '../article.ts';
import { type Diagnostic, diagnose, type Span } from '../diagnostic.ts';
import type { FileReport } from '../report.ts';
import { Completeness } from './completeness.ts';
import { Coverage } from './coverage.ts';
import { findDamage } from './damage/find.ts';
import { byteChunks, type Input, openSource, type Source } from './decode.ts';
import { detectReader, explainScores } from './detect.ts';
import { findDrift } from './drift.ts';
import { fieldSpans } from './field-spans.ts';
import { articleId, sha256 } from './identity.ts';
import { readJoined } from './joined.ts';
import { Ledger } from './ledger.ts';
import { Misread, misreadDiagnostics } from './misread-articles.ts';
import type { Block, Draft, Piece, Reader } from './reader.ts';
import { factivaContentApi } from './readers/factiva-content-api.ts';
import { factivaDistdoc } from './readers/factiva-distdoc.ts';
import { factivaHtml } from './readers/factiva-html.ts';
import { factivaPps } from './readers/factiva-pps.ts';
import { factivaRecords } from './readers/factiva-records.ts';
import { factivaRtf } from './readers/factiva-rtf.ts';
import { factivaText } from './readers/factiva-text.ts';
import { readSummaryDates } from './summary-dates.ts';
import { surveyDraft } from './survey.ts';

/** The exports we know. A caller may pass its own beside them. */
export const readers: readonly Reader[] = [
  factivaHtml,
  factivaRtf,
  factivaText,
  factivaPps,
  factivaDistdoc,
  factivaContentApi,
  factivaRecords,
];

export interface ReadOptions {
  /** Name of the file, for provenance and messages. */
  file: string;
  /** Hash of the file in hex, where it is known; bytes in memory are hashed, streams are not. */
  sha256?: string | undefined;
  readers?: readonly Reader[];
  /** Has the report say where each field stands, and what every reader looked for; costs memory. */
  explain?: boolean;
  /** Told the number of bytes handed to the reader so far. */
  onProgress?: (bytes: number) => void;
}

/** The articles of one file, to be iterated once, and its account after the last one. */
export interface Reading extends AsyncIterable<Article> {
  /** Name of the file; of a file within a file, behind that one's (`a.zip/b.rtf`). */
  readonly file: string;
  /** Resolves when the iteration has ended. */
  report(): Promise<FileReport>;
}

/**
 * Reads an export: decode, detect, split, read. Never rejects on what the file holds: trouble rides on the articles
 * and in the report. Rejects where the input itself cannot be read.
 */
export function readArticles(input: Input, options: ReadOptions): Reading {
  const { promise, resolve, reject } = Promise.withResolvers<FileReport>();
  // A caller that reads articles only need not handle the report's failure.
  promise.catch(() => {});
  async function* articles(): AsyncGenerator<Article, void> {
    try {
      resolve(yield* readWhole(input, options));
    } catch (error) {
      reject(error);
      throw error;
    }
  }
  return { file: options.file, [Symbol.asyncIterator]: articles, report: () => promise };
}

// Exports of so many kinds nobody joins.
const mostKinds = 5;

/** A stream is read once; of what can be looked at again, the parts too that another reader knows. */
async function* readWhole(
  input: Input,
  options: ReadOptions,
  depth = 0,
): AsyncGenerator<Article, FileReport> {
  const report = yield* readFile(input, options);
  if (depth === mostKinds || !(input instanceof Uint8Array || input instanceof Blob)) return report;
  const { onProgress, ...same } = { ...options, ...(report.sha256 && { sha256: report.sha256 }) };
  return yield* readJoined({
    input,
    report,
    readers: options.readers ?? readers,
    readPart: (part) => readWhole(part, same, depth + 1),
  });
}

async function* readFile(input: Input, options: ReadOptions): AsyncGenerator<Article, FileReport> {
  const hash = options.sha256 ?? (input instanceof Uint8Array ? await sha256(input) : undefined);
  const counted = countBytes(input, options.onProgress);
  const source = await openSource(counted.input);
  const known = options.readers ?? readers;
  const sample = { text: source.sample, isWhole: source.isWhole, file: options.file };
  const { reader, scores, diagnostics } = detectReader(known, sample);
  const explain = options.explain === true;
  const ledger = new Ledger();
  ledger.diagnostics.push(...diagnostics);
  const coverage = new Coverage();
  const misread = new Misread();
  if (reader)
    yield* readPieces(source, {
      reader,
      ledger,
      coverage,
      misread,
      explain,
      file: options.file,
      sha256: hash,
    });
  else await drain(source, ledger);
  ledger.diagnostics.push(...source.diagnostics, ...misread.account());
  const bytes = counted.bytes();
  const dated = ledger.summary && readSummaryDates(ledger.summary, coverage.days);
  ledger.diagnostics.push(...(dated?.diagnostics ?? []));
  const account = ledger.close(bytes);
  const fields = coverage.account();
  if (reader) account.diagnostics.push(...findDrift({ ...account, bytes, fields }, reader));
  return {
    file: options.file,
    ...(hash && { sha256: hash }),
    bytes,
    reader: reader?.id ?? null,
    scores: explain ? explainScores({ scores }, { readers: known, sample }) : scores,
    charset: source.charset,
    ...account,
    ...(dated && { summary: dated.summary }),
    ...(reader && { fields }),
  };
}

interface Opened {
  reader: Reader;
  ledger: Ledger;
  coverage: Coverage;
  misread: Misread;
  explain: boolean;
  file: string;
  sha256: string | undefined;
}

async function* readPieces(source: Source, opened: Opened): AsyncGenerator<Article> {
  const { reader, ledger } = opened;
  const seen = new Set<string>();
  const completeness = new Completeness();
  for await (const piece of reader.split(source)) {
    if (piece.summary) ledger.summarise(piece.summary);
    if (piece.declared !== undefined) ledger.declared = (ledger.declared ?? 0) + piece.declared;
    const span = source.byteSpan(piece.span);
    const draft = piece.kind === 'article' || piece.kind === 'headline' ? readPiece(piece, opened) : null;
    if (!draft || isFragment(piece, draft)) {
      bookRest(piece, { ledger, span });
      continue;
    }
    if (piece.diagnostics)
      ledger.diagnostics.push(...piece.diagnostics.filter(({ severity }) => severity === 'error'));
    const index = ledger.found++;
    if (!opened.explain) ledger.book(span, { kind: 'article', article: index });
    else bookFields(piece, { source, ledger, index, placed: draft.placed ?? { fields: new Map() } });
    const article = await complete(draft, provenanceOf(opened, span, index));
    if (piece.diagnostics) article.diagnostics.unshift(...piece.diagnostics.map(ofArticle));
    if (article.kind === 'article') article.diagnostics.push(...completeness.judge(article));
    if (opened.misread.note(article)) article.diagnostics = misreadDiagnostics(article);
    const id = article.id.toLowerCase();
    if (seen.has(id))
      article.diagnostics.push(diagnose('article-repeated', 'The number stands more than once in the file.'));
    seen.add(id);
    opened.coverage.add(article);
    yield article;
  }
}

function provenanceOf(opened: Opened, span: Span, index: number): Article['provenance'] {
  const { file, sha256, reader } = opened;
  const read = { reader: reader.id, readerVersion: reader.version };
  return sha256 ? { file, sha256, span, index, ...read } : { file, span, index, ...read };
}

interface Placed {
  source: Source;
  ledger: Ledger;
  index: number;
  placed: NonNullable<Draft['placed']>;
}

/** Books an article field by field. */
function bookFields(piece: Piece, { source, ledger, index, placed }: Placed): void {
  for (const { span, entry } of fieldSpans(piece, placed)) {
    ledger.book(source.byteSpan(span), { kind: 'article', article: index, ...entry });
  }
}

/** Books what is no article, and pieces that look like one and are none. */
function bookRest(
  { kind, text, blocks, withdrawal, diagnostics = [] }: Piece,
  { ledger, span }: { ledger: Ledger; span: Span },
): void {
  ledger.diagnostics.push(...diagnostics);
  if (withdrawal) ledger.withdrawals.push({ ...withdrawal, after: ledger.found, span });
  if (kind !== 'article' && kind !== 'headline') {
    ledger.book(span, { kind, ...(text !== undefined && { text }) });
    return;
  }
  ledger.rejected++;
  ledger.diagnostics.push(diagnose('article-rejected', 'No article could be read here.', { span }));
  ledger.book(span, { kind: 'unread', text: textOf(blocks).slice(0, 200) });
}

/** What the end of the file is to the article that stood there. */
function ofArticle(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.code !== 'file-truncated') return diagnostic;
  return diagnose('text-truncated', 'The file ends in the middle of this article; its text is not whole.');
}

/** What a cut file leaves of its last article is none without its number: the whole one would not be known as the same. */
function isFragment({ diagnostics = [] }: Piece, draft: Draft): boolean {
  return !draft.accession && diagnostics.some(({ code }) => code === 'file-truncated');
}

/** Reading never throws on input; what slips through costs one piece. */
function readPiece(piece: Piece, { reader, ledger }: Opened): Draft | null {
  try {
    return reader.read(piece);
  } catch (error) {
    const message = `The reader failed on this piece: ${error instanceof Error ? error.message : String(error)}.`;
    ledger.diagnostics.push(diagnose('reader-failed', message, { span: piece.span }));
    return null;
  }
}

async function complete(draft: Draft, provenance: Article['provenance']): Promise<Article> {
  const { statedWords, kind, language } = draft;
  const { texts, counted } = surveyDraft(draft);
  const { diagnostics } = draft;
  if (texts.length > 0) diagnostics.push(...findDamage(texts, { language }));
  if (statedWords === undefined && kind === 'article') {
    diagnostics.push(diagnose('word-count-missing', 'The file states no word count for the article.'));
  }
  // Every key in the order of the schema, held or not: all articles are of one shape, and nothing is copied twice.
  return {
    id: await articleId(draft),
    kind,
    accession: draft.accession,
    headline: draft.headline,
    subheadline: draft.subheadline,
    kicker: draft.kicker,
    section: draft.section,
    column: draft.column,
    dateline: draft.dateline,
    credit: draft.credit,
    page: draft.page,
    volume: draft.volume,
    copyright: draft.copyright,
    publisher: draft.publisher,
    byline: draft.byline,
    authors: draft.authors,
    publication: draft.publication,
    loaded: draft.loaded,
    modified: draft.modified,
    revision: draft.revision,
    source: draft.source,
    language,
    languageRaw: draft.languageRaw,
    body: draft.body,
    wordCount: { stated: statedWords, counted },
    codes: draft.codes,
    links: draft.links,
    raw: draft.raw,
    provenance,
    diagnostics,
  };
}

function textOf(blocks: Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'line' ? block.value.text : block.values.map((value) => value.text).join(' '),
    )
    .join(' ');
}

/** A file that no reader takes is read to its end all the same: its size and first characters are the report. */
async function drain(source: Source, ledger: Ledger): Promise<void> {
  let end = 0;
  for await (const chunk of source.chunks()) end += chunk.length;
  const text = source.sample.slice(0, 200).replace(/\p{Cc}+/gu, ' ');
  if (end > 0) ledger.book(source.byteSpan({ start: 0, end }), { kind: 'unread', text });
}

function countBytes(input: Input, onProgress: ((bytes: number) => void) | undefined) {
  let bytes = 0;
  async function* counted(): AsyncIterable<Uint8Array> {
    for await (const chunk of byteChunks(input)) {
      bytes += chunk.length;
      onProgress?.(bytes);
      yield chunk;
    }
  }
  return { input: counted(), bytes: () => bytes };
}
