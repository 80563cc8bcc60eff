import { expect, it } from 'vitest';
import { diagnose } from '../diagnostic.ts';
import { DiagnosticList } from './diagnostic-list.ts';

const at = (start: number) => diagnose('article-rejected', 'Rejected.', { span: { start, end: start + 1 } });

it('tells the first of a code one by one and counts the others, with the place of the first of them', () => {
  const list = new DiagnosticList(2);
  list.add([at(0), at(1)]);
  list.add([at(2), diagnose('file-empty', 'Empty.')]);
  expect(list.all()).toEqual([at(0), at(1), { ...at(2), count: 1 }, diagnose('file-empty', 'Empty.')]);
  list.add([at(3), at(7)]);
  expect(list.all()[2]).toEqual({
    ...at(2),
    span: { start: 2, end: 8 },
    count: 3,
    message: 'Rejected. Met 3 times from here on.',
  });
});

it('adds what is counted already', () => {
  const list = new DiagnosticList(1);
  list.add([
    { ...at(0), count: 5 },
    { ...at(1), count: 4 },
  ]);
  expect(list.all().map(({ count }) => count)).toEqual([9]);
});
