import { expect, test } from 'vitest';
import { segmentText } from './segments.ts';

test('hits and damage may overlap', () => {
  expect(segmentText('one two three', [{ start: 4, end: 7 }], [{ start: 6, end: 9 }])).toEqual([
    { text: 'one ' },
    { text: 'tw', mark: 0 },
    { text: 'o', mark: 0, damage: 0 },
    { text: ' t', damage: 0 },
    { text: 'hree' },
  ]);
});

test('nothing is lost or repeated, whatever the places', () => {
  const text = 'The minister said “no”.';
  for (let start = 0; start <= text.length + 2; start += 1) {
    for (let end = start; end <= text.length + 2; end += 1) {
      const segments = segmentText(text, [{ start, end }], [{ start: 4, end: 12 }]);
      expect(segments.map((segment) => segment.text).join('')).toBe(text);
    }
  }
});

test('a place between two characters has a segment of its own, at the end of the text too', () => {
  expect(
    segmentText(
      'Syria— rubric',
      [],
      [
        { start: 6, end: 6 },
        { start: 13, end: 13 },
      ],
    ),
  ).toEqual([{ text: 'Syria—' }, { text: '', damage: 0 }, { text: ' rubric' }, { text: '', damage: 1 }]);
});

test('an empty text has no segments', () => {
  expect(segmentText('', [])).toEqual([]);
});
