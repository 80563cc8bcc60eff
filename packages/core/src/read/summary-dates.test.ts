import { expect, it } from 'vitest';
import { readSummaryDates } from './summary-dates.ts';

const summary = (range: string, made = '26 March 2014 15:07') => ({
  title: 'Search Summary',
  rows: [
    { label: 'Text', value: 'ferr* or harbour' },
    { label: 'Date', value: range },
    { label: 'Source', value: 'All Sources' },
    { label: 'Timestamp', value: made },
  ],
});

const datesOf = (range: string, days?: { earliest: string; latest: string }, made?: string) => {
  const { summary: read, diagnostics } = readSummaryDates(summary(range, made), days);
  const { title: _, rows: __, ...dates } = read;
  return { ...dates, said: diagnostics.map(({ code }) => code) };
};

it.each([
  ['01/01/1993 to 31/12/2013', { from: '1993-01-01', to: '2013-12-31', order: 'dmy' }],
  ['01/01/1993 to 12/31/2013', { from: '1993-01-01', to: '2013-12-31', order: 'mdy' }],
  ['01.01.1993 bis 31.12.2013', { from: '1993-01-01', to: '2013-12-31', order: 'dmy' }],
  ['2013/01/01 至 2013/12/31', { from: '2013-01-01', to: '2013-12-31' }],
  ['2013年1月1日から2013年12月31日', { from: '2013-01-01', to: '2013-12-31' }],
  ['2013년 1월 1일 ~ 2013년 12월 31일', { from: '2013-01-01', to: '2013-12-31' }],
  ['1 January 2013 to 31 December 2013', { from: '2013-01-01', to: '2013-12-31' }],
  ['1 janvier 2013 au 31 décembre 2013', { from: '2013-01-01', to: '2013-12-31' }],
  ['In the last 3 months', {}],
])('reads the range %j', (range, dates) => {
  expect(datesOf(range)).toEqual({ ...dates, downloaded: '2014-03-26T15:07', said: [] });
});

it('takes the order in which the range holds the articles', () => {
  const days = { earliest: '1993-01-04', latest: '1993-01-09' };
  expect(datesOf('01/03/1993 bis 01/09/1993', days)).toMatchObject({
    from: '1993-01-03',
    to: '1993-01-09',
    order: 'mdy',
    said: [],
  });
  const spring = { earliest: '1993-03-02', latest: '1993-08-30' };
  expect(datesOf('01/03/1993 bis 01/09/1993', spring)).toMatchObject({
    from: '1993-03-01',
    to: '1993-09-01',
    order: 'dmy',
    said: [],
  });
});

it('takes the order in which the range goes forward', () => {
  expect(datesOf('05/06/2013 to 04/07/2013')).toMatchObject({
    from: '2013-06-05',
    to: '2013-07-04',
    order: 'dmy',
  });
  expect(datesOf('02/09/2013 to 03/01/2013')).toMatchObject({
    from: '2013-02-09',
    to: '2013-03-01',
    order: 'mdy',
    said: [],
  });
});

it('says where both orders are possible', () => {
  expect(datesOf('01/03/1993 bis 01/09/1993')).toMatchObject({
    from: '1993-03-01',
    order: 'dmy',
    said: ['date-ambiguous'],
  });
});

it('reads a moment of figures by the range', () => {
  expect(datesOf('01/01/2013 to 31/12/2013', undefined, '1/5/2014 3:07 PM')).toMatchObject({
    downloaded: '2014-01-05T15:07',
  });
});
