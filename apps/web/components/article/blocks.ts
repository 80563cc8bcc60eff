import type { Paragraph } from '@pressmark/core';

export interface BodyBlock {
  kind: Paragraph['kind'];
  /** Index in the body of the first paragraph. */
  first: number;
  paragraphs: Paragraph[];
}

const runs = new Set(['list', 'related', 'contact', 'correction']);

/** Neighbours of one kind that belong together, such as the items of a list, in one block; every other paragraph alone. */
export function blocksOf(body: Paragraph[]): BodyBlock[] {
  const blocks: BodyBlock[] = [];
  for (const [index, paragraph] of body.entries()) {
    const last = blocks.at(-1);
    if (last && last.kind === paragraph.kind && runs.has(paragraph.kind)) last.paragraphs.push(paragraph);
    else blocks.push({ kind: paragraph.kind, first: index, paragraphs: [paragraph] });
  }
  return blocks;
}
