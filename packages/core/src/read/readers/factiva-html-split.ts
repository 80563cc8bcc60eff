import type { Diagnostic, Span } from '../../diagnostic.ts';
import { diagnose } from '../../diagnostic.ts';
import { accessionPattern } from '../accession.ts';
import { fileCut } from '../cut.ts';
import type { Source } from '../decode.ts';
import { isAccessionLine } from '../layouts/anchors.ts';
import type { Block, Piece } from '../reader.ts';
import { isSummaryTitle, readSummary } from '../summary.ts';
import { type Element, type HtmlHandler, type Walked, walkHtml } from '../syntax/html.ts';
import { HtmlBlocks, isFieldLabel } from '../syntax/html-blocks.ts';
import { type BlockPart, describeBlock, HtmlLines } from '../syntax/html-lines.ts';

type Kind = Piece['kind'];

/** Splits a page into its articles, headline items, search summary, and what lies around them. */
export async function* splitHtml(source: Source): AsyncIterable<readonly Piece[]> {
  const splitter = new Splitter();
  const walk = walkHtml(source, splitter);
  let step = await walk.next();
  for (; !step.done; step = await walk.next()) yield splitter.take();
  splitter.finish(step.value);
  yield splitter.take();
}

/** Regions of a page outside of the articles whose text is the vendor's own, by id or class. */
const furniture = new Set([
  'navcontainer',
  'fcpnavcontainer',
  'pagefooter',
  'footerbg',
  'copyright',
  'pageheader',
  'postprocessingnav',
  'snapshotheader',
  'icon',
  'contentright',
]);

/** What an element means on a page of the vendor's. */
interface Part extends BlockPart {
  /** The piece that begins here. */
  kind: Kind | undefined;
  /** Its text is the vendor's own, where it stands outside of pieces. */
  furniture: boolean;
  /** The accession number that the markup carries beside the text. */
  number: string | undefined;
}

/** Holds the account of a search that only its title shows. */
const untold: Part = {
  name: 'table',
  breaks: true,
  mark: undefined,
  href: undefined,
  gap: false,
  kind: 'trailer',
  furniture: false,
  number: undefined,
};

class Splitter implements HtmlHandler<Part> {
  #pieces: Piece[] = [];
  #at = 0;
  #kind: Kind = 'front';
  /** Elements that are open. */
  #depth = 0;
  /** The element whose end ends the open piece, and its depth. */
  #holder: Part | undefined;
  #holderDepth = 0;
  /** Depth of the outermost open element outside of pieces whose text is the vendor's own. */
  #furnitureDepth = 0;
  /** Depths of the open tables outside of pieces. */
  #tables: number[] = [];
  #blocks = new HtmlBlocks(isFieldLabel);
  #lines = new HtmlLines(this.#blocks);
  #seen = 0;
  #stray: { start: number; end: number; text: string } | undefined;

  take(): Piece[] {
    return this.#pieces.splice(0);
  }

  describe(element: Element): Part {
    return {
      ...describeBlock(element),
      kind: kindOf(element),
      furniture: isFurniture(element),
      number: numberOf(element),
    };
  }

