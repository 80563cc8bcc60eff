import { expect, it } from 'vitest';
import { readDate, readTime } from './dates.ts';

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
])('reads %s', (line, date) => {
  expect(readDate(line)).toEqual({ date });
});

it.each([
  ['2018 年 9 月 18 日 02:00', { date: '2018-09-18', time: '02:00' }],
  ['26 March 2014 15:07', { date: '2014-03-26', time: '15:07' }],
  ['16 Januar 2020 7:41 GMT', { date: '2020-01-16', time: '07:41', zone: 'GMT' }],
  ['2026년 5월 1일 오후 3:05', { date: '2026-05-01', time: '15:05' }],
])('reads date and time of %s', (line, expected) => {
  expect(readDate(line)).toEqual(expected);
});

it.each([
  '31 February 2017',
  '8 Aprilis 2017',
  'The 8 April 2017 Post',
  '2017',
  '8 April 2017 Post',
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
])('reads the time %s', (line, expected) => {
  expect(readTime(line)).toEqual(expected);
});

it.each(['24:00', '12:60', 'A6', '45-61', '26'])('takes %j for no time', (line) => {
  expect(readTime(line)).toBeUndefined();
});
