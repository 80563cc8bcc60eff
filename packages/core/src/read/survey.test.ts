import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kinds } from './damage/kinds.ts';
import { survey } from './survey.ts';

/** The rule of a count by patterns: each ideograph, and each run of other letters and figures. */
function countByPattern(text: string): number {
  const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
  return (
    (text.match(/(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu) ?? [])
      .length + (text.match(ideographs) ?? []).length
  );
}

/** The kinds of damage of which a pair stands in a text, pair by pair. */
function signsByPair(text: string): number {
  // Beyond U+2600 one sign only is looked for.
  const units = [...text].map((one) => (one < '\u2600' || one === '\ufffd' ? one : '\u2600'));
  const stands = (kind: (typeof kinds)[number]) =>
    kind.pairs.some(([before, at]) =>
      units.some(
        (unit, index) =>
          at.test(unit) && (before === null || (index > 0 && before.test(units[index - 1] ?? ''))),
      ),
    );
  return kinds.reduce((bits, kind, number) => bits | (Number(stands(kind)) << number), 0);
}

const words = fc.constantFrom(
  ...[
    'Tide',
    'tables',
    '1.5',
    "it's",
    'naïve',
    'Ærø',
    '港口',
    'ひらがな',
    'река',
    '\u{1f30a}',
    'wordsWords',
    'end.Next',
  ],
  ...['\\par', '—said', '’s', 'Ã¼', '\ufffd', '{', 'a\u0301', '\u00a0', '-', '\u{20000}'],
);
const texts = fc
  .array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 40 })
  .chain((parts) => fc.constantFrom(' ', '', '\n').map((between) => parts.join(between)));

test('counts words and finds signs of damage as patterns do, at every place of a text', () => {
  fc.assert(
    fc.property(texts, fc.nat(9), (text, shift) => {
      const given = `${' '.repeat(shift)}${text}`;
      expect(survey(given)).toEqual({ words: countByPattern(given), signs: signsByPair(given) });
    }),
    { numRuns: 2000 },
  );
});

test('counts words over the ends of the stretches in which it takes a long text', () => {
  const text = 'Wörter und words, 港 '.repeat(5_000);
  expect(survey(text).words).toBe(countByPattern(text));
});
