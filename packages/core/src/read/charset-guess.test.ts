import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideCharset } from './charset.ts';
import { encode } from './testing/encode.ts';

const chinese =
  '渔港的居民周二开会，要求市政府在冬天以前修好旧渡船。市长说，新的经费明年才会到，但是工程可以先做一部分。';
const taiwanese =
  '漁港的居民週二開會，要求市政府在冬天以前修好舊渡船。市長說，新的經費明年才會到，但是工程可以先做一部分。';
const japanese =
  '漁港の住民は火曜日に集まり、冬までに古い渡し船を直すよう市に求めた。市長は、新しい予算は来年になるが、工事の一部は先に始められると述べた。';
const korean =
  '어항 주민들은 화요일에 모여 겨울이 오기 전에 낡은 나룻배를 고쳐 달라고 시에 요구했다. 시장은 새 예산이 내년에야 나오지만 공사의 일부는 먼저 할 수 있다고 말했다.';

const paired = [
  ['gb18030', chinese],
  ['gb18030', taiwanese],
  ['big5', taiwanese],
  ['shift_jis', japanese],
  ['euc-jp', japanese],
  ['euc-kr', korean],
] as const;

it.each(paired)('%s is known by its frequent characters: %s', (charset, text) => {
  const page = `<meta charset="utf-8"><div>1236 words</div><div>11 May 2019</div><p>${text}</p>`;
  expect(decideCharset(encode(page, charset)).charset).toBe(charset);
});

it.each(paired)('a stray byte does not hide %s: %s', (charset, text) => {
  const whole = encode(`${text}\n`.repeat(9), charset);
  expect(decideCharset(Uint8Array.of(...whole, 0xff, 0x0a, ...whole)).charset).toBe(charset);
});

it.each([
  ['gb18030', '1236 字'],
  ['big5', '860 字'],
  ['shift_jis', '480 文字'],
  ['euc-kr', '210 단어'],
])('%s is known by a word count between tags', (charset, count) => {
  expect(decideCharset(encode(`<div>A ferry</div><div>${count}</div>`, charset)).charset).toBe(charset);
});

const alphabets = [
  ['windows-1252', 'àâçèéêëîïôùûœÀÉÊ'],
  ['windows-1252', 'äöüßÄÖÜåøæÅØÆñáíóúãõ'],
  ['windows-1250', 'ąćęłńóśźżčďěňřšťůžáéíýőűĄĆŁŚŻČŘŠŽ'],
  ['windows-1254', 'çğıöşüÇĞİÖŞÜ'],
  ['windows-1257', 'āčēģīķļņšūžąęėįųĀČĒŠŽ'],
  ['macintosh', 'àâçèéêëîïôùûœäöüßñáíóú'],
  ['windows-1251', 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф'],
  ['windows-1251', 'ОЕАИНТСРВЛКМДПУЯЫЬГЗБЧЙХЖШЮЦЩЭФ'],
  ['koi8-r', 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф'],
  ['koi8-r', 'ОЕАИНТСРВЛКМДПУЯЫЬГЗБЧЙХЖШЮЦЩЭФ'],
  ['iso-8859-5', 'ОЕАИНТСРВЛКМДПУЯЫЬоеаинтсрвлкмдпуяыь'],
  ['windows-1253', 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώΑΒΓΔΕΚΛΜΝΟΠΣΤ'],
  ['windows-1255', 'אבגדהוזחטיכלמנסעפצקרשתםןץ'],
  ['windows-1256', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوية'],
  ['windows-874', 'กขคงจชซดตถทนบปพมยรลวสหอะาิีุูเแโ่้'],
] as const;
const asian = new Set<string>(paired.map(([charset]) => charset));

it.each(alphabets)('%s is never taken for a charset of two bytes a character: %s', (charset, alphabet) => {
  const word = fc
    .array(fc.constantFrom(...alphabet, ...(charset === 'windows-1252' ? 'aeinrst' : '')), {
      minLength: 1,
      maxLength: 12,
    })
    .map((characters) => characters.join(''));
  const text = fc.array(word, { minLength: 20, maxLength: 300 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, (generated) => !asian.has(decideCharset(encode(generated, charset)).charset)),
    { numRuns: 60 },
  );
});
