import { expect, test } from 'vitest';
import { openPace } from './pace.ts';

function atSecond() {
  const clock = { second: 0 };
  return { clock, pace: openPace(() => clock.second * 1000) };
}

test('the rate is that of the last seconds', () => {
  const { clock, pace } = atSecond();
  const rates = [pace.rate()];
  for (const second of [1, 2, 3]) {
    clock.second = second;
    pace.note({ articles: second * 100, bytes: second * 1000 });
    rates.push(pace.rate());
  }
  expect(rates).toEqual([
    { articles: 0, bytes: 0 },
    { articles: 100, bytes: 1000 },
    { articles: 100, bytes: 1000 },
    { articles: 100, bytes: 1000 },
  ]);
});

test('an old burst does not count', () => {
  const { clock, pace } = atSecond();
  pace.note({ articles: 10_000, bytes: 1 });
  clock.second = 20;
  pace.note({ articles: 10_010, bytes: 11 });
  clock.second = 21;
  pace.note({ articles: 10_020, bytes: 21 });
  expect(pace.rate()).toEqual({ articles: 20 / 21, bytes: 20 / 21 });
});

test('work that stands still slows to nothing', () => {
  const { clock, pace } = atSecond();
  clock.second = 1;
  pace.note({ articles: 100, bytes: 100 });
  clock.second = 60;
  expect(pace.rate()).toEqual({ articles: 0, bytes: 0 });
});
