import { expect, test } from 'vitest';
import { loadSearch, periodChange, searchHref, selectionOf, stepOf } from './address.ts';

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
