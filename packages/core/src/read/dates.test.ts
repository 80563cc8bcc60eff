import { expect, it } from 'vitest';
import { nearest, readDate, readTime, swap } from './dates.ts';
import { monthNames } from './tables/months.ts';

it.each([
  ['8 April 2017', '2017-04-08'],
  ['April 8, 2017', '2017-04-08'],
  ['9 Mai 1998', '1998-05-09'],
  ['9. März 1998', '1998-03-09'],
  ['29 décembre 2011', '2011-12-29'],
  ['1er mars 2012', '2012-03-01'],
  ['8 de abril de 2017', '2017-04-08'],
  ['8 aprile 2017', '2017-04-08'],
  ['8 de março de 2017', '2017-03-08'],
  ['8 maart 2017', '2017-03-08'],
  ['8 апреля 2017', '2017-04-08'],
  ['8 апреля 2017 г.', '2017-04-08'],
  ['2018 年 9 月 18 日', '2018-09-18'],
  ['2017年4月8日', '2017-04-08'],
  ['2026년 5월 1일', '2026-05-01'],
  ['2017-04-08', '2017-04-08'],
  ['2017. 4. 8.', '2017-04-08'],
  ['8th April 2017', '2017-04-08'],
  ['Saturday, April 8, 2017', '2017-04-08'],
  ['Samstag, 8. April 2017', '2017-04-08'],
  ['samedi 8 avril 2017', '2017-04-08'],
  ['mar. 4 avr. 2017', '2017-04-04'],
  ['2017年4月8日 星期六', '2017-04-08'],
  ['2017年4月8日(土)', '2017-04-08'],
  ['2017년 4월 8일 토요일', '2017-04-08'],
  ['平成29年4月8日', '2017-04-08'],
  ['８ April ２０１７', '2017-04-08'],
  ['٨ أبريل ٢٠١٧', '2017-04-08'],
  ['8 באפריל 2017', '2017-04-08'],
  ['8-Apr-17', '2017-04-08'],
  ["8 Apr '17", '2017-04-08'],
  ['9 Mai 98', '1998-05-09'],
  ['2017. április 8.', '2017-04-08'],
])('reads %s', (line, date) => {
  expect(readDate(line)).toEqual({ date });
});

it.each([
  ['2018 年 9 月 18 日 02:00', { date: '2018-09-18', time: '02:00' }],
  ['26 March 2014 15:07', { date: '2014-03-26', time: '15:07' }],
  ['16 Januar 2020 7:41 GMT', { date: '2020-01-16', time: '07:41', zone: 'GMT' }],
  ['2026년 5월 1일 오후 3:05', { date: '2026-05-01', time: '15:05' }],
  ['2017年4月8日 午後3時05分', { date: '2017-04-08', time: '15:05' }],
  ['2017年4月8日 下午 03:05', { date: '2017-04-08', time: '15:05' }],
  ['2017-04-08T06:04:22Z', { date: '2017-04-08', time: '06:04:22', zone: 'Z' }],
  ['8 April 2017, 06:04:22 PM -0400', { date: '2017-04-08', time: '18:04:22', zone: '-0400' }],
  ['8. April 2017 um 18.30 Uhr', { date: '2017-04-08', time: '18:30' }],
])('reads date and time of %s', (line, expected) => {
  expect(readDate(line)).toEqual(expected);
});

it.each([
  '31 February 2017',
  '8 Aprilis 2017',
  'The 8 April 2017 Post',
  '2017',
  '8 April 2017 Post',
  'Friday',
  '1-2-3',
  '30/30/2017',
  '10.12.2017.1',
  '00:00:37',
  '',
])('takes %j for no date', (line) => {
  expect(readDate(line)).toBeUndefined();
});

it.each([
  ['23:41', { time: '23:41' }],
  ['06:04 GMT', { time: '06:04', zone: 'GMT' }],
  ['11:05 PM', { time: '23:05' }],
  ['12:10 a.m.', { time: '00:10' }],
  ['오전 12:30', { time: '00:30' }],
  ['00:00:37', { time: '00:00:37' }],
  ['18h30', { time: '18:30' }],
  ['6 PM', { time: '18:00' }],
  ['上午 9:05', { time: '09:05' }],
  ['6:04 p. m.', { time: '18:04' }],
  ['23:41 (GMT)', { time: '23:41', zone: 'GMT' }],
])('reads the time %s', (line, expected) => {
  expect(readTime(line)).toEqual(expected);
});

