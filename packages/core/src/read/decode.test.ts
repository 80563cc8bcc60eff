import { expect, it } from 'vitest';
import { type Input, openSource, sampleUnits } from './decode.ts';

async function decode(input: Input) {
  const source = await openSource(input);
  let text = '';
  let units = 0;
  for await (const chunk of source.chunks()) {
    text += source.text(chunk, units);
    units += chunk.length;
  }
  return {
    charset: source.charset,
    text,
    end: source.byteSpan({ start: 0, end: units }).end,
    codes: source.diagnostics.map(({ code }) => code),
  };
}

const line = 'Zürich – “naïve” prices rose';

it('reads UTF-8 with and without a mark', async () => {
  const plain = Buffer.from(line);
  const marked = Buffer.from(`\ufeff${line}`);
  expect(await decode(plain)).toEqual({ charset: 'utf-8', text: line, end: plain.length, codes: [] });
  expect(await decode(marked)).toEqual({ charset: 'utf-8', text: line, end: marked.length, codes: [] });
});

it.each(['utf-16le', 'utf-16be'] as const)('reads %s with and without a mark', async (charset) => {
  const bytes = (text: string) => {
    const little = Buffer.from(text, 'utf16le');
    return charset === 'utf-16le' ? little : Buffer.from(little).swap16();
  };
  expect(await decode(bytes(`\ufeff${line}`))).toEqual({
    charset,
    text: line,
    end: line.length * 2 + 2,
    codes: [],
  });
  expect(await decode(bytes(line))).toEqual({ charset, text: line, end: line.length * 2, codes: [] });
});

it('lets the bytes decide where the declared charset is a lie', async () => {
  const bytes = Buffer.concat([
    Buffer.from('<meta charset="utf-8"> W'),
    Buffer.from([0xf6]),
    Buffer.from('rter'),
  ]);
  expect(await decode(bytes)).toMatchObject({
    charset: 'windows-1252',
    text: '<meta charset="utf-8"> Wörter',
    codes: ['charset-lie'],
  });
});

it('takes the declared charset where the bytes are not UTF-8', async () => {
  const bytes = Buffer.concat([Buffer.from('<meta charset=koi8-r> '), Buffer.from([0xcd, 0xc9, 0xd2])]);
  expect(await decode(bytes)).toMatchObject({
    charset: 'koi8-r',
    text: '<meta charset=koi8-r> мир',
    codes: [],
  });
});

it('reads stray bytes in UTF-8 as Windows-1252 and says so, without losing what stands around them', async () => {
  const good = Buffer.from('ééééééé ');
  const source = await openSource(Buffer.concat([good, Buffer.from([0x93]), Buffer.from('x')]));
  expect(source.charset).toBe('utf-8');
  expect(source.text('\u0093x', good.length)).toBe('“x');
  expect(source.diagnostics).toMatchObject([
    { code: 'charset-invalid', span: { start: good.length, end: good.length + 2 } },
  ]);
});

it('keeps lone surrogates', async () => {
  expect((await decode(Buffer.from('\ufeffa\ud800b', 'utf16le'))).text).toBe('a\ud800b');
});

it('reads a Blob and a stream as it reads bytes', async () => {
  const bytes = Buffer.from(line.repeat(1000));
  async function* stream() {
    for (let at = 0; at < bytes.length; at += 7) yield new Uint8Array(bytes.subarray(at, at + 7));
  }
  const expected = await decode(bytes);
  expect((await decode(new Blob([bytes]))).end).toBe(expected.end);
  expect((await decode(stream())).end).toBe(expected.end);
});

it.each([1, 2, 3])('a head that ends in a character is read as UTF-8, %d bytes of it cut', async (cut) => {
  const before = 'x'.repeat(sampleUnits - 4 + cut);
  const source = await openSource(Buffer.from(`${before}😀 ${line}`));
  expect(source.text(source.head, 0)).toBe(before);
  expect(source.diagnostics).toEqual([]);
});
