import type { Diagnostic, Span } from '../../diagnostic.ts';
import { diagnose } from '../../diagnostic.ts';
import { accessionPattern } from '../accession.ts';
import type { Source } from '../decode.ts';
import { isAccessionLine } from '../layouts/bare.ts';
import type { Block, Piece } from '../reader.ts';
import { readSummary } from '../summary.ts';
import { type Element, type Walked, walkHtml } from '../syntax/html.ts';
import { HtmlBlocks, isFieldLabel } from '../syntax/html-blocks.ts';

type Kind = Piece['kind'];

/** Splits a page into its articles, headline items, search summary, and what lies around them. */
export async function* splitHtml(source: Source): AsyncIterable<Piece> {
  const splitter = new Splitter();
  const walk = walkHtml(source, splitter);
  let step = await walk.next();
  for (; !step.done; step = await walk.next()) yield* splitter.take();
  splitter.finish(step.value);
  yield* splitter.take();
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

class Splitter {
  #pieces: Piece[] = [];
  #at = 0;
  #kind: Kind = 'front';
  /** The element whose end ends the open piece. */
  #holder: Element | undefined;
  #blocks = new HtmlBlocks(isFieldLabel);
  /** Open elements outside of articles whose text is the vendor's own. */
  #furniture: Element[] = [];
  #seen = 0;
  #stray: { start: number; end: number; text: string } | undefined;

  take(): Piece[] {
    return this.#pieces.splice(0);
  }

  open(element: Element, place: Span): void {
    if (!this.#holder && isFurniture(element)) this.#furniture.push(element);
    const kind = kindOf(element);
    // The article's inner element stands in the outer one; only one that follows content begins another article.
    const nested = this.#holder !== undefined && this.#blocks.isEmpty && kind === this.#kind;
    if (kind && !nested) {
      this.#cut(place.start);
      this.#kind = kind;
      this.#holder = element;
      // In the search summary any words label a row.
      this.#blocks = new HtmlBlocks(kind === 'trailer' ? (text) => text.length < 40 : isFieldLabel);
    }
    if (this.#holder) this.#blocks.open(element, place);
  }

  close(element: Element, place: Span): void {
    if (this.#furniture.at(-1) === element) this.#furniture.pop();
    if (!this.#holder) return;
    this.#blocks.close(element, place);
    if (element === this.#holder) this.#cut(place.end);
  }

  text(text: string, place: Span): void {
    if (this.#holder) this.#blocks.text(text, place);
    else if (this.#furniture.length === 0 && text.trim() !== '') {
      const before = this.#stray;
      this.#stray = {
        start: before?.start ?? place.start,
        end: place.end,
        text: `${before?.text ?? ''} ${text.trim()}`.slice(0, 200),
      };
    }
  }

  finish({ complete, length, stopped }: Walked): void {
    const cut = !complete && stopped === undefined && this.#holder !== undefined;
    const last = this.#blocks.end;
    this.#cut(
      Math.max(last, this.#at),
      cut ? [diagnose('file-truncated', 'The file ends in the middle of an article.')] : [],
    );
    if (stopped !== undefined) this.#giveUp({ start: this.#at, end: length });
    else if (!complete && !cut) {
      const diagnostics = [
        diagnose('file-truncated', 'The file ends before its closing tags; articles may be missing.'),
      ];
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
    const blocks = this.#blocks.finish();
    if (this.#kind === 'trailer') {
      const rows = blocks.map(rowOf);
      const summary = rows.length > 0 ? { summary: readSummary(rows) } : {};
      return { kind: 'trailer', span, blocks: [], ...summary, diagnostics };
    }
    this.#seen++;
    const number = numberOf(this.#holder);
    const shown = blocks.some((block) => block.kind === 'line' && isAccessionLine(block));
    if (number && !shown) blocks.push(numberBlock(number, this.#kind, span));
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

const holders = new Set(['div', 'tr', 'table', 'article', 'section']);

/** The number that the markup carries beside the text: on headline items, and on articles since 2018. */
function numberOf(holder: Element | undefined): string | undefined {
  const text = holder?.attributes['data-accno'] ?? /^article-(\S+)$/.exec(holder?.id ?? '')?.[1];
  return text && new RegExp(`^${accessionPattern}$`).test(text) ? text : undefined;
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

function isFurniture({ id, classes, name }: Element): boolean {
  if (name === 'head') return true;
  return (
    (id !== '' && furniture.has(id.toLowerCase())) ||
    classes.some((name) => furniture.has(name.toLowerCase()))
  );
}

function rowOf(block: Block): string[] {
  return block.kind === 'field'
    ? [block.label, ...block.values.map((value) => value.text)]
    : [block.value.text];
}
