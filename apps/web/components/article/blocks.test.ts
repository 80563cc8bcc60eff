import { expect, test } from 'vitest';
import { blocksOf } from './blocks.ts';

test('items of a list stay together, paragraphs of text stay apart, indices are those of the body', () => {
  const text = { kind: 'text' as const, text: 'The ferry was late.' };
  const item = { kind: 'related' as const, text: 'Harbour to be dredged' };
  expect(blocksOf([text, text, item, item, text])).toEqual([
    { kind: 'text', first: 0, paragraphs: [text] },
    { kind: 'text', first: 1, paragraphs: [text] },
    { kind: 'related', first: 2, paragraphs: [item, item] },
    { kind: 'text', first: 4, paragraphs: [text] },
  ]);
});
