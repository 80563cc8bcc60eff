import type { Accession } from '../article.ts';

const source = '[A-Za-z0-9]{8}';
const tail = '(?:19|20)\\d{6}[0-9a-zA-Z]{2}[1-9a-cA-C][1-9a-vA-V][0-9a-zA-Z]{5}';
const pattern = `${source}${tail}`;

/** Characters of an accession number. */
export const accessionLength = 25;

/** An accession number anywhere in a text; linear, no groups. Use with `new RegExp(accessionPattern, 'g')`. */
export const accessionPattern = `(?<![A-Za-z0-9])${pattern}(?![A-Za-z0-9])`;

/** Tells whether a text holds an accession number, not where: quick on the form state of pages, which is all letters. */
export const accessionSign = new RegExp(`(?<=(?<![A-Za-z0-9])${source})${tail}(?![A-Za-z0-9])`);

const whole = new RegExp(`^${pattern}$`);

/**
 * Decodes a Factiva accession number: source (8 characters, padded with `0`), load date (8 digits), and a base-36
 * tail of publication year (counted from 1500), month, day and serial. Other identifiers keep `number` alone.
 */
export function decodeAccession(number: string): Accession {
  if (!whole.test(number)) return { vendor: 'factiva', number };
  let length = 8;
  while (length > 0 && number[length - 1] === '0') length--;
  const sourceCode = number.slice(0, length).toUpperCase();
  const figures = (from: number, to: number) => readDigits(number, { from, to, base: 10 });
  const digits = (from: number, to: number) => readDigits(number, { from, to, base: 36 });
  const loaded = isoDay(figures(8, 12), figures(12, 14), figures(14, 16));
  const published = isoDay(1500 + digits(16, 18), digits(18, 19), digits(19, 20));
  return {
    vendor: 'factiva',
    number,
    sourceCode: sourceCode || undefined,
    loaded,
    published,
    serial: digits(20, 25),
  };
}

/** The value of the digits at a place: figures, and letters from ten on. */
function readDigits(text: string, { from, to, base }: { from: number; to: number; base: number }): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    value = value * base + (code < 0x3a ? code - 0x30 : (code | 0x20) - 0x57);
  }
  return value;
}

/** ISO date of a day that exists, from year 1000 to 9999; else undefined. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const exists =
    year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return exists ? `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` : undefined;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return from === to ? 0 : Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
