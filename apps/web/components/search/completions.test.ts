import { completionsAt } from '@pressmark/core/query';
import { expect, test } from 'vitest';
import { complete } from './completions.ts';

test.each([
  ['ferry and sc=WS|', 'WSJO', 'ferry and sc=WSJO |'],
  ['sc=(WS|) and x', 'WSJO', 'sc=(WSJO|) and x'],
  ['by="asa fi|" and x', '"Asa Fitch"', 'by="Asa Fitch"| and x'],
  ['by=asa fi|', '"Asa Fitch"', 'by="Asa Fitch" |'],
  ['hea|', 'hd=', 'hd=|'],
])('%s', (marked, insert, expected) => {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const completing = completionsAt(text, caret);
  if (!completing) throw new Error('Nothing can be completed here.');
  const done = complete(text, completing, { insert, note: '', count: null });
  expect(`${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`).toBe(expected);
});
