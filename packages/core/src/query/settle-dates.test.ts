import { expect, test } from 'vitest';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import { settleDates } from './settle-dates.ts';

const canonical = (text: string, dateOrder: 'dmy' | 'mdy') => {
  const parsed = parseQuery(text, { dateOrder });
  return parsed.ok ? printQuery(parsed.query) : null;
};

test.each([
  ['date 05/06/2020', 'date 2020-05-06', 'date 2020-06-05'],
  [
    'steel and\ndate from 01/02/2017 to 3/4/2018',
    'steel and\ndate from 2017-01-02 to 2018-03-04',
    'steel and\ndate from 2017-02-01 to 2018-04-03',
  ],
  // Only one reading, or no date at all.
  ['date from 13/05/2020 to 05/05/2021', 'date from 13/05/2020 to 05/05/2021', null],
  ['"05/06/2020" and hd=steel', '"05/06/2020" and hd=steel', null],
  ['date 05/06/2020 and (', 'date 05/06/2020 and (', null],
])('%j, month first and day first', (text, monthFirst, dayFirst) => {
  expect(settleDates(text, { dateOrder: 'mdy' })).toBe(monthFirst);
  expect(settleDates(text, { dateOrder: 'dmy' })).toBe(dayFirst ?? text);
});

test('however many dates, what was read month first means the same where days come first', () => {
  const text = Array.from(
    { length: 60 },
    (_, index) => `date 0${1 + (index % 9)}/1${index % 3}/19${40 + index}`,
  ).join(' or ');
  const settled = settleDates(text, { dateOrder: 'mdy' });
  expect(parseQuery(settled)).toMatchObject({ ok: true, notes: [] });
  expect(canonical(settled, 'dmy')).toBe(canonical(text, 'mdy'));
  expect(canonical(settled, 'dmy')).not.toBe(canonical(text, 'dmy'));
});
