import type { Article } from '../article.ts';
import type { FileReport, Withdrawal } from '../report.ts';
import { Coverage } from './coverage.ts';
import { byteChunks, type Input, openSource, type Source } from './decode.ts';
import { detectReader, explainScores, unknown } from './detect.ts';
import { findDrift } from './drift.ts';
import { sha256 } from './identity.ts';
import { readJoined } from './joined.ts';
import { Ledger } from './ledger.ts';
import { Misread } from './misread-articles.ts';
import { readPieces } from './read-pieces.ts';
import type { Reader, Step } from './reader.ts';
import { factivaContentApi } from './readers/factiva-content-api.ts';
import { factivaDistdoc } from './readers/factiva-distdoc.ts';
import { factivaHtml } from './readers/factiva-html.ts';
import { factivaPps } from './readers/factiva-pps.ts';
import { factivaRecords } from './readers/factiva-records.ts';
import { factivaRtf } from './readers/factiva-rtf.ts';
import { factivaText } from './readers/factiva-text.ts';
import { readSummaryDates } from './summary-dates.ts';

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
  /** The same step by step, in place of the articles: what is taken back comes with them, and is in no report. */
  steps(): AsyncIterable<Step>;
  /** Resolves when the iteration has ended. */
  report(): Promise<FileReport>;
}

/**
 * Reads an export: decode, detect, split, read. Never rejects on what the file holds: trouble rides on the articles
 * and in the report. Rejects where the input itself cannot be read. Strings of an article may be slices of a chunk of
 * 64 KB of the file, which they keep in memory: who holds a few of each of many articles should copy them.
 */
export function readArticles(input: Input, options: ReadOptions): Reading {
  const { promise, resolve, reject } = Promise.withResolvers<FileReport>();
  // A caller that reads articles only need not handle the report's failure.
  promise.catch(() => {});
  async function* steps(kept: readonly Withdrawal[] = []): AsyncGenerator<Step, void> {
    try {
      const report = yield* readWhole(input, options);
      resolve(kept.length > 0 ? { ...report, withdrawals: [...kept] } : report);
    } catch (error) {
      reject(error);
      throw error;
    }
  }
  async function* articles(): AsyncGenerator<Article, void> {
    const kept: Withdrawal[] = [];
    for await (const step of steps(kept)) {
      for (const each of step.withdrawals) kept.push(each);
      yield* step.articles;
    }
  }
  return {
    file: options.file,
    steps: () => steps(),
    [Symbol.asyncIterator]: articles,
    report: () => promise,
  };
}

// Exports of so many kinds nobody joins.
const mostKinds = 5;

/** A stream is read once; of what can be looked at again, the parts too that another reader knows. */
async function* readWhole(input: Input, options: ReadOptions, depth = 0): AsyncGenerator<Step, FileReport> {
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

async function* readFile(input: Input, options: ReadOptions): AsyncGenerator<Step, FileReport> {
  const hash = options.sha256 ?? (input instanceof Uint8Array ? await sha256(input) : undefined);
  const counted = countBytes(input, options.onProgress);
  const source = await openSource(counted.input);
  const known = options.readers ?? readers;
  const sample = { text: source.sample, isWhole: source.isWhole, file: options.file };
  const { reader, scores, diagnostics } = detectReader(known, sample);
  const explain = options.explain === true;
  const ledger = new Ledger();
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
  const isStrange = reader !== undefined && holdsNothing(ledger);
  ledger.lead = isStrange ? [unknown(sample)] : diagnostics;
  ledger.note([...source.diagnostics, ...misread.account()]);
  const bytes = counted.bytes();
  const dated = ledger.summary && readSummaryDates(ledger.summary, coverage.days);
  ledger.note(dated?.diagnostics ?? []);
  const account = ledger.close(bytes);
  const fields = coverage.account();
  // What a cut file lacks is no change of its format.
  const isCut = account.diagnostics.some(({ code }) => code === 'file-truncated');
  if (reader && !isCut) account.diagnostics.push(...findDrift({ ...account, bytes, fields }, reader));
  return {
    file: options.file,
    ...(hash && { sha256: hash }),
    bytes,
    reader: reader && !isStrange ? reader.id : null,
    scores: explain ? explainScores({ scores }, { readers: known, sample }) : scores,
    charset: source.charset,
    ...account,
    ...(dated && { summary: dated.summary }),
    ...(reader && !isStrange && { fields }),
  };
}

/** Whether a file is no export after all: its reader came to the end of it, and all it met is text of no article. */
function holdsNothing({ found, rejected, spans, diagnostics }: Ledger): boolean {
  if (
    found + rejected > 0 ||
    spans.some(({ kind }) => kind === 'withdrawal') ||
    !spans.some(({ kind }) => kind === 'unread')
  )
    return false;
  return !diagnostics.some(({ severity }) => severity === 'error');
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
