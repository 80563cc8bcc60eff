import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { remember } from './remember.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('what is remembered holds nothing of the file that it stood in', () => {
  const firstWords = remember((text) => text.slice(0, 40));
  const chunks = 500;
  const length = 64 * 1024;
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let number = 0; number < chunks; number++) {
    const text = Buffer.alloc(
      length,
      `A line of its own, ${number}, of a name that is long enough. `,
    ).toString();
    firstWords(text.slice(100, 160));
  }
  collectGarbage();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan((chunks * length) / 4);
});
