import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DisplayBlock } from './display.ts';
import { RtfScanner } from './rtf.ts';

/** Scans units (one a byte), in chunks of a length. */
function scan(units: string, { charset = 'windows-1252', chunk = units.length + 1 } = {}) {
  const scanner = new RtfScanner({ charset });
  const blocks: DisplayBlock[] = [];
  for (let at = 0; at < units.length; at += chunk) blocks.push(...scanner.push(units.slice(at, at + chunk)));
  blocks.push(...scanner.end());
  return { blocks, truncated: scanner.truncated, length: scanner.length };
}

/** Lines of a document with this body. */
function lines(body: string, prolog = String.raw`\ansi\ansicpg1252`): string[] {
  const { blocks } = scan(String.raw`{\rtf1${prolog} ${body}}`);
  return blocks.flatMap((block) => (block.kind === 'line' ? [block.value.text] : []));
}

function rows(body: string): string[][][] {
  const { blocks } = scan(String.raw`{\rtf1\ansi ${body}}`);
  return blocks.flatMap((block) =>
    block.kind === 'row' ? [block.cells.map((cell) => cell.map((value) => value.text))] : [],
  );
}

describe('bytes and code pages', () => {
  test("a byte is exactly two digits after \\', however the text goes on", () => {
    expect(lines(String.raw`DUBAI\'97Following a caf\'e9 de facto\par`)).toEqual([
      'DUBAI—Following a café de facto',
    ]);
  });

  test('digits that are none leave the text alone', () => {
    expect(lines(String.raw`a\'zz b\par`)).toEqual(['azz b']);
  });

  test('the document says the code page', () => {
    expect(lines(String.raw`\'cc\'e8\'f0\par`, String.raw`\ansi\ansicpg1251`)).toEqual(['Мир']);
    expect(lines(String.raw`\'8e\par`, String.raw`\mac`)).toEqual(['é']);
    expect(lines(String.raw`\'82\'9c\par`, String.raw`\pc`)).toEqual(['é£']);
    expect(lines(String.raw`\'82\'9c\par`, String.raw`\pca`)).toEqual(['é£']);
    expect(lines(String.raw`\'9d\par`, String.raw`\pca`)).toEqual(['Ø']);
    expect(lines(String.raw`\'9b\par`, String.raw`\ansi\ansicpg852`)).toEqual(['Ť']);
  });

  test('the font says the code page, and a group gives it back', () => {
    const fonts = String.raw`{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset238{\*\falt X} C;}{\f3\cpg1253 D;}}`;
    expect(lines(String.raw`${fonts}\'e6{\f1\'e6}\'e6 {\f2\'e6}{\f3\'e6}\f1\plain\'e6\par`)).toEqual([
      'æжæ ćζæ',
    ]);
  });

  test('the default font applies where none is chosen', () => {
    const prolog = String.raw`\ansi\ansicpg1252\deff3{\fonttbl{\f3\fcharset161 A;}}`;
    expect(lines(String.raw`\'e6\par`, prolog)).toEqual(['ζ']);
  });

  test.each([
    [932, String.raw`\'93\'fa\'96\'7b`, '日本'],
    [936, String.raw`\'d6\'d0\'ce\'c4`, '中文'],
    [949, String.raw`\'c7\'d1`, '한'],
    [950, String.raw`\'a4\'a4\'a4\'e5`, '中文'],
  ])('code page %d: the bytes of a character are decoded together', (page, bytes, text) => {
    expect(lines(String.raw`${bytes}\par`, String.raw`\ansi\ansicpg${page}`)).toEqual([text]);
  });

  test('the second byte may be a plain or an escaped character', () => {
    // 表 is 0x95 0x5c in Shift JIS: the second byte is a backslash; ア is 0x83 0x41, the second byte an A.
    expect(
      lines(`${String.raw`\'95\\\'83A\'83`}\n${String.raw`\'41\par`}`, String.raw`\ansi\ansicpg932`),
    ).toEqual(['表アア']);
  });

  test('raw bytes are of the code page too, and of UTF-8 where the file is', () => {
    expect(lines('caf\u00e9\\par')).toEqual(['café']);
    expect(lines('\u00cc\u00e8\u00f0\\par', String.raw`\ansi\ansicpg1251`)).toEqual(['Мир']);
    const { blocks } = scan("{\\rtf1\\ansi caf\u00c3\u00a9, caf\\'c3\\par}", { charset: 'utf-8' });
    expect(blocks[1]).toMatchObject({ value: { text: 'cafÃ©, cafÃ' } });
    const pure = scan('{\\rtf1\\ansi caf\u00c3\u00a9\\par}', { charset: 'utf-8' });
    expect(pure.blocks[1]).toMatchObject({ value: { text: 'café' } });
  });

  test('a UTF-16 file holds characters, and bytes only behind the mark', () => {
    const { blocks } = scan(String.raw`{\rtf1\ansi Дом \'e9\par}`, { charset: 'utf-16le' });
    expect(blocks[1]).toMatchObject({ value: { text: 'Дом é' } });
  });
});

describe('Unicode', () => {
  test('one stand-in is skipped, whatever its form', () => {
    expect(lines(String.raw`a\u8212?b\u8212-c\u8212\'97d\u8212\_e\u8220"f\u8217'g\par`)).toEqual([
      'a—b—c—d—e“f’g',
    ]);
    expect(lines(String.raw`\u8212\emdash x\u160\~y\par`)).toEqual(['—x\u00a0y']);
  });

  test('the number of stand-ins belongs to the group', () => {
    expect(lines(String.raw`{\uc2\u20013\'d6\'d0a}\u20013?b\uc0\u20013?c\par`)).toEqual(['中a中b中?c']);
  });

  test('text after a character without stand-in is kept', () => {
    expect(lines(String.raw`DUBAI\u8212 Following\par`)).toEqual(['DUBAI—Following']);
    expect(lines(String.raw`\u8216 Do More'\par`)).toEqual(["‘Do More'"]);
    expect(lines(String.raw`Syria\u8212  a rubric\par`)).toEqual(['Syria— a rubric']);
    expect(lines(String.raw`\u169 2000 Example\par`)).toEqual(['©2000 Example']);
    expect(lines(String.raw`cr\u233\u233 e, \u8217, \u8221.\par`)).toEqual(['créée, ’, ”.']);
    expect(lines(String.raw`{\u8212}a\u8212\b c\b0\par`)).toEqual(['—a—c']);
  });

  test('a letter is a stand-in for itself with a mark', () => {
    expect(lines(String.raw`\u268Capek, \u321L\u243\'f3d\u378z\par`)).toEqual(['Čapek, Łódź']);
    expect(lines(String.raw`\u8364E, \u8482T\par`)).toEqual(['€E, ™T']);
  });

  test('negative numbers, pairs and lone halves', () => {
    expect(lines(String.raw`\u-10179?\u-8704?\par`)).toEqual(['😀']);
    expect(lines(String.raw`\u55357 \u56832 \par`)).toEqual(['😀']);
    expect(lines(String.raw`\u128512?\par`)).toEqual(['😀']);
    expect(lines(String.raw`a\u55357?b\par`)).toEqual(['a\ufffdb']);
    expect(lines(String.raw`a\u0?b\u7?\par`)).toEqual(['ab']);
  });

  test('of a text given twice the Unicode one is taken', () => {
    expect(lines(String.raw`a {\upr{plain}{\*\ud{\u26085?\u26412?}}} b\par`)).toEqual(['a 日本 b']);
  });
});

describe('lines', () => {
  test('named characters and symbols', () => {
    expect(
      lines(
        String.raw`a\tab b\emdash c\endash d\lquote e\rquote\ldblquote f\rdblquote\bullet\~g\_h\-i\{j\}\\\par`,
      ),
    ).toEqual(['a\tb—c–d‘e’“f”•\u00a0g\u2011hi{j}\\']);
  });

  test('paragraphs, soft breaks, and a backslash at the end of a source line', () => {
    expect(lines('a\\par b\\line c\\\nd\\\r\ne\\sect f')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  test('line ends of the source are not text', () => {
    expect(lines('wo\r\nrd\\b\n bold\\b0\nface\\par')).toEqual(['word boldface']);
  });

  test('a highlight does not split a word', () => {
    expect(lines(String.raw`{\b S-}\b Bahn\b0 -Bereich\par`)).toEqual(['S-Bahn-Bereich']);
  });

  test('bold lines, blank lines before, and places', () => {
    const units = String.raw`{\rtf1 {\b All of it}\par \par Some {\b of} it\par}`;
    expect(scan(units).blocks).toEqual([
      { kind: 'page', span: { start: 1, end: 7 } },
      {
        kind: 'line',
        value: { text: 'All of it' },
        contents: false,
        bold: true,
        gap: false,
        span: { start: 11, end: 26 },
      },
      {
        kind: 'line',
        value: { text: 'Some of it' },
        contents: false,
        bold: false,
        gap: true,
        span: { start: 31, end: 50 },
      },
    ]);
    expect(units.slice(11, 26)).toBe('All of it}\\par ');
    expect(units.slice(31, 50)).toBe('Some {\\b of} it\\par');
  });

  test('hidden and deleted text is not shown', () => {
    expect(lines(String.raw`a{\v hidden}b\v hidden\v0 c\deleted gone\deleted0 d\v\plain e\par`)).toEqual([
      'abcde',
    ]);
  });

  test('page breaks stand between lines', () => {
    const { blocks } = scan(String.raw`{\rtf1 a\page b\par\pagebb c}`);
    expect(blocks.map((block) => (block.kind === 'line' ? block.value.text : block.kind))).toEqual([
      'page',
      'a',
      'page',
      'b',
      'page',
      'c',
    ]);
  });

  test('names and numbers end where the specification ends them', () => {
    expect(lines(`\\${'a'.repeat(32)}bc\\b12345678901\\par`)).toEqual(['bc1']);
  });
});

describe('groups that are no text', () => {
  test('tables of fonts and styles, document facts, pictures, headers and footers', () => {
    const body = String.raw`{\fonttbl{\f0 Times;}}{\colortbl;\red1;}{\stylesheet{\s1 Heading;}}{\info{\title T}}{\*\generator X;}
{\header H\par}{\footerr Page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}{\pict\pngblip 89504e47}{\*\unknown{\b x}y}text\par`;
    expect(lines(body)).toEqual(['text']);
  });

  test('a mark of ignorable groups counts for its own group only', () => {
    expect(lines(String.raw`{\*\unknown x}\unknown y{\*}z\par`)).toEqual(['yz']);
  });

  test('binary data may hold braces, and may be cut anywhere', () => {
    const units = String.raw`{\rtf1 a{\pict\bin5 }}}{\}b\par}`;
    for (const chunk of [1, 3, 7, 100]) {
      expect(scan(units, { chunk }).blocks[1]).toMatchObject({ value: { text: 'ab' } });
    }
  });

  test('a lie about binary data hides nothing', () => {
    for (const size of ['1000', '99999999', '9999999999']) {
      const { blocks, truncated } = scan(String.raw`{\rtf1 a\par{\pict\bin${size} ff}b\par}`, { chunk: 5 });
      expect(blocks.slice(1)).toMatchObject([{ value: { text: 'a' } }, { value: { text: 'b' } }]);
      expect(truncated).toBe(false);
    }
  });

  test('text boxes are kept', () => {
    expect(lines(String.raw`a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt d}}}\par`)).toEqual(['ad']);
  });
});

describe('text that no page shows', () => {
  /** Lines and what stands beside them. */
  const beside = (body: string) =>
    scan(String.raw`{\rtf1\ansi ${body}}`).blocks.flatMap((block) =>
      block.kind === 'page'
        ? []
        : [
            [
              block.kind === 'line' ? block.value.text : block.kind,
              ...(block.asides ?? []).map(({ kind, value }) => `${kind}: ${value.text}`),
            ],
          ],
    );

  test('hidden and deleted text stands beside its line', () => {
    expect(
      beside(String.raw`a{\v one}b\v two\v0 c\deleted gone\deleted0 d\v three\plain e\par f\par`),
    ).toEqual([['abcde', 'hidden: one', 'hidden: two', 'deleted: gone', 'hidden: three'], ['f']]);
  });

  test('notes and comments too, whatever stands in them', () => {
    const note = String.raw`{\super\chftn{\footnote\pard\plain{\super\chftn} See\u8212?{\field{\*\fldinst HYPERLINK "a:b"}{\fldrslt there}}\par and \'e9.}}`;
    const comment = String.raw`{\*\atnid AE}{\*\atnauthor Ada}\chatn{\*\annotation{\*\atnref 1}Is it so?}`;
    expect(beside(`a${note}b${note}c${comment}d\\par`)).toEqual([
      ['abcd', 'footnote: See—there and é.', 'footnote: See—there and é.', 'comment: Is it so?'],
    ]);
  });

  test('in a cell beside the row, alone on a line of its own', () => {
    expect(
      beside(String.raw`\trowd\intbl a\cell b{\v c}{\footnote d}\par e\cell\row\pard{\v f\par}g\par`),
    ).toEqual([['row', 'hidden: c', 'footnote: d'], ['aside', 'hidden: f'], ['g']]);
  });
});

describe('fields', () => {
  test('the text of a link stays, its address is data', () => {
    const { blocks } = scan(
      String.raw`{\rtf1 see {\field{\*\fldinst{HYPERLINK "http://example.org/a?b=1"}}{\fldrslt \cf3 {\ul the page}}} now\par}`,
    );
    expect(blocks[1]).toMatchObject({
      contents: false,
      value: { text: 'see the page now', links: [{ text: 'the page', url: 'http://example.org/a?b=1' }] },
    });
  });

  test('a link to a bookmark is an entry of the contents', () => {
    const entry = (instruction: string) =>
      scan(
        String.raw`{\rtf1 {\field{\*\fldinst ${instruction}}{\fldrslt A headline}}\par next\par}`,
      ).blocks.slice(1);
    const expected = [
      { contents: true, value: { text: 'A headline' } },
      { contents: false, value: { text: 'next' } },
    ];
    expect(entry(String.raw`HYPERLINK \\l "toc1"`)).toMatchObject(expected);
    expect(entry(String.raw`HYPERLINK \l "toc1"`)).toMatchObject(expected);
    expect(entry('PAGEREF toc1')).toMatchObject(expected);
  });

  test('all lines of a table of contents are marked', () => {
    const { blocks } = scan(
      String.raw`{\rtf1 {\field{\*\fldinst TOC \\o}{\fldrslt One\par Two\par Three}}\par Four\par}`,
    );
    expect(
      blocks.flatMap((block) => (block.kind === 'line' ? [[block.value.text, block.contents]] : [])),
    ).toEqual([
      ['One', true],
      ['Two', true],
      ['Three', true],
      ['Four', false],
    ]);
  });

  test('a link over two lines is two', () => {
    const { blocks } = scan(
      String.raw`{\rtf1 {\field{\*\fldinst HYPERLINK "http://example.org"}{\fldrslt one\par two}} x\par}`,
    );
    const url = 'http://example.org';
    expect(blocks.slice(1)).toMatchObject([
      { value: { text: 'one', links: [{ text: 'one', url }] } },
      { value: { text: 'two x', links: [{ text: 'two', url }] } },
    ]);
  });
});

describe('tables', () => {
  test('a cell holds several lines', () => {
    expect(
      rows(String.raw`\trowd\cellx1\cellx2\pard\intbl LP\cell\pard\intbl one\par two\cell\row\pard x`),
    ).toEqual([[['LP'], ['one', 'two']]]);
  });

  test('the row may be described again after its cells, or in a group', () => {
    expect(
      rows(String.raw`\trowd{\pard\intbl a\cell b\cell}{\trowd\cellx1\row}\trowd\intbl c\cell\cell\row\pard`),
    ).toEqual([
      [['a'], ['b']],
      [['c'], []],
    ]);
  });

  test('a writer that never says \\intbl', () => {
    expect(rows(String.raw`\trowd\cellx1 a\par b\cell c\cell\row d\par`)).toEqual([[['a', 'b'], ['c']]]);
    expect(lines(String.raw`\trowd\cellx1 a\par b\cell c\cell\row d\par`)).toEqual(['d']);
  });

  test('a row without its end stops at the next paragraph outside of it', () => {
    const { blocks } = scan(String.raw`{\rtf1\trowd\pard\intbl a\cell b\cell\pard c\par}`);
    expect(blocks.slice(1)).toEqual([
      { kind: 'row', cells: [[{ text: 'a' }], [{ text: 'b' }]], span: { start: 6, end: 43 } },
      {
        kind: 'line',
        value: { text: 'c' },
        contents: false,
        bold: false,
        gap: false,
        span: { start: 43, end: 48 },
      },
    ]);
  });

  test('the row of an inner table is one line of the outer cell', () => {
    const inner = String.raw`\pard\intbl\itap2 a\nestcell b\par c\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}`;
    expect(
      rows(String.raw`\trowd\pard\intbl\itap1 TD\cell before\par ${inner}${inner}\pard\intbl after\cell\row`),
    ).toEqual([[['TD'], ['before', 'a\tb c', 'a\tb c', 'after']]]);
  });

  test('a last cell without its end', () => {
    expect(rows(String.raw`\trowd\intbl a\cell b\row\pard c\par`)).toEqual([[['a'], ['b']]]);
  });

  test('a file cut within a row gives what there is of it', () => {
    expect(scan(String.raw`{\rtf1\trowd\intbl HD\cell A head`)).toMatchObject({
      truncated: true,
      blocks: [{ kind: 'page' }, { kind: 'row', cells: [[{ text: 'HD' }], [{ text: 'A head' }]] }],
    });
  });
});

describe('bad input', () => {
  test('a million open groups, and a million closed ones', () => {
    const many = 1_000_000;
    const open = scan(`{\\rtf1 a\\par${'{'.repeat(many)}b\\par`);
    expect(open.blocks.slice(1)).toMatchObject([{ value: { text: 'a' } }, { value: { text: 'b' } }]);
    expect(open.truncated).toBe(true);
    const balanced = scan(`{\\rtf1 ${'{\\b '.repeat(many)}a${'}'.repeat(many)} b\\par}`);
    expect(balanced).toMatchObject({ truncated: false, blocks: [{}, { value: { text: 'a b' } }] });
    expect(scan(`{\\rtf1 a}${'}'.repeat(many)}b`).blocks.slice(1)).toMatchObject([
      { value: { text: 'a' } },
      { value: { text: 'b' } },
    ]);
  });

  test('facts of the document without their end do not hide its text', () => {
    for (const facts of [
      String.raw`{\info{\title T`,
      String.raw`{\fonttbl{\f0 A;`,
      String.raw`{\pict\pngblip 8950`,
    ]) {
      const { blocks, truncated } = scan(String.raw`{\rtf1\ansi ${facts}\pard One\par{\b two}\par}`);
      expect(blocks.slice(1)).toMatchObject([{ value: { text: 'One' } }, { value: { text: 'two' } }]);
      expect(truncated).toBe(true);
    }
  });

  test('a note or link without its end takes the rest of its line at most', () => {
    for (const lost of [
      String.raw`{\footnote b`,
      String.raw`{\*\annotation b`,
      String.raw`{\field{\*\fldinst HYPERLINK "a:b"`,
    ]) {
      const { blocks, truncated } = scan(
        String.raw`{\rtf1\ansi One${lost}\par\page Two\par\trowd\intbl c\cell d\cell\row}`,
      );
      expect(blocks.slice(1)).toMatchObject([
        { value: { text: 'One' } },
        { kind: 'page' },
        { value: { text: 'Two' } },
        { cells: [[{ text: 'c' }], [{ text: 'd' }]] },
      ]);
      expect(truncated).toBe(true);
    }
  });

  test('the foot of a page without its end hides what stands before the next page', () => {
    const { blocks } = scan(String.raw`{\rtf1\ansi{\footer 1\par One\par\page Two\par}`);
    expect(blocks.slice(1)).toMatchObject([{ kind: 'page' }, { value: { text: 'Two' } }]);
  });

  test('a second document begins afresh, even within a group that never closed', () => {
    const first = String.raw`{\rtf1\ansi\ansicpg1251 {\v \'cc{\field{\fldrslt x`;
    const { blocks, truncated } = scan(String.raw`${first}{\rtf1\ansi \'e9\par}`);
    expect(blocks.at(-1)).toMatchObject({ value: { text: 'é' } });
    expect(truncated).toBe(true);
  });

  test('links by the thousand in one line take linear time', () => {
    const link = String.raw`{\field{\*\fldinst HYPERLINK "a:b"}{\fldrslt x}}`;
    const { blocks } = scan(`{\\rtf1 ${link.repeat(50_000)}\\par}`);
    expect(blocks[1]?.kind === 'line' && blocks[1].value.links?.length).toBe(50_000);
  });

  test('NULs and other control characters are not text', () => {
    expect(lines('a\0b\u0001\tc\\par')).toEqual(['ab\tc']);
  });
});

const token = fc.oneof(
  fc.constantFrom(
    '{',
    '}',
    '\\',
    '\\par ',
    '\\cell',
    '\\row',
    '\\trowd',
    '\\intbl',
    '\\pard',
    '\\page',
    "\\'e9",
    "\\'",
    '\\u-10179?',
  ),
  fc.constantFrom(
    '\\u8212 ',
    '\\uc2',
    '\\bin3 ',
    '\\bin',
    '{\\*\\fldinst HYPERLINK "a:b"}',
    '{\\fldrslt ',
    '{\\field',
    '{\\rtf1',
    '\\v',
    '\\nestcell',
    '\\itap2',
    '{\\upr',
    '{\\footnote ',
    '\\deleted0 ',
    '{\\*\\annotation ',
    '{\\*\\ud ',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => Buffer.from(text).toString('latin1')),
);

describe('laws', () => {
  test('however a file is cut into chunks, the blocks are the same; spans are in order and within it', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 60 }), fc.integer({ min: 1, max: 90 }), (tokens, chunk) => {
        const units = `{\\rtf1\\ansi ${tokens.join('')}`;
        const whole = scan(units);
        expect(scan(units, { chunk })).toEqual(whole);
        expect(whole.length).toBe(units.length);
        let at = 0;
        for (const { span } of whole.blocks) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          at = span.end;
        }
        expect(at).toBeLessThanOrEqual(units.length);
      }),
      { numRuns: 500 },
    );
  });
});
