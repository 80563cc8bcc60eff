import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from './article.ts';
import { diagnose } from './diagnostic.ts';
import { applyRepairs, fits, type Repair, spanInFile } from './repair.ts';

const article = (text: string, diagnostics: Article['diagnostics'] = []): Article => ({
  id: 'factiva:EXAMP00020240115ek1f00001',
  kind: 'article',
  headline: 'A headline',
  authors: [],
  body: [{ kind: 'text', text }],
  wordCount: { counted: 1 },
  codes: { companies: [], industries: [], subjects: [], regions: [], people: [], provider: [] },
  links: [],
  raw: [],
  provenance: { file: 'a', span: { start: 0, end: 1 }, index: 0, reader: 'x', readerVersion: 1 },
  diagnostics,
});

const path = 'body.0.text';
const repair = (start: number, end: number, [from, to]: [string, string]): Repair => ({
  path,
  span: { start, end },
  from,
  to,
});

test('repairs change the text, tell their places, and take their diagnostics with them', () => {
  const damage = (start: number, end: number) =>
    diagnose('damage-lost-character', 'x', { path, span: { start, end } });
  const other = diagnose('headline-missing', 'y');
  const given = article('DUBAI—ollowing Syria— rubric\ufffd', [
    damage(6, 14),
    damage(21, 21),
    damage(28, 29),
    other,
  ]);
  const repairs = [repair(21, 21, ['', 'a']), repair(6, 14, ['ollowing', 'Following'])];
  const { article: repaired, places } = applyRepairs(given, repairs);
  expect(repaired).toEqual({
    ...given,
    body: [{ kind: 'text', text: 'DUBAI—Following Syria—a rubric\ufffd' }],
    diagnostics: [damage(30, 31), other],
  });
  expect(places).toEqual([
    { path, span: { start: 6, end: 15 }, repair: repairs[1] },
    { path, span: { start: 22, end: 23 }, repair: repairs[0] },
  ]);
  expect(spanInFile({ start: 30, end: 31 }, path, places)).toEqual({ start: 28, end: 29 });
  expect(spanInFile({ start: 0, end: 5 }, path, places)).toEqual({ start: 0, end: 5 });
  expect(spanInFile({ start: 30, end: 31 }, 'headline', places)).toEqual({ start: 30, end: 31 });
  expect(given.body[0]?.text).toBe('DUBAI—ollowing Syria— rubric\ufffd');
});

test('a repair of a text that says something else, or is not there, is left out', () => {
  const given = article('one two');
  for (const one of [
    repair(0, 3, ['two', 'x']),
    repair(4, 9, ['two', 'x']),
    { ...repair(0, 3, ['one', 'x']), path: 'body.1.text' },
    { ...repair(0, 3, ['fac', 'x']), path: 'id' },
    { ...repair(0, 3, ['one', 'x']), path: '__proto__' },
  ]) {
    expect(fits(given, one)).toBe(false);
    expect(applyRepairs(given, [one])).toEqual({ article: given, places: [] });
  }
});

test('any repairs: each place holds its text, and what lies between stays', () => {
  const spans = fc.array(fc.tuple(fc.nat(20), fc.nat(4), fc.string({ maxLength: 5 })), { maxLength: 6 });
  fc.assert(
    fc.property(fc.string({ minLength: 24, maxLength: 24 }), spans, (text, wanted) => {
      const repairs = wanted.map(([start, length, to]) =>
        repair(start, start + length, [text.slice(start, start + length), to]),
      );
      const { article: repaired, places } = applyRepairs(article(text), repairs);
      const now = repaired.body[0]?.text ?? '';
      let back = '';
      let at = 0;
      for (const { span, repair: made } of places) {
        expect(now.slice(span.start, span.end)).toBe(made.to);
        back += now.slice(at, span.start) + made.from;
        at = span.end;
      }
      expect(back + now.slice(at)).toBe(text);
    }),
  );
});
