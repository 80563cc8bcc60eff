import { readerLabels } from '../../reader-labels.ts';
import { accessionSign } from '../accession.ts';
import type { Source } from '../decode.ts';
import { readHeadline } from '../layouts/headline.ts';
import type { Anchor, Draft, Piece, Reader, Sample } from '../reader.ts';
import { looksLikeJson } from '../syntax/json-pieces.ts';
import { withNumbers, withoutNumber } from './display/numbered.ts';
import { readDisplay } from './display/read.ts';
import { splitHtml } from './factiva-html-split.ts';
import { holdsArticle, splitUnmarked } from './factiva-html-unmarked.ts';

const anchors: readonly Anchor[] = [
  {
    what: 'an element of class article',
    pattern: /class\s?=\s?["']?(?:[^"'>]{0,200}\s)?article(?:\s+[a-z]{2,4}Article)?["'\s>]/i,
  },
  { what: 'headlines or paragraphs by their class', pattern: /articleParagraph|Headline["'\s>]/i },
  { what: 'the name Factiva', pattern: /factiva/i },
  { what: 'an accession number', pattern: accessionSign },
];

/** Factiva's HTML from 2011 to now: with and without indexing, and headline-only items among the articles. */
export const factivaHtml: Reader = {
  id: 'factiva-html',
  version: 8,
  label: readerLabels['factiva-html'],
  detect,
  anchors,
  split: (source: Source) =>
    withNumbers(
      isMarked({ text: source.sample, isWhole: source.isWhole }) ? splitHtml(source) : splitUnmarked(source),
    ),
  read,
};

function read(piece: Piece): Draft | null {
  if (piece.kind !== 'headline') return readDisplay(piece);
  const draft = readHeadline(piece.blocks);
  return draft && withoutNumber(draft, piece);
}

const holder =
  /<(?:div|article|section|tr)\s[^>]{0,400}?(?:class\s?=\s?["']?(?:[^"'>]{0,200}\s)?(?:last)?(?:article|[a-z]{2,4}Article)(?=["'\s>])|id\s?=\s?["']?(?:article-|lastArticle)|data-accno)|<tr\s(?:[^>]{0,400}\s)?class\s?=\s?["']?headline(?=["'\s>])/i;

/** Whether a page has the vendor's elements; one that begins with more than the head of it can hold has them. */
function isMarked({ text, isWhole }: Pick<Sample, 'text' | 'isWhole'>): boolean {
  return !isWhole || holder.test(text);
}

/** The frame of the vendor's page: its form state alone may fill the head of a file. */
const frame = /_XFORM(?:SESS)?STATE|PageBaseForm|fcpNavContainer|printsavews\.aspx/i;

function detect({ text, isWhole }: Sample): number {
  // JSON may hold pages in its strings.
  if (looksLikeJson(text)) return 0;
  if (!/<(?:!doctype|html|head|body|div|table|p)\b/i.test(text.slice(0, 20_000))) return 0;
  const signs = anchors.filter(({ pattern }) => pattern.test(text)).length;
  const score = [0.05, 0.2, 0.6, 0.9, 0.98][signs] ?? 0;
  if (score >= 0.9) return score;
  if (frame.test(text)) return Math.max(score, 0.75);
  return !isMarked({ text, isWhole }) && holdsArticle(text) ? Math.max(score, 0.8) : score;
}
