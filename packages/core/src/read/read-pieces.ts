import type { Article } from '../article.ts';
import { type Diagnostic, diagnose, type Span } from '../diagnostic.ts';
import type { Withdrawal } from '../report.ts';
import { Completeness } from './completeness.ts';
import type { Coverage } from './coverage.ts';
import { findDamage } from './damage/find.ts';
import type { Source } from './decode.ts';
import { fieldSpans } from './field-spans.ts';
import { articleId } from './identity.ts';
import type { Ledger } from './ledger.ts';
import { type Misread, misreadDiagnostics } from './misread-articles.ts';
import type { Block, Draft, Piece, Reader, Step } from './reader.ts';
import { surveyDraft } from './survey.ts';

/** A file whose reader is known, and what is counted while it is read. */
export interface Opened {
  reader: Reader;
  ledger: Ledger;
  coverage: Coverage;
  misread: Misread;
  explain: boolean;
  file: string;
  sha256: string | undefined;
}

/** Reads a file step by step: its pieces are split, read, booked and completed, each for all of a step, which is faster than one by one. */
export async function* readPieces(source: Source, opened: Opened): AsyncGenerator<Step> {
  const judge = openJudge(opened);
  for await (const pieces of opened.reader.split(source)) {
    const drafts = pieces.map((piece) => readPiece(piece, { source, opened }));
    const withdrawals: Withdrawal[] = [];
    const found = pieces.flatMap(
      (piece, at) => book(piece, drafts[at] ?? null, { source, opened, withdrawals }) ?? [],
    );
    const articles = await Promise.all(found.map(complete));
    for (const [at, article] of articles.entries()) judge(article, found[at]?.piece);
    yield { articles, withdrawals };
  }
}

/** A piece that is an article, and its place. */
interface Found {
  piece: Piece;
  draft: Draft;
  provenance: Article['provenance'];
}

/** Books a piece in the ledger; what is no article ends there. */
function book(
  piece: Piece,
  draft: Draft | null,
  { source, opened, withdrawals }: { source: Source; opened: Opened; withdrawals: Withdrawal[] },
): Found | undefined {
  const { ledger } = opened;
  if (piece.summary) ledger.summarise(piece.summary);
  if (piece.declared !== undefined) ledger.declared = (ledger.declared ?? 0) + piece.declared;
  const span = source.byteSpan(piece.span);
  if (piece.withdrawal) withdrawals.push(ledger.withdraw(piece.withdrawal, span));
  if (!draft || isFragment(piece, draft)) {
    bookRest(piece, { ledger, span, isFragment: draft !== null });
    return undefined;
  }
  if (piece.diagnostics) ledger.note(piece.diagnostics.filter(({ severity }) => severity === 'error'));
  const index = ledger.found++;
  if (!opened.explain) ledger.book(span, { kind: 'article', article: index });
  else bookFields(piece, { source, ledger, index, placed: draft.placed ?? { fields: new Map() } });
  return { piece, draft, provenance: provenanceOf(opened, span, index) };
}

/** Adds to each article what the others of the file tell of it. */
function openJudge({ misread, coverage }: Opened): (article: Article, piece: Piece | undefined) => void {
  const seen = new Set<string>();
  const completeness = new Completeness();
  return (article, piece) => {
    if (piece?.diagnostics) article.diagnostics.unshift(...piece.diagnostics.map(ofArticle));
    if (article.kind === 'article') article.diagnostics.push(...completeness.judge(article));
    if (misread.note(article)) article.diagnostics = misreadDiagnostics(article);
    const id = article.id.toLowerCase();
    if (seen.has(id))
      article.diagnostics.push(diagnose('article-repeated', 'The number stands more than once in the file.'));
    seen.add(id);
    coverage.add(article);
  };
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

const fragment =
  'The file ends before the number of this article, which was left out. Download the file again.';
const unidentified =
  'No article could be read here: that takes an accession number, or a header with words, date and source. Look at the place, and if an article stands there, export it again.';

const shownUnits = 200;

/** Books what is no article, and pieces that look like one and are none. */
function bookRest(
  { kind, text, blocks, diagnostics = [] }: Piece,
  { ledger, span, isFragment }: { ledger: Ledger; span: Span; isFragment: boolean },
): void {
  ledger.note(diagnostics);
  if (kind !== 'article' && kind !== 'headline') {
    const isFiller =
      kind === 'unread' && text !== undefined && text.length < shownUnits && !/[^\s\p{Cc}]/u.test(text);
    if (isFiller) ledger.book(span, { kind: 'boilerplate' });
    else ledger.book(span, { kind, ...(text !== undefined && { text }) });
    return;
  }
  ledger.reject(span, {
    message: isFragment ? fragment : unidentified,
    text: () => textOf(blocks).slice(0, shownUnits),
  });
}

/** What the end of the file is to the article that stood there. */
function ofArticle(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.code !== 'file-truncated') return diagnostic;
  return diagnose('text-truncated', 'The file ends in the middle of this article; its text is not whole.');
}

const cut = new Set(['file-truncated', 'text-truncated']);

/** What is left of a cut article is none without its number: the whole one would not be known as the same. */
function isFragment({ diagnostics = [] }: Piece, draft: Draft): boolean {
  return !draft.accession && diagnostics.some(({ code }) => cut.has(code));
}

/** Reading never throws on input; what slips through costs one piece. */
function readPiece(
  piece: Piece,
  { source, opened: { reader, ledger } }: { source: Source; opened: Opened },
): Draft | null {
  if (piece.kind !== 'article' && piece.kind !== 'headline') return null;
  try {
    return reader.read(piece);
  } catch (error) {
    const message = `The reader failed on this piece: ${error instanceof Error ? error.message : String(error)}.`;
    ledger.note([diagnose('reader-failed', message, { span: source.byteSpan(piece.span) })]);
    return null;
  }
}

async function complete({ draft, provenance }: Found): Promise<Article> {
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
