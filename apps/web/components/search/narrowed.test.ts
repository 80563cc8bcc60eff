import { expect, test } from 'vitest';
import { loadSearch } from './address.ts';
import { narrowedTo } from './narrowed.ts';

test.each([
  ['q=ferry&sample=5&sort=oldest', ''],
  ['q=ferry&language=de', 'within the chosen filters'],
  ['q=ferry&not-author=lind', 'within the chosen filters'],
  ['q=ferry&since=7', 'of what is new'],
  ['since=7&from=2017-01-01', 'of what is new, within the chosen filters'],
])('the parts of /search?%s are counted %j', (address, words) => {
  expect(narrowedTo(loadSearch(new URLSearchParams(address)))).toBe(words);
});
