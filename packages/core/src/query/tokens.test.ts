import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countTokens, fold, indexText, paragraphBreak, tokenize } from './tokens.ts';

const words = (text: string): string[] => tokenize(text).map((token) => token.text);

describe('tokenize', { timeout: 60_000 }, () => {
  test.each([
    ['Bill Clinton', ['bill', 'clinton']],
    ["state-of-the-art AT&T o'brien", ['state', 'of', 'the', 'art', 'at', 't', 'o', 'brien']],
    ['38.101 C++ 1,5 %', ['38', '101', 'c', '1', '5']],
    ['Café ÉTÉ naïve İzmir ISPARTA Diyarbakır', ['cafe', 'ete', 'naive', 'izmir', 'isparta', 'diyarbakir']],
    ['Straße STRASSE Łódź Ørsted Æsop œuvre', ['strasse', 'strasse', 'lodz', 'orsted', 'aesop', 'oeuvre']],
    ['Cafe\u0301 and Ångström', ['cafe', 'and', 'angstrom']],
    ['ΟΔΟΣ οδός Ελλάδα', ['οδοσ', 'οδοσ', 'ελλαδα']],
    ['Ёлка Йод', ['елка', 'иод']],
    ['中国经济 GDP增长', ['中', '国', '经', '济', 'gdp', '增', '长']],
    ['データ ガス か\u3099 ｶﾞｽ', ['デ', 'ー', 'タ', 'ガ', 'ス', 'が', 'ガ', 'ス']],
    ['한국 경제', ['한국', '경제']],
    ['हिन्दी ไทย', ['हिन्दी', 'ไทย']],
    ['أحمد أَحْمَد', ['أحمد', 'أَحْمَد']],
    ['ＡＢＣ１２ oﬃce ofﬁce', ['abc12', 'office', 'office']],
    ['co\u00ADoperate می\u200Cخواهم', ['cooperate', 'میخواهم']],
    ['I ❤️ 1️⃣ 👩‍💻 you', ['i', '1\u20E3', 'you']],
    ['𝒳 𠮷野家', ['𝒳', '𠮷', '野', '家']],
    [`a${paragraphBreak}b \uD800 c`, ['a', 'b', 'c']],
    ['', []],
    ['… — « »', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('spans point at the text as it was', () => {
    const text = 'Die Größe, “Ça va”: 中国 𠮷.';
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual(
      ['Die', 'Größe', 'Ça', 'va', '中', '国', '𠮷'], // prettier
    );
  });

  test('Latin letters fold one by one, whatever stands around them', () => {
    const units = Array.from({ length: 0x180 }, (_, unit) => String.fromCharCode(unit));
    const dashes = Array.from({ length: 0x60 }, (_, unit) => String.fromCharCode(0x2000 + unit));
    // A letter of another script makes no text Latin, and nothing of the text folds with it.
    const other = 'ж';
    for (const unit of [...units, ...dashes])
      for (const next of ['a', 'É', 'ß', '—', ' '])
        expect(fold(unit + next + other)).toBe(fold(unit + next) + other);
  });

  test('they are as many as are counted', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 40 }));
    fc.assert(
      fc.property(text, (text) => {
        expect(countTokens(text)).toBe(tokenize(text).length);
      }),
    );
  });

  test('a folded token is its own only token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const word of words(text)) expect(words(word)).toEqual([word]);
      }),
    );
  });
});

/** The tokens SQLite's own tokenizer makes of each text. */
function engineTokens(texts: string[]): string[][] {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    create virtual table texts using fts5(text,
      tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
    create virtual table tokens using fts5vocab(texts, instance)`);
  const insert = database.prepare('insert into texts(rowid, text) values (?, ?)');
  for (const [index, text] of texts.entries()) insert.run(index, text);
  const found: string[][] = texts.map(() => []);
  for (const { doc, offset, term } of database.prepare('select doc, offset, term from tokens').iterate()) {
    (found[Number(doc)] as string[])[Number(offset)] = String(term);
  }
  database.close();
  return found;
}

describe('indexText', { timeout: 60_000 }, () => {
  test('plain text comes back as it is', () => {
    const text = 'The “first” quarter—up 5 % to €3·5 bn, © 2017…';
    expect(indexText(text)).toBe(text);
  });

  test('FTS5 makes the same tokens of every letter, digit, mark and common sign', () => {
    const rows: string[] = [];
    let row = '';
    for (let code = 1; code < 0x32400; code++) {
      // Ideographs, syllables and private use are alike: every 97th is enough.
      const alike =
        (code >= 0x3400 && code < 0xf900 && !(code >= 0xa000 && code < 0xac00)) || code >= 0x20000;
      if ((code >= 0xd800 && code < 0xe000) || (alike && code % 97 > 0)) continue;
      const character = String.fromCodePoint(code);
      if (code < 0x3000 || /[\p{L}\p{N}\p{M}\p{Co}]/u.test(character)) row += `a${character}b ${character} `;
      if (row.length > 2000) {
        rows.push(row);
        row = '';
      }
    }
    rows.push(row);
    const indexed = engineTokens(rows.map(indexText));
    const differing = rows.filter((text, index) => indexed[index]?.join(' ') !== words(text).join(' '));
    expect(differing).toEqual([]);
  });

  test('each sign alone keeps the shortest path and the same tokens', () => {
    const signs: string[] = [];
    for (let code = 0; code < 0x3400; code++) signs.push(`a${String.fromCodePoint(code)}b`);
    for (let code = 0xf900; code < 0x10000; code++) signs.push(`中${String.fromCodePoint(code)}b`);
    const indexed = engineTokens(signs.map(indexText));
    const differing = signs.filter((text, index) => indexed[index]?.join(' ') !== words(text).join(' '));
    expect(differing).toEqual([]);
  });

  test('FTS5 makes the same tokens of any text', () => {
    const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), 2000);
    const mixed = fc.sample(
      fc.array(
        fc.constantFrom(
          'A',
          'é',
          'ß',
          'Й',
          '中',
          'カ',
          '한',
          '゙',
          '́',
          '\u00AD',
          '\uFE0F',
          ' ',
          '。',
          '"',
          '\uE000',
          'ﬁ',
          '１',
        ),
        { maxLength: 12 },
      ),
      3000,
    );
    const all = [...texts, ...mixed.map((parts) => parts.join(''))];
    expect(engineTokens(all.map(indexText))).toEqual(all.map(words));
  });

  test('user text never holds a paragraph break', () => {
    expect(indexText(`a${paragraphBreak}b`)).toBe('a b');
  });
});
