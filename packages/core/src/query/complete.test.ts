import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completionsAt, printValue } from './complete.ts';
import { parseQuery } from './parse.ts';
import { QueryField } from './query.ts';

/** Where `|` stands in a text is the caret. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  return completionsAt(marked.replace('|', ''), caret);
}

describe('completions', () => {
  test.each([
    ['sc=|', 'sc', ''],
    ['ferry and sc=WS|', 'sc', 'WS'],
    ['ferry and sc = WS|', 'sc', 'WS'],
    ['sc=(WSJO or N|', 'sc', 'N'],
    ['sc=(|', 'sc', ''],
    ['sc=((A or B) or |', undefined, ''],
    ['by=asa fi|', 'by', 'asa fi'],
    ['by="asa fi|', 'by', 'asa fi'],
    ['by="asa fi|"', 'by', 'asa fi'],
    ['kind:he|', 'kind', 'he'],
    ['has:no|', 'has', 'no'],
    ['tag:"to re|', 'tag', 'to re'],
    ['(sc=WSJO) and he|', undefined, 'he'],
    ['sc=WSJO |', undefined, ''],
    ['sc="a" a|', undefined, 'a'],
  ])('%s', (text, field, prefix) => {
    const found = at(text);
    expect([found?.field, found?.prefix]).toEqual([field, prefix]);
    expect(text.replace('|', '').slice(found?.span.start, found?.span.end).replace('"', '')).toBe(prefix);
  });

  const inserts = (text: string) => at(text)?.completions.map(({ insert }) => insert);

  test('fields by name and by what people call them, operators where they may stand', () => {
    expect(inserts('hd|')).toEqual(['hd=']);
    expect(inserts('ferry and autho|')).toEqual(['by=']);
    expect(inserts('ferry ne|')).toEqual(['near5 ']);
    expect(inserts('ne|')).toEqual([]);
    expect(inserts('ta|')).toEqual(['tag=']);
    expect(inserts('ha|')).toEqual(['has=']);
    expect(inserts('da|')).toEqual(['date from ', 'date after ', 'date before ']);
    expect(inserts('ferry da|')).toEqual([]);
    expect(inserts('ferry hea|')).toEqual([]);
    expect(inserts('ferry and|')).toEqual([]);
    expect(inserts('hd=ferry ne|')).toEqual(['near5 ']);
    expect(inserts('sc=(WSJO an|')).toEqual(['and ']);
    expect(inserts('|')).toContain('hd=');
    expect(inserts('ferry |')).toContain('and ');
    expect(inserts('ferry |')).not.toContain('hd=');
  });

  test('none within a word or within quotes', () => {
    expect(at('h|d')).toBeNull();
    expect(at('"sc|')).toBeNull();
  });

  test('never throws, and takes the place of what ends at the caret', () => {
    const pieces = fc.constantFrom(
      'sc',
      '=',
      '"',
      '(',
      ')',
      ' ',
      'and',
      'hd=',
      'x',
      'near5',
      '%',
      ':',
      '“',
      'é',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.nat(40), (parts, place) => {
        const text = parts.join('');
        const caret = Math.min(place, text.length);
        const found = completionsAt(text, caret);
        if (!found) return;
        expect(found.span.end).toBe(caret);
        expect(text.slice(found.span.start, caret).endsWith(found.prefix)).toBe(true);
      }),
    );
  });
});

describe('values', () => {
  test.each([
    ['sc', 'WSJO', 'WSJO'],
    ['la', 'zh-Hant', 'zh-Hant'],
    ['by', 'Asa Fitch', '"Asa Fitch"'],
    ['by', "Sinéad O'Connor", `"Sinéad O'Connor"`],
    ['co', 'AND', '"AND"'],
    ['co', 'AT&T (Old) "Ma Bell"', '"AT&T (Old)  Ma Bell "'],
    ['co', '$5 Shop?', '"$5 Shop?"'],
    ['co', 'Shop* of $3', '"shop of 3"'],
  ] as const)('%s=%s', (field, value, printed) => {
    expect(printValue(field, value)).toBe(printed);
  });

  test('are read back as their words, whatever they hold', () => {
    // What has= may be asked for is given.
    const fields = QueryField.options.filter((field) => field !== 'has');
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({ unit: 'grapheme' }), (field, value) => {
        fc.pre(/[a-z]/i.test(value));
        const parsed = parseQuery(`${field}=${printValue(field, value)}`);
        expect(parsed.ok && parsed.query.type).toBe('field');
      }),
    );
  });
});
