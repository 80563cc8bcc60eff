import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editsFrom } from './spelling.ts';

/** Everything within one edit of a word, by making each edit. */
function edited(word: string, alphabet: string[]): Set<string> {
  const characters = [...word];
  const found = new Set([word]);
  for (let at = 0; at <= characters.length; at++) {
    const [before, after] = [characters.slice(0, at), characters.slice(at)];
    for (const letter of alphabet) {
      found.add([...before, letter, ...after].join(''));
      if (after.length > 0) found.add([...before, letter, ...after.slice(1)].join(''));
    }
    found.add([...before, ...after.slice(1)].join(''));
    if (after.length > 1) found.add([...before, after[1], after[0], ...after.slice(2)].join(''));
  }
  return found;
}

const alphabet = ['a', 'b', 'c', 'é', '𝒳'];
const word = fc
  .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 6 })
  .map((letters) => letters.join(''));
const byCodePoint = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function walk(words: string[], wanted: string, most: number): { found: string[]; looks: number } {
  const found: string[] = [];
  let looks = 0;
  for (let from: string | undefined = ''; from !== undefined; looks++) {
    const at = from;
    const token = words.find((one) => byCodePoint(one, at) >= 0);
    if (token === undefined) break;
    const { within, next } = editsFrom(wanted, token, most);
    if (within) found.push(token);
    if (next !== undefined) expect(byCodePoint(next, token)).toBeGreaterThan(0);
    from = next;
  }
  return { found, looks };
}

test('a walk through a sorted list finds every word within one edit, and within two', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 80 }), word, (list, wanted) => {
      const words = list.toSorted(byCodePoint);
      const one = edited(wanted, alphabet);
      expect(walk(words, wanted, 1).found).toEqual(words.filter((other) => one.has(other)));
      // Two edits apart from one another, with one word between.
      const two = new Set([...one].flatMap((between) => [...edited(between, alphabet)]));
      for (const found of walk(words, wanted, 2).found) expect(two).toContain(found);
    }),
  );
});

test('it passes over what cannot be near', () => {
  const letters = 'abcefghrtyz';
  const words = [...letters].flatMap((a) =>
    [...letters].flatMap((b) => [...letters].map((c) => `${a}${b}${c}zzzz`)),
  );
  expect(walk([...words, 'ferry'].toSorted(byCodePoint), 'ferrt', 1).found).toEqual(['ferry']);
  expect(walk(words, 'ferrt', 1).looks).toBeLessThan(300);
});
