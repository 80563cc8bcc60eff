import { diagnose } from '../../../diagnostic.ts';
import { readBare } from '../../layouts/bare.ts';
import { isHeadlineItem, readHeadline } from '../../layouts/headline.ts';
import { isLabelled, readLabelled } from '../../layouts/labelled.ts';
import type { Block, Draft, Piece } from '../../reader.ts';
import type { Aside } from '../../syntax/display.ts';
import { tableRow } from '../../syntax/html-lines.ts';
import { withoutNumber } from './numbered.ts';

type Field = Extract<Block, { kind: 'field' }>;

/** What stood aside of the text, by the label it goes under in raw. */
const asides: Record<Aside['kind'], string> = {
  hidden: 'Hidden text',
  deleted: 'Deleted text',
  comment: 'A comment',
  footnote: 'A footnote',
};
const kinds = Object.keys(asides) as Aside['kind'][];
const asideKinds: ReadonlySet<string> = new Set(kinds);

/** Reads an article of a printed display, with labels or without; null where nothing identifies one. */
export function readDisplay(piece: Piece): Draft | null {
  const { blocks, diagnostics = [] } = piece;
  const beside = blocks.filter(isAside);
  const own = beside.length > 0 ? blocks.filter((block) => !isAside(block)) : blocks;
  const draft = readOwn(own);
  if (!draft) return null;
  for (const kind of beside.length > 0 ? kinds : []) {
    const texts = beside
      .filter(({ label }) => label === kind)
      .flatMap(({ values }) => values.map(({ text }) => text));
    if (texts.length > 0) addAsides(draft, kind, texts);
  }
  const isCut = diagnostics.some(({ code }) => code === 'file-truncated');
  // What a cut left of a number is no number.
  if (isCut && draft.accession?.serial === undefined) delete draft.accession;
  return withoutNumber(draft, piece);
}

function readOwn(blocks: Block[]): Draft | null {
  if (isLabelled(blocks)) return readLabelled(blocks);
  const lines = blocks.some(({ kind }) => kind === 'field') ? blocks.map(asLine) : blocks;
  return isHeadlineItem(lines) ? readHeadline(lines) : readBare(lines);
}

/** Where the article has no labels, what looked like one is the first cell of a table's row. */
function asLine(block: Block): Block {
  if (block.kind === 'line') return block;
  const value = tableRow([{ text: block.label }, ...block.values]);
  return { kind: 'line', value, span: block.span };
}

function isAside(block: Block): block is Field {
  return block.kind === 'field' && asideKinds.has(block.label);
}

/** A footnote is a note of the text; what the page does not show is told of. Raw keeps both. */
function addAsides(draft: Draft, kind: Aside['kind'], texts: string[]): void {
  if (kind === 'footnote') {
    for (const text of texts) draft.body.push({ kind: 'note', text });
  } else {
    const shown = texts.join(' ').slice(0, 80);
    const message = `${asides[kind]} is kept apart from the article: “${shown}”.`;
    draft.diagnostics.push(diagnose('text-hidden', message, { path: `raw.${draft.raw.length}.values.0` }));
  }
  draft.raw.push({ label: kind, values: texts });
}