  open(part: Part, start: number, end: number): void {
    this.#depth++;
    if (this.#holder === untold && part.furniture) this.#cut(start);
    if (!this.#holder && part.name === 'table') this.#tables.push(this.#depth);
    if (!this.#holder && part.furniture && this.#furnitureDepth === 0) this.#furnitureDepth = this.#depth;
    const { kind } = part;
    // The article's inner element stands in the outer one; only one that follows content begins another article.
    if (kind && !(this.#holder && kind === this.#kind && this.#blocks.isEmpty && this.#lines.isEmpty)) {
      this.#hold(part, { kind, start, depth: this.#depth });
    }
    if (this.#holder) this.#lines.open(part, start, end);
  }

  #hold(part: Part, { kind, start, depth }: { kind: Kind; start: number; depth: number }): void {
    this.#cut(start);
    this.#kind = kind;
    this.#holder = part;
    this.#holderDepth = depth;
    // In the search summary any words label a row.
    this.#blocks = new HtmlBlocks(kind === 'trailer' ? (text) => text.length < 40 : isFieldLabel);
    this.#lines = new HtmlLines(this.#blocks);
  }

  close(part: Part, _start: number, end: number): void {
    if (this.#depth === this.#furnitureDepth) this.#furnitureDepth = 0;
    if (this.#holder) {
      this.#lines.close(part, end);
      if (this.#depth === this.#holderDepth) this.#cut(end);
    }
    if (this.#depth === this.#tables.at(-1)) this.#tables.pop();
    this.#depth--;
  }

  point(part: Part, _start: number, end: number): void {
    if (this.#holder) this.#lines.point(part, end);
  }

  text(text: string, start: number, end: number): void {
    const isStray = !this.#holder && this.#furnitureDepth === 0 && text.trim() !== '';
    // It ends with its table, or before what comes next.
    if (isStray && isSummaryTitle(text))
      this.#hold(untold, { kind: 'trailer', start, depth: this.#tables.at(-1) ?? 0 });
    if (this.#holder) this.#lines.text(text, start, end);
    else if (isStray) {
      const before = this.#stray;
      this.#stray = {
        start: before?.start ?? start,
        end,
        text: `${before?.text ?? ''} ${text.trim().slice(0, 200)}`.slice(0, 200),
      };
    }
  }

  finish({ complete, length, stopped }: Walked): void {
    const cut = !complete && stopped === undefined && this.#holder !== undefined;
    const last = this.#lines.end;
    this.#cut(Math.max(last, this.#at), cut ? [fileCut('in the middle of an article', length)] : []);
    if (stopped !== undefined) this.#giveUp({ start: this.#at, end: length });
    else if (!complete && !cut) {
      const diagnostics = [fileCut('before its closing tags; articles may be missing', length)];
      this.#pieces.push({
        kind: 'boilerplate',
        span: { start: this.#at, end: this.#at },
        blocks: [],
        diagnostics,
      });
    }
  }

  #giveUp(span: Span): void {
    const message = 'The file nests its elements deeper than any export does; the rest was not read.';
    this.#pieces.push({
      kind: 'unread',
      span,
      blocks: [],
      text: '',
      diagnostics: [diagnose('file-nested', message)],
    });
  }

  /** Ends the open piece at a place and begins what lies between pieces. */
  #cut(end: number, diagnostics: Diagnostic[] = []): void {
    const span = { start: this.#at, end };
    if (this.#holder) this.#pieces.push(this.#held(span, diagnostics));
    else this.#between(span);
    this.#at = end;
    this.#holder = undefined;
    this.#kind = 'boilerplate';
  }

  #held(span: Span, diagnostics: Diagnostic[]): Piece {
    this.#lines.finish();
    const blocks = this.#blocks.finish();
    if (this.#kind === 'trailer') {
      const rows = blocks.map(rowOf);
      const summary = rows.length > 0 ? { summary: readSummary(rows) } : {};
      return { kind: 'trailer', span, blocks: [], ...summary, diagnostics };
    }
    this.#seen++;
    const number = this.#holder?.number;
    if (number && !blocks.findLast((block) => block.kind === 'line' && isAccessionLine(block)))
      blocks.push(numberBlock(number, this.#kind, span));
    return { kind: this.#kind, span, blocks, diagnostics };
  }

  #between(span: Span): void {
    const kind = this.#seen === 0 ? 'front' : 'boilerplate';
    const stray = this.#stray;
    this.#stray = undefined;
    const parts: Piece[] = stray
      ? [
          { kind, span: { start: span.start, end: stray.start }, blocks: [] },
          {
            kind: 'unread',
            span: { start: stray.start, end: stray.end },
            blocks: [],
            text: stray.text.trim(),
          },
          { kind, span: { start: stray.end, end: span.end }, blocks: [] },
        ]
      : [{ kind, span, blocks: [] }];
    this.#pieces.push(...parts.filter((piece) => piece.span.end > piece.span.start));
  }
}

const accession = new RegExp(`^${accessionPattern}$`);
const holders = new Set(['div', 'tr', 'table', 'article', 'section']);

/** The number stands beside the text on headline items, and on articles since 2018. */
function numberOf({ id, attributes }: Element): string | undefined {
  const text = attributes['data-accno'] ?? /^article-(\S+)$/.exec(id)?.[1];
  return text && accession.test(text) ? text : undefined;
}

function numberBlock(number: string, kind: Kind, span: Span): Block {
  return kind === 'headline'
    ? { kind: 'field', label: 'AN', values: [{ text: number }], span }
    : { kind: 'line', value: { text: number }, span };
}

function kindOf({ name, id, classes, attributes }: Element): Kind | undefined {
  if (!holders.has(name)) return undefined;
  if (id === 'oddEvenPreview' || classes.includes('searchPreview')) return 'trailer';
  if (name === 'tr' && (classes.includes('headline') || attributes['data-accno'])) return 'headline';
  if (name === 'tr' || name === 'table') return undefined;
  const named = classes.some((name) => /^(?:last)?article$/i.test(name) || /^[a-z]{2,4}Article$/.test(name));
  return named || /^(?:article-|lastArticle$)/.test(id) ? 'article' : undefined;
}

/** Elements and roles that frame a page whoever made it. */
const frames = new Set(['head', 'nav', 'header', 'footer', 'aside', 'button', 'select', 'option', 'dialog']);
const frameRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'menu',
  'menubar',
  'toolbar',
  'dialog',
]);

function isFurniture({ id, classes, name, attributes }: Element): boolean {
  return (
    frames.has(name) ||
    frameRoles.has(attributes.role ?? '') ||
    furniture.has(id.toLowerCase()) ||
    classes.some((name) => furniture.has(name.toLowerCase()))
  );
}

function rowOf(block: Block): string[] {
  return block.kind === 'field'
    ? [block.label, ...block.values.map((value) => value.text)]
    : [block.value.text];
}
