import { expect, it } from 'vitest';
import { type Input, openSource, sampleUnits } from './decode.ts';
import { encode } from './testing/encode.ts';

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
  expect(source.sample).toBe('ééééééé “x');
  expect(source.text('\u0093x', good.length)).toBe('“x');
  expect(source.diagnostics).toMatchObject([
    { code: 'charset-invalid', span: { start: good.length, end: good.length + 2 } },
  ]);
});

it.each([
  [
    'a word of UTF-8 beside one of Windows-1252',
    [...Buffer.from('Zürich, '), 0x5a, 0xfc, 0x72],
    'Zürich, Zür',
  ],
  ['a character that is cut', [...Buffer.from('港').subarray(0, 2), ...Buffer.from(' 港口')], 'æ¸ 港口'],
  ['longer than need be', [0xc0, 0xaf, 0xe0, 0x80, 0xaf, ...Buffer.from('é')], 'À¯à€¯é'],
  ['half a pair', [0xed, 0xa0, 0xbd, ...Buffer.from('😀')], 'í\u00a0½😀'],
  ['beyond the last character', [0xf4, 0x90, 0x80, 0x80, 0xf5, 0x80, ...Buffer.from('ß')], 'ô\u0090€€õ€ß'],
])('a byte that is not UTF-8 costs only itself: %s', async (_, stray, text) => {
  const before = Buffer.from('é'.repeat(100));
  expect(await decode(Buffer.concat([before, Buffer.from(stray)]))).toMatchObject({
    charset: 'utf-8',
    text: 'é'.repeat(100) + text,
    codes: ['charset-invalid'],
  });
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
  expect(source.sample).toBe(before);
  expect(source.diagnostics).toEqual([]);
});

const western = [
  'The council’s vote, he didn’t say, won’t be “soon.” It’s late — very late. © 2019',
  'Für die Fähre wäre das größte Übel, daß der Rat zögert; die Brücke müßte schöner werden.',
  'Le conseil a été très pressé, à côté du théâtre où les élèves ont reçu l’âme du maître.',
  'El año pasado el señor Muñoz votó según él quería, además de los demás niños.',
  'A situação das ações não é a mesma: os órgãos também têm razões, disse João.',
  'Fœtus, œuvre, Lukašenko, Miloša, Žižek, Šimko: Lukašenko sagte, Lukašenko habe Lukašenko gewählt.',
  'Þórður sagði að fundurinn væri búinn; smørrebrød på ån, både för och åt hållet är öl.',
  'Òscar, Àngel i Íñigo: “Són molt bons.” “Ó!”, va dir. Çà et là, élève à Évry. ÀÉÎÕÜ ÄÖÜ',
];
const russian =
  'Совет собрался на старой пристани и отложил голосование о пароме до осени, когда будут деньги. Ёлка и ёж.';

it.each(western)('Windows-1252 that says nothing of itself is no other charset: %s', async (text) => {
  for (const times of [1, 20]) {
    const bytes = encode(`${text}\r\n`.repeat(times), 'windows-1252');
    expect(await decode(bytes)).toMatchObject({ charset: 'windows-1252', text: `${text}\r\n`.repeat(times) });
  }
});

it.each(western.slice(0, 5).map((text) => `${text} ${text}`))(
  'MacRoman is known by its bytes: %s',
  async (text) => {
    expect(await decode(encode(text, 'macintosh'))).toMatchObject({ charset: 'macintosh', text });
  },
);

it.each([russian, russian.toUpperCase() + russian, `Anna Lind © 2019. ${russian} “The ferry”`])(
  'Windows-1251 is known by its bytes: %s',
  async (text) => {
    expect(await decode(encode(text, 'windows-1251'))).toMatchObject({ charset: 'windows-1251', text });
  },
);

it.each([
  ['gb18030', '1236 字'],
  ['big5', '1,236 字'],
  ['shift_jis', '1236 語'],
  ['euc-kr', '1236 단어'],
])('%s is known by the vendor’s word for words', async (charset, count) => {
  const text = `A ferry\n${count}\n11 May 2019\n`;
  expect(await decode(encode(text, charset))).toMatchObject({ charset, text });
});

