import type { Article } from '../article.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { FileReport } from '../report.ts';
import {
  type Container,
  defaultLimits,
  headBytes,
  type Limits,
  type Member,
} from './containers/container.ts';
import { foreign } from './containers/foreign.ts';
import { gzip } from './containers/gzip.ts';
import { mail } from './containers/mail.ts';
import { mbox } from './containers/mbox.ts';
import { type Budget, budgetFor, type Unpacked, unpack } from './containers/unpack.ts';
import { zip } from './containers/zip.ts';
import { avro } from './conversions/avro.ts';
import type { Conversion } from './conversions/conversion.ts';
import { pdf } from './conversions/pdf.ts';
import { readConverted } from './conversions/read-converted.ts';
import { byteChunks, type Input, peek } from './decode.ts';
import { sha256 } from './identity.ts';
import { Ledger } from './ledger.ts';
import { type Reading, type ReadOptions, readArticles, readers } from './read-articles.ts';

/** What holds other files, by the first bytes. */
export const containers: readonly Container[] = [zip, gzip, mbox, mail, foreign];

/** What is turned into text before it is read. */
export const conversions: readonly Conversion[] = [pdf, avro];

export interface ReadFilesOptions extends ReadOptions {
  limits?: Partial<Limits>;
}

/** A file to be read, at some depth of files within files. */
interface File {
  input: Input;
  options: ReadOptions;
  depth: number;
  /** Trouble met while it was unpacked. */
  damage?: Diagnostic | undefined;
}

/**
 * Reads a file whatever it is: an export gives one reading; a PDF or Avro file one of its text; a zip, gzip or saved
 * e-mail one for each file in it (`a.zip/b.rtf`), and at the end its own, which accounts for its bytes and has no
 * articles. Iterate each reading before you ask for the next. Rejects only where the input cannot be read.
 */
export async function* readFiles(input: Input, options: ReadFilesOptions): AsyncGenerator<Reading, void> {
  yield* expand({ input, options, depth: 0 }, { limits: { ...defaultLimits, ...options.limits } });
}

interface Bounds {
  limits: Limits;
  /** Set at the outermost container, whose size decides. */
  budget?: Budget;
}

async function* expand(file: File, bounds: Bounds): AsyncGenerator<Reading, void> {
  const { head, input } = await peekInput(file.input);
  const container = containers.find((known) => known.detect(head));
  const conversion = conversions.find((known) => known.detect(head));
  const { options, damage } = file;
  if (!container && !conversion) {
    yield withDamage(readArticles(input, options), damage);
    return;
  }
  const blob = await toBlob(input, bounds.limits.heldBytes);
  if (typeof blob === 'number') {
    const message = 'The stream is too long to be held. Save it as a file, and give that.';
    yield refused(options, { bytes: blob, diagnostic: diagnose('file-oversized', message) });
  } else if (conversion) yield withDamage(readConverted(blob, { ...options, conversion }), damage);
  else if (container && file.depth >= bounds.limits.depth) {
    const message = `Files within files deeper than ${bounds.limits.depth} are not unpacked. Unpack this one, and give it.`;
    yield refused(options, { bytes: blob.size, diagnostic: diagnose('member-refused', message) });
  } else if (container) {
    const budget = bounds.budget ?? budgetFor(blob.size, bounds.limits);
    yield* openContainer(container, { ...file, blob }, { ...bounds, budget });
  }
}

async function* openContainer(
  container: Container,
  { blob, options, depth, damage }: File & { blob: Blob },
  { limits, budget }: Required<Bounds>,
): AsyncGenerator<Reading, void> {
  const ledger = new Ledger();
  if (damage) ledger.note([damage]);
  const names = new Map<string, number>();
  let members = 0;
  for await (const part of container.open(blob, { readers: options.readers ?? readers })) {
    ledger.note(part.diagnostics ?? []);
    const { kind, span } = part;
    if (kind !== 'member') {
      ledger.book(span, { kind, ...(part.text !== undefined && { text: part.text }) });
      continue;
    }
    const unpacked =
      members++ < limits.members
        ? await unpack(part, { limits, budget })
        : diagnose('member-refused', `Only ${limits.members} files of one are read; ${part.name} is not.`, {
            span,
          });
    // Of members that are not read there may be millions.
    const text = members <= limits.members ? unusedName(part.name, names) : part.name;
    if ('code' in unpacked) {
      ledger.note([unpacked]);
      ledger.book(span, { kind: 'unread', text });
      continue;
    }
    ledger.book(span, { kind: 'member', text });
    const member = memberOptions({ ...part, name: text }, { unpacked, options });
    yield* expand(
      { input: unpacked.input, options: member, depth: depth + 1, damage: unpacked.damage },
      { limits, budget },
    );
    options.onProgress?.(span.end);
  }
  options.onProgress?.(blob.size);
  if (members === 0 && !ledger.diagnostics.some(({ severity }) => severity === 'error'))
    ledger.note([diagnose('container-empty', `The ${container.label} holds no file to read.`)]);
  const reader = container === foreign ? null : container.id;
  const hash = await hashOf(blob, options);
  yield ended({ ...accountOf(options, { reader, hash }), bytes: blob.size, ...ledger.close(blob.size) });
}

