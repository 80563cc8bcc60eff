import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeAccession } from './accession.ts';

it('decodes source, load date, publication date and serial', () => {
  expect(decodeAccession('WSJO000020170408ed48001rx')).toEqual({
    vendor: 'factiva',
    number: 'WSJO000020170408ed48001rx',
    sourceCode: 'WSJO',
    loaded: '2017-04-08',
    published: '2017-04-08',
    serial: 2301,
  });
});

it('keeps small letters as found', () => {
  expect(decodeAccession('chpr000020010805dw2g0007k')).toMatchObject({
    number: 'chpr000020010805dw2g0007k',
    sourceCode: 'CHPR',
    loaded: '2001-08-05',
    published: '2000-02-16',
  });
});

it.each(['REUT00019870226-0001', 'vi-id-INFOB000', '', 'WSJO000020170408ed48001r'])(
  'leaves %j alone',
  (number) => {
    expect(decodeAccession(number)).toEqual({ vendor: 'factiva', number });
  },
);

it('knows no day that does not exist', () => {
  expect(decodeAccession('WSJO000020170231ed2v001rx')).toEqual({
    vendor: 'factiva',
    number: 'WSJO000020170231ed2v001rx',
    sourceCode: 'WSJO',
    serial: 2301,
  });
});

it('law: decoding undoes encoding for every day and serial', () => {
  const day = fc.date({ min: new Date('1980-01-01'), max: new Date('2079-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.nat(36 ** 5 - 1), (date, serial) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = 0, month = 0, dayOfMonth = 0] = iso.split('-').map(Number);
      const tail = [
        (year - 1500).toString(36),
        month.toString(36),
        dayOfMonth.toString(36),
        serial.toString(36).padStart(5, '0'),
      ];
      const number = `ABC00000${iso.replaceAll('-', '')}${tail.join('')}`;
      expect(decodeAccession(number)).toEqual({
        vendor: 'factiva',
        number,
        sourceCode: 'ABC',
        loaded: iso,
        published: iso,
        serial,
      });
    }),
  );
});
