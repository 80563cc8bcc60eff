import type { Article } from '../article.ts';
import { type Diagnostic, diagnose, type Span } from '../diagnostic.ts';
import type { FileReport, LedgerSpan } from '../report.ts';
import { openSource } from './decode.ts';
import { detectReader } from './detect.ts';
import type { Reader, Step } from './reader.ts';
import { parseJson } from './syntax/json-value.ts';
import { toUnits } from './units.ts';

/** A file that can be looked at anywhere, what its reader made of it, and how a part of it is read as a file. */
export interface Left {
  input: Uint8Array | Blob;
  report: FileReport;
  readers: readonly Reader[];
  readPart(part: Uint8Array | Blob): AsyncGenerator<Step, FileReport>;
}

// Less holds no article, and more parts nobody joins.
const leastBytes = 200;
const mostParts = 100;
/** As sure as a reader must be of a whole file to take it without a word. */
const sure = 0.7;

/**
 * Reads exports of other kinds that were joined to the first one: what its reader left unread and another one knows for
 * its own. Their articles follow those of the first, and the report is that of all.
 */
export async function* readJoined(left: Left): AsyncGenerator<Step, FileReport> {
  let { report } = left;
  if (report.reader === null || report.found === 0 || report.unreadBytes < leastBytes) return report;
  // Where a reader failed it would fail again.
  const failed = report.diagnostics.filter(({ code }) => code === 'reader-failed');
  const gaps = gapsOf(report).filter((gap) => !failed.some((one) => isWithin(one, gap)));
  for (const gap of gaps.slice(0, mostParts)) {
    const found = await findPart(left, gap);
    if (!found) continue;
    const file = { ...found, articles: report.found };
    const part = left.readPart(found.part);
    let next = await part.next();
    let withdrawals = 0;
    for (; !next.done; next = await part.next()) {
      withdrawals += next.value.withdrawals.length;
      yield placedStep(next.value, file);
    }
    if (next.value.found + withdrawals > 0)
      report = merge(report, next.value, { ...file, end: file.start + next.value.bytes });
  }
  return report;
}

/** Where no article is and something is unread: from the first unread byte to the last. */
interface Gap extends Span {
  /** Where the article before it ends, and where the next one begins. */
  before: number;
  after: number;
}

function gapsOf({ spans, bytes }: FileReport): Gap[] {
  const gaps: Gap[] = [];
  let open: (Gap & { unread: number }) | undefined;
  let before = 0;
  for (const { kind, start, end } of [...spans, { kind: 'article', start: bytes, end: bytes }]) {
    if (kind === 'unread') {
      open ??= { start, end, before, after: bytes, unread: 0 };
      open.end = end;
      open.unread += end - start;
    } else if (kind === 'article' || kind === 'withdrawal') {
      if (open) open.after = start;
      if (open && open.unread >= leastBytes && open.end - open.before < bytes) gaps.push(open);
      open = undefined;
      before = end;
    }
  }
  return gaps;
}

interface Part {
  part: Uint8Array | Blob;
  start: number;
  /** Bytes before it that end the export before. */
  rest: number;
  /** Bytes behind it that open the next export. */
  next: number;
}