it.each([
  ['windows-1255', 'המועצה התכנסה בנמל הישן והצביעה על המעבורת עד הסתיו הבא כאשר יהיה כסף'],
  ['windows-1253', 'Το συμβούλιο συνήλθε στο παλιό λιμάνι και ψήφισε για το πορθμείο μέχρι το φθινόπωρο'],
  ['koi8-r', russian],
])('%s is not taken for another charset that would hide it', async (charset, text) => {
  expect((await decode(encode(text, charset))).charset).toBe('windows-1252');
});

const wideTexts = [
  'Совет собрался на старой пристани.\r\n\r\n180 слов\r\n11 мая 2019\r\n',
  '渔港的居民周二开会，一致要求市政府修好旧渡船。\n1236 字\n2019 年 5 月 11 日\n',
  '漁港の住民は火曜日に集まった。\n480 文字\n2019年5月11日\n',
  '어항 주민들은 화요일에 모였다.\n210 단어\n2019년 5월 11일\n',
];
it.each(wideTexts.flatMap((text) => [1, 200].map((times) => [text, times] as const)))(
  'UTF-16 without a mark is known where few letters are Latin: %s, %d times',
  async (line, times) => {
    const text = line + `${line.split(/\s*\n/, 1)[0]?.repeat(3)}\n`.repeat(times);
    const little = Buffer.from(text, 'utf16le');
    expect(await decode(little)).toMatchObject({ charset: 'utf-16le', text, codes: [] });
    expect(await decode(Buffer.from(little).swap16())).toMatchObject({
      charset: 'utf-16be',
      text,
      codes: [],
    });
  },
);

it('binary data and text with zeros among it are not UTF-16', async () => {
  const mixed = (step: number) => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * at * step) >> 3));
  const sound = Buffer.from(Int16Array.from({ length: 2000 }, (_, at) => 900 * Math.sin(at / 9)).buffer);
  const records = Buffer.from('The ferry was late. It rained.\0'.repeat(100));
  for (const bytes of [mixed(1), mixed(7), mixed(1031), sound, records, new Uint8Array(5000)])
    expect((await decode(bytes)).charset).not.toMatch(/^utf-16/);
});

const ascii = 'The ferry was late, and it rained.\n'.repeat(sampleUnits / 34);

it.each([
  ['windows-1251', russian],
  ['gb18030', '渔港的居民周二开会，要求市政府在冬天以前修好旧渡船。'],
  ['utf-8', 'Zürich, Genève'],
])('a long file that begins in ASCII is %s by what follows', async (charset, words) => {
  const bytes = Buffer.concat([
    Buffer.from(ascii),
    charset === 'utf-8' ? Buffer.from(words) : encode(words, charset),
  ]);
  const expected = { charset, text: ascii + words, end: bytes.length, codes: [] };
  expect(await decode(bytes)).toEqual(expected);
  async function* stream() {
    for (let at = 0; at < bytes.length; at += 4097) yield new Uint8Array(bytes.subarray(at, at + 4097));
  }
  expect((await decode(stream())).charset).toBe(charset);
});

it('says of such a file too that it declares another charset', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`<meta charset="utf-8">${ascii}`),
    encode(russian, 'windows-1251'),
  ]);
  expect(await decode(bytes)).toMatchObject({ charset: 'windows-1251', codes: ['charset-lie'] });
});

it('a head that ends within a character of two bytes, or holds a stray byte, is read in its charset', async () => {
  const text = encode('渔港的居民周二开会，要求市政府修好旧渡船。', 'gb18030');
  const bytes = Buffer.concat([Buffer.from('x\xff\n', 'latin1'), ...Array<Uint8Array>(20_000).fill(text)]);
  const source = await openSource(bytes);
  expect(source.charset).toBe('gb18030');
  expect(source.sample.slice(2, 14)).toBe('\n渔港的居民周二开会，要');
});
