/**
 * Letters that stand for those of a script: small (or the only one) and capital, by bytes in UTF-8. A q alone is neither
 * a Roman numeral nor a unit, a preposition or a mark of time.
 */
const scripts: { script: RegExp; forms: [small: string, capital: string][] }[] = [
  { script: /[Ａ-Ｚａ-ｚ]/u, forms: [['ｑ', 'Ｑ']] },
  { script: /[\uff66-\uff9d]/u, forms: [['ｱ', 'ｱ']] },
  // `\'e9` and `\'c9` are letters of one case in every Western, Cyrillic, Greek and Hebrew code page.
  {
    script: /\p{Script=Latin}/u,
    forms: [
      ['q', 'Q'],
      ['é', 'É'],
      ['ế', 'Ế'],
    ],
  },
  { script: /\p{Script=Cyrillic}/u, forms: [['й', 'Й']] },
  {
    script: /\p{Script=Greek}/u,
    forms: [
      ['ι', 'Ι'],
      ['ἰ', 'Ἰ'],
    ],
  },
  { script: /\p{Script=Armenian}/u, forms: [['ա', 'Ա']] },
  { script: /\p{Script=Hebrew}/u, forms: [['י', 'י']] },
  {
    script: /\p{Script=Arabic}/u,
    forms: [
      ['ي', 'ي'],
      ['ﻱ', 'ﻱ'],
    ],
  },
  {
    script: /\p{Script=Han}/u,
    forms: [
      ['某', '某'],
      ['𠀀', '𠀀'],
    ],
  },
  { script: /\p{Script=Hiragana}/u, forms: [['の', 'の']] },
  { script: /\p{Script=Katakana}/u, forms: [['ア', 'ア']] },
  { script: /\p{Script=Hangul}/u, forms: [['가', '가']] },
  { script: /\p{Script=Thai}/u, forms: [['ก', 'ก']] },
  { script: /\p{Script=Devanagari}/u, forms: [['क', 'क']] },
  { script: /\p{Script=Bengali}/u, forms: [['ক', 'ক']] },
  { script: /\p{Script=Georgian}/u, forms: [['ა', 'ა']] },
];
/** For a script that is not listed: a letter of the same length. */
const anyScript: [string, string][] = [
  ['q', 'Q'],
  ['é', 'É'],
  ['ế', 'Ế'],
  ['𝒒', '𝑸'],
];
const zeros = ['0', '٠', '۰', '०', '০', '０', '๐'];

const covers = new Map<string, string>();
const mostKept = 20_000;

/**
 * The character that stands for another in redacted text: of the same script, case and length in UTF-8; a zero for a
 * digit. What is neither letter nor digit stays as it is. Nothing of the original can be told from it.
 */
export function cover(character: string): string {
  const known = covers.get(character);
  if (known !== undefined) return known;
  const found = coverOf(character);
  if (covers.size < mostKept) covers.set(character, found);
  return found;
}

function coverOf(character: string): string {
  if (/\p{Nd}/u.test(character)) return zeros.find((zero) => digitsOf(zero).includes(character)) ?? character;
  if (!/\p{L}/u.test(character)) return character;
  const length = bytesOf(character);
  const forms = scripts.find(({ script }) => script.test(character))?.forms ?? [];
  const form = [...forms, ...anyScript].find(([small]) => bytesOf(small) === length) ?? ['q', 'Q'];
  return form[/\p{Lu}|\p{Lt}/u.test(character) ? 1 : 0] ?? 'q';
}

function digitsOf(zero: string): string {
  const first = zero.codePointAt(0) ?? 0;
  return String.fromCodePoint(...Array.from({ length: 10 }, (_, digit) => first + digit));
}

const encoder = new TextEncoder();

function bytesOf(character: string): number {
  return encoder.encode(character).length;
}

const coverable = /[a-z]+|[A-Z]+|\d+|[\u0080-\u{10ffff}]/gu;
const plain = [
  { until: '9', cover: '0' },
  { until: 'Z', cover: 'Q' },
  { until: 'z', cover: 'q' },
];

/** Covers every letter and digit of a text; its length stays the same. */
export function coverAll(text: string): string {
  return text.replace(coverable, (run) => {
    const known = plain.find(({ until }) => run[0] !== undefined && run[0] <= until);
    return known ? known.cover.repeat(run.length) : cover(run);
  });
}
