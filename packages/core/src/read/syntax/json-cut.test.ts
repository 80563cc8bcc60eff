import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closed } from './json-cut.ts';

it.each([
  ['{"an":"X1","body":"Two wo', { an: 'X1', body: 'Two wo' }],
  ['{"an":"X1","code":"gc', { an: 'X1' }],
  ['{"an":"X1","words":12', { an: 'X1' }],
  ['{"an":"X1","bo', { an: 'X1' }],
  ['{"an":"X1","body":', { an: 'X1' }],
  ['{"an":"X1","list":["one two","three fo', { an: 'X1', list: ['one two', 'three fo'] }],
  ['{"an":"X1","data":{"title":"A \\"b\\" \\u00', { an: 'X1', data: { title: 'A "b" ' } }],
  ['{"an":"X1","title":"A back\\\\', { an: 'X1', title: 'A back\\' }],
  ['{', {}],
])('closes %s', (text, value) => {
  expect(JSON.parse(closed(text))).toEqual(value);
});

it('closes any record wherever it is cut', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.lorem());
  fc.assert(
    fc.property(fc.dictionary(text, fc.oneof(text, fc.jsonValue())), fc.nat(), (record, at) => {
      const whole = JSON.stringify(record);
      JSON.parse(closed(whole.slice(0, 1 + (at % whole.length))));
    }),
  );
});

it('a value that is half characters without end costs no more than its length', () => {
  const value = `${'\ufffd'.repeat(500_000)}x y`;
  expect(JSON.parse(closed(`{"a":"${value}`))).toEqual({ a: value });
});
