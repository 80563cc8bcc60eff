import { accessionPattern } from '../accession.ts';
import { readBare } from '../layouts/bare.ts';
import { readHeadline } from '../layouts/headline.ts';
import { isLabelled, readLabelled } from '../layouts/labelled.ts';
import type { Reader, Sample } from '../reader.ts';
import { splitHtml } from './factiva-html-split.ts';

/** Factiva's HTML from 2011 to now: with and without indexing, and headline-only items among the articles. */
export const factivaHtml: Reader = {
  id: 'factiva-html',
  version: 1,
  label: 'Factiva HTML',
  detect,
  split: splitHtml,
  read(piece) {
    if (piece.kind === 'headline') return readHeadline(piece.blocks);
    return isLabelled(piece.blocks) ? readLabelled(piece.blocks) : readBare(piece.blocks);
  },
};

const anyAccession = new RegExp(accessionPattern);

function detect({ text }: Sample): number {
  if (!/<(?:!doctype|html|head|body|div|table)\b/i.test(text.slice(0, 20_000))) return 0;
  const signs = [
    /class=["']?(?:[^"'>]{0,200}\s)?article(?:\s+[a-z]{2,4}Article)?["'\s>]/.test(text),
    text.includes('articleParagraph') || /Headline["'\s]/.test(text),
    /factiva/i.test(text),
    anyAccession.test(text),
  ].filter(Boolean).length;
  return [0.05, 0.2, 0.6, 0.9, 0.98][signs] ?? 0;
}
