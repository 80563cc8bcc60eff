import { expect, it } from 'vitest';
import { isEndless } from './pdf-objects.ts';

const pdfOf = (object: string, count: number): Uint8Array =>
  new TextEncoder().encode(
    `%PDF-1.4\n${Array.from({ length: count }, (_, index) => object.replace('N', `${index}`)).join('')}`,
  );

it.each([
  '1 0 obj\n<<\n',
  'N 0 obj << endobj\n',
  'N 0 obj << /Key >> endobj\n',
  'N 0 obj [ >> endobj\n',
  'N 0 obj (open endobj\n',
  'N 0 obj <00 endobj\n',
  'N 0 obj << >> stream\n endobj\n',
  'trailer <<\n',
])('a PDF of 100,000 times %j is not opened', (object) => {
  expect(isEndless(pdfOf(object, 100_000))).toBe(true);
});

it.each([
  'N 0 obj << /Key [ (a \\( b) <00> /Name ] /Other << /Size 5 0 R >> >> % <<\nendobj\n',
  'N 0 obj << /Length 2 >>\nstream\n<<\nendstream endobj\n',
  'N 0 obj [ [ ] 1 ] endobj\n',
  'N 0 obj 5 endobj\n',
])('a PDF of 100,000 times %j is opened', (object) => {
  expect(isEndless(pdfOf(object, 100_000))).toBe(false);
});

it('a few objects that nothing closes are no reason not to open a PDF', () => {
  expect(isEndless(pdfOf('1 0 obj\n<<\n', 16))).toBe(false);
});
