import { expect, test } from 'vitest';
import {
  countChosen,
  datesChange,
  loadSearch,
  nothingChosen,
  periodChange,
  searchHref,
  selectionOf,
  stepOf,
} from './address.ts';

const read = (href: string) => loadSearch(new URL(href, 'http://pressmark.test').searchParams);

test('a search goes into its address and comes back, readable', () => {
  const href = searchHref({
    q: 'ferry and (harbour or port)',
    source: ['TIDE', ''],
    language: ['de'],
    sort: 'oldest',
  });
  expect(href).toBe('/search?q=ferry+and+(harbour+or+port)&source=TIDE,none&language=de&sort=oldest');
  expect(selectionOf(read(href))).toEqual({ source: ['TIDE', ''], language: ['de'] });
  expect(read(href).sort).toBe('oldest');
});

test('values with commas stay one value', () => {
  expect(read(searchHref({ company: ['Pike, Rudd', 'x'] })).company).toEqual(['Pike, Rudd', 'x']);
});

test('an unknown sort is the default, an empty search selects nothing', () => {
  expect(read('/search?sort=best').sort).toBe('newest');
  expect(selectionOf(read('/search'))).toEqual({});
});

test('choosing a month drops the year, and the bars become days', () => {
  const search = { ...read('/search?year=2017&source=TIDE'), ...periodChange('month', '2017-04') };
  expect(selectionOf(search)).toEqual({ source: ['TIDE'], month: ['2017-04'] });
  expect(stepOf(search)).toBe('day');
  expect(stepOf(read('/search?year=2017'))).toBe('month');
  expect(stepOf(read('/search?year=2017&by=week'))).toBe('week');
  expect(stepOf(read('/search'))).toBe('year');
});

test('what is excluded, dates and a sample stand in the address', () => {
  const href = searchHref({
    source: ['TIDE'],
    'not-source': ['', 'EXTI'],
    'not-author': ['Lind, Ada'],
    from: '2017-01-01',
    to: '2017-03-31',
    sample: 50,
    seed: 7,
  });
  expect(selectionOf(read(href))).toEqual({
    source: ['TIDE'],
    exclude: { source: ['', 'EXTI'], author: ['lind, ada'] },
    dates: { from: '2017-01-01', to: '2017-03-31' },
    sample: { size: 50, seed: 7 },
  });
  expect(countChosen(read(href))).toBe(6);
  expect(selectionOf({ ...read(href), ...nothingChosen })).toEqual({});
});

test('an address that names no day, no size and no seed chooses none', () => {
  expect(selectionOf(read('/search?from=2017-02-31&to=soon&sample=0&seed=-1'))).toEqual({});
  expect(selectionOf(read('/search?to=2017-03-31&sample=3'))).toEqual({
    dates: { to: '2017-03-31' },
    sample: { size: 3, seed: 0 },
  });
});

test('days drop the year, and the bars fit their number', () => {
  const search = { ...read('/search?year=2017'), ...datesChange('2017-01-01', '2017-02-28') };
  expect(selectionOf(search)).toEqual({ dates: { from: '2017-01-01', to: '2017-02-28' } });
  expect(stepOf(search)).toBe('day');
  expect(stepOf(read('/search?from=2017-01-01&to=2018-12-31'))).toBe('month');
  expect(stepOf(read('/search?from=2017-01-01'))).toBe('year');
});