it.each(['24:00', '12:60', 'A6', '45-61', '26'])('takes %j for no time', (line) => {
  expect(readTime(line)).toBeUndefined();
});

it('reads dates of figures in both orders', () => {
  expect(readDate('8/4/2017')).toEqual({ date: '2017-04-08', order: 'dmy', swapped: '2017-08-04' });
  expect(readDate('13.04.17')).toEqual({ date: '2017-04-13', order: 'dmy' });
  expect(readDate('04/13/2017')).toEqual({ date: '2017-04-13', order: 'mdy' });
  expect(readDate('04/04/2017')).toEqual({ date: '2017-04-04', order: 'dmy' });
});

it('takes the order that another date speaks for', () => {
  const shown = { date: '2017-04-08', order: 'dmy', swapped: '2017-08-04' } as const;
  expect(nearest(shown, '2017-08-05')).toEqual({ date: '2017-08-04', order: 'mdy', swapped: '2017-04-08' });
  expect(nearest(shown, '2017-04-07')).toEqual(shown);
  expect(nearest(shown, undefined)).toEqual(shown);
  expect(swap(swap(shown))).toEqual(shown);
});

// The tables come from CLDR; the formats the runtime writes by it are an independent check of the whole reading.
const languages =
  'en en-GB de fr es it pt nl ru ja ko zh-CN zh-TW pl sv da nb fi cs tr ar ar-EG he id hu ro uk el'.split(
    ' ',
  );
const styles: Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'full' },
  { dateStyle: 'long' },
  { dateStyle: 'medium' },
  { day: 'numeric', month: 'long', year: 'numeric' },
  { day: '2-digit', month: 'short', year: 'numeric' },
  { dateStyle: 'long', timeStyle: 'short' },
];

it.each(languages)('reads every month as written in %s', (language) => {
  const wrong: string[] = [];
  for (const style of styles) {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...style, timeZone: 'UTC' });
    for (let month = 0; month < 12; month++) {
      for (const day of [1, 2, 5, 11, 20, 28]) {
        const date = new Date(Date.UTC(2017, month, day, 15, 5));
        const read = readDate(format.format(date));
        const known = read && [read.date, read.swapped].includes(date.toISOString().slice(0, 10));
        if (!known || (style.timeStyle && read.time !== '15:05')) wrong.push(format.format(date));
      }
    }
  }
  expect(wrong).toEqual([]);
});

it.each([
  ['8 сен 2017', '2017-09-08'],
  ['8 сент. 2017', '2017-09-08'],
  ['8 ноя. 2017', '2017-11-08'],
  ['8 фев 2017 г.', '2017-02-08'],
  ['8 sett. 2017', '2017-09-08'],
  ['8 genn. 2017', '2017-01-08'],
  ['8 fév. 2017', '2017-02-08'],
  ['8 aout 2017', '2017-08-08'],
  ['8 fevrier 2017', '2017-02-08'],
  ['8 Marz 2017', '2017-03-08'],
  ['8. Mrz. 2017', '2017-03-08'],
  ['8 marco 2017', '2017-03-08'],
  ['8 de setiembre de 2017', '2017-09-08'],
  ['8 maa 2017', '2017-03-08'],
  ['8 MAYIS 2017', '2017-05-08'],
])('reads the month of %s as people write it', (line, date) => {
  expect(readDate(line)).toEqual({ date });
});

// The first three letters of a month's name, where no other of the same language begins so.
it.each('en de fr es it pt nl ru'.split(' '))('reads every short month of %s', (language) => {
  const nameOf = (month: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
      .formatToParts(new Date(Date.UTC(2017, month, 8)))
      .find(({ type }) => type === 'month')?.value ?? '';
  const long = [...Array(12).keys()].map((month) => nameOf(month, { day: 'numeric', month: 'long' }));
  const wrong = long.flatMap((name, month) => {
    const cut = name.slice(0, 3);
    const isOwn = long.filter((other) => other.startsWith(cut)).length === 1;
    const short = nameOf(month, { day: 'numeric', month: 'short' });
    const forms = [name, short, short.replace(/\.$/, ''), ...(isOwn ? [cut, `${cut}.`] : [])];
    const date = `2017-${String(month + 1).padStart(2, '0')}-08`;
    return [...forms, ...forms.map((form) => form.toUpperCase())].filter(
      (form) => readDate(`8 ${form} 2017`)?.date !== date,
    );
  });
  expect(wrong).toEqual([]);
});

it('gives no name to two months', () => {
  const names = monthNames.flatMap((line) => line.split('|'));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