/** Two members may have one name. */
export function unusedName(name: string, names: Map<string, number>): string {
  const times = (names.get(name) ?? 0) + 1;
  names.set(name, times);
  return times === 1 ? name : `${name} (${times})`;
}

function memberOptions(
  { name, span }: Member,
  { unpacked, options }: { unpacked: Unpacked; options: ReadOptions },
): ReadOptions {
  const { onProgress, ...same } = options;
  const share = (span.end - span.start) / Math.max(1, unpacked.bytes);
  return {
    ...same,
    file: `${options.file}/${name}`,
    sha256: unpacked.sha256,
    ...(onProgress && { onProgress: (bytes) => onProgress(Math.floor(span.start + bytes * share)) }),
  };
}

async function hashOf(blob: Blob, options: ReadOptions): Promise<string | undefined> {
  return (
    options.sha256 ??
    (blob.size <= hashedBytes ? sha256(new Uint8Array(await blob.arrayBuffer())) : undefined)
  );
}

// A file on disk may be larger than memory; who gives it knows its hash or reads it once more.
const hashedBytes = 64 * 1024 * 1024;

function accountOf(
  { file }: ReadOptions,
  { reader, hash }: { reader: string | null; hash: string | undefined },
) {
  const scores = reader === null ? [] : [{ reader, score: 1 }];
  return { file, ...(hash && { sha256: hash }), reader, scores, charset: 'binary' };
}

/** A reading without articles. */
function ended(report: FileReport): Reading {
  async function* none() {}
  return {
    file: report.file,
    steps: none,
    [Symbol.asyncIterator]: none,
    report: () => Promise.resolve(report),
  };
}

function refused(
  options: ReadOptions,
  { bytes, diagnostic }: { bytes: number; diagnostic: Diagnostic },
): Reading {
  const ledger = new Ledger();
  ledger.note([diagnostic]);
  ledger.book({ start: 0, end: bytes }, { kind: 'unread' });
  return ended({
    ...accountOf(options, { reader: null, hash: options.sha256 }),
    bytes,
    ...ledger.close(bytes),
  });
}

/** A file that did not come out whole may be read to its end: neither its articles nor its account pass for sound. */
function withDamage(reading: Reading, damage: Diagnostic | undefined): Reading {
  return damage ? marked(reading, damage) : reading;
}

function marked(reading: Reading, damage: Diagnostic): Reading {
  const damaged = (article: Article) => ({ ...article, diagnostics: [damage, ...article.diagnostics] });
  async function* articles() {
    for await (const article of reading) yield damaged(article);
  }
  async function* steps() {
    for await (const { articles, withdrawals } of reading.steps())
      yield { articles: articles.map(damaged), withdrawals };
  }
  const report = async (): Promise<FileReport> => {
    const account = await reading.report();
    return { ...account, balanced: false, diagnostics: [damage, ...account.diagnostics] };
  };
  return { file: reading.file, steps, [Symbol.asyncIterator]: articles, report };
}

/** The first bytes of an input, and the input as a whole. */
export async function peekInput(input: Input): Promise<{ head: Uint8Array; input: Input }> {
  if (input instanceof Uint8Array) return { head: input.subarray(0, headBytes), input };
  if (input instanceof Blob)
    return { head: new Uint8Array(await input.slice(0, headBytes).arrayBuffer()), input };
  const { head, chunks } = await peek(byteChunks(input), headBytes);
  return { head, input: chunks };
}

/** The whole input, which opens at its end; its length where it is longer than may be held. */
export async function toBlob(input: Input, most: number): Promise<Blob | number> {
  if (input instanceof Blob) return input;
  if (input instanceof Uint8Array) return new Blob([input as Uint8Array<ArrayBuffer>]);
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of input) {
    length += chunk.length;
    if (length <= most) parts.push(chunk.slice());
    else parts = [];
  }
  return length <= most ? new Blob(parts) : length;
}
