import { accessionPattern } from '../accession.ts';
import { readBare } from '../layouts/bare.ts';
import { readHeadline } from '../layouts/headline.ts';
import { isLabelled, readLabelled } from '../layouts/labelled.ts';
import type { Anchor, Reader, Sample } from '../reader.ts';
import { splitHtml } from './factiva-html-split.ts';

const anchors: readonly Anchor[] = [
  {
    what: 'an element of class article',
    pattern: /class=["']?(?:[^"'>]{0,200}\s)?article(?:\s+[a-z]{2,4}Article)?["'\s>]/,
  },
  { what: 'headlines or paragraphs by their class', pattern: /articleParagraph|Headline["'\s]/ },
  { what: 'the name Factiva', pattern: /factiva/i },
  { what: 'an accession number', pattern: new RegExp(accessionPattern) },
];

/** Factiva's HTML from 2011 to now: with and without indexing, and headline-only items among the articles. */
export const factivaHtml: Reader = {
  id: 'factiva-html',
  version: 1,
  label: 'Factiva HTML',
  detect,
  anchors,
  split: splitHtml,
  read(piece) {
    if (piece.kind === 'headline') return readHeadline(piece.blocks);
    return isLabelled(piece.blocks) ? readLabelled(piece.blocks) : readBare(piece.blocks);
  },
};

function detect({ text }: Sample): number {
  if (!/<(?:!doctype|html|head|body|div|table)\b/i.test(text.slice(0, 20_000))) return 0;
  const signs = anchors.filter(({ pattern }) => pattern.test(text)).length;
  return [0.05, 0.2, 0.6, 0.9, 0.98][signs] ?? 0;
}