/** What an export does not begin with, but the one before it may end with. */
const rest = /^[\s\0}]*/;
/** What a reader of another kind may have taken for its own of the first characters, or left of those behind it. */
const opening = /[{[<][\s"]*$/;
const restBytes = 200;

/** How the syntaxes of exports begin. */
const beginning = /<\?xml|<!doctype|<html|\{\\rtf/i;

/** The part of a gap that a reader knows: its first and last characters may have passed for those of its neighbours. */
async function findPart(left: Left, { before, start, end, after }: Gap): Promise<Part | undefined> {
  const text = (from: number, to: number) => latin(left.input.slice(Math.max(0, from), to));
  const head = beginning.exec(await text(before, start))?.index;
  const taken = opening.exec(await text(Math.max(before, start - openingBytes), start))?.[0].length ?? 0;
  const tail = Math.max(start, end - openingBytes);
  const behind = beginning.exec(await text(tail, after))?.index;
  const isLast = after === left.report.bytes;
  const next = isLast || behind !== undefined ? '' : openingOf(await text(end - envelopeBytes, end));
  const to = isLast ? after : behind === undefined ? end - next.length : tail + behind;
  for (const from of new Set([head === undefined ? start - taken : before + head, start, before])) {
    const skipped = rest.exec(await text(from, from + restBytes))?.[0].length ?? 0;
    for (const skip of new Set([skipped, 0])) {
      const part = left.input.slice(from + skip, to);
      if (await isKnown(part, left)) return { part, start: from + skip, rest: skip, next: next.length };
    }
  }
  return undefined;
}

/** Bytes as characters, one each; a gap without end is looked at as far as a page's head may reach. */
async function latin(part: Uint8Array<ArrayBuffer> | Blob): Promise<string> {
  const bytes = new Uint8Array(await new Blob([part.slice(0, longestHead)]).arrayBuffer());
  return toUnits(bytes);
}

const longestHead = 512 * 1024;
const openingBytes = 8;
// What an object says before its list of records: links, counts.
const envelopeBytes = 1000;

/** The last characters, as far as they open an export of JSON: an object up to its list, or what any begins with. */
function openingOf(text: string): string {
  for (const { index } of text.matchAll(/\{\s*"/g)) {
    const envelope = text.slice(index);
    if (/\[\s*$/.test(envelope) && parseJson(`${envelope}]}`)) return envelope;
  }
  return opening.exec(text)?.[0] ?? '';
}

async function isKnown(part: Uint8Array | Blob, { readers, report: { file } }: Left): Promise<boolean> {
  const source = await openSource(part);
  const { reader, scores } = detectReader(readers, { text: source.sample, isWhole: source.isWhole, file });
  return reader !== undefined && (scores[0]?.score ?? 0) >= sure;
}

interface File {
  start: number;
  end: number;
  rest: number;
  next: number;
  articles: number;
}

const moved = <Item extends Span>(item: Item, by: number): Item => ({
  ...item,
  start: item.start + by,
  end: item.end + by,
});

function placedStep({ articles, withdrawals }: Step, file: Pick<File, 'start' | 'articles'>): Step {
  return {
    articles: articles.map((article) => placed(article, file)),
    withdrawals: withdrawals.map((each) => ({
      ...each,
      after: each.after + file.articles,
      span: moved(each.span, file.start),
    })),
  };
}

function placed(article: Article, { start, articles }: Pick<File, 'start' | 'articles'>): Article {
  const { provenance } = article;
  const span = moved(provenance.span, start);
  return { ...article, provenance: { ...provenance, span, index: provenance.index + articles } };
}

const isWithin = ({ span, path }: Diagnostic, { start, end }: Span): boolean =>
  !path && span !== undefined && span.start >= start && span.end <= end;

/** The report of a file with that of a part of it in the place of what was unread there. */
function merge(report: FileReport, part: FileReport, file: File): FileReport {
  const range = { start: file.start, end: file.start + part.bytes };
  const wide = { start: file.start - file.rest, end: range.end + Math.max(openingBytes, file.next) };
  const dropped = report.diagnostics.filter((one) => isWithin(one, wide));
  const spans = report.spans.flatMap((span) => outside(span, range)).map((span) => asRest(span, file));
  const own = part.spans.map((span) => ({
    ...moved(span, file.start),
    ...(span.article !== undefined && { article: span.article + file.articles }),
  }));
  const diagnostics = [
    ...report.diagnostics.filter((one) => !dropped.includes(one)),
    diagnose('file-joined', `Another export begins here; it was read as ${part.reader}.`, { span: range }),
    ...part.diagnostics.map((one) =>
      one.span && !one.path ? { ...one, span: moved(one.span, file.start) } : one,
    ),
  ];
  const rejected = report.rejected - countOf(dropped, 'article-rejected') + part.rejected;
  const all = [...spans, ...own].sort((a, b) => a.start - b.start);
  const unreadBytes = all.reduce(
    (sum, { kind, start, end }) => sum + (kind === 'unread' ? end - start : 0),
    0,
  );
  const met = !report.diagnostics.some(({ code }) => code === 'count-differs') && part.balanced;
  const broken = diagnostics.some(({ severity }) => severity === 'error');
  return {
    ...report,
    declared: sumOf(report, part),
    found: report.found + part.found,
    rejected,
    unreadBytes,
    balanced: met && !broken && unreadBytes === 0 && rejected === 0,
    spans: all,
    ...((report.fields ?? part.fields) && { fields: fieldsOf(report, part) }),
    diagnostics,
  };
}

const countOf = (diagnostics: readonly Diagnostic[], wanted: Diagnostic['code']): number =>
  diagnostics.reduce((sum, { code, count = 1 }) => sum + (code === wanted ? count : 0), 0);

/** What a span has on both sides of a range. */
function outside(span: LedgerSpan, { start, end }: Span): LedgerSpan[] {
  const before = { ...span, end: Math.min(span.end, start) };
  const behind = { ...span, start: Math.max(span.start, end) };
  return [before, behind].filter((each) => each.end > each.start);
}

/** The end of the export before the part and the first characters of that behind it, as far as they were unread. */
function asRest(span: LedgerSpan, { start, rest, end, next }: File): LedgerSpan {
  const length = span.end - span.start;
  const ends = span.end === start && length <= rest;
  const begins = span.start === end && length <= Math.max(openingBytes, next);
  if (span.kind !== 'unread' || !(ends || begins)) return span;
  return { start: span.start, end: span.end, kind: 'boilerplate' };
}

function sumOf(report: FileReport, part: FileReport): number | null {
  if (report.declared === null && part.declared === null) return null;
  return (report.declared ?? report.found) + (part.declared ?? part.found);
}

function fieldsOf({ fields: one }: FileReport, { fields: other }: FileReport): FileReport['fields'] {
  const found: Record<string, number> = { ...one?.found };
  for (const [field, count] of Object.entries(other?.found ?? {})) found[field] = (found[field] ?? 0) + count;
  return { articles: (one?.articles ?? 0) + (other?.articles ?? 0), found };
}
