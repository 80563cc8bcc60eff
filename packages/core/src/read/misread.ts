import { remember } from './remember.ts';
import { languageNames } from './tables/languages.ts';
import { monthNames } from './tables/months.ts';
import { toUnits } from './units.ts';

/** Words of the vendor in a line that only make sense once its characters are read as UTF-8. */
export interface Meant {
  text: string;
  /** What the UTF-8 was read as. Example: `Windows-1251`. */
  charset: string;
}

/** What text in UTF-8 is taken for by programs, the most frequent first. */
const charsets: { name: string; decode(bytes: Uint8Array): string }[] = [
  ...(
    [
      ['Windows-1252', 'windows-1252'],
      ['Windows-1251', 'windows-1251'],
      ['Shift JIS', 'shift_jis'],
      ['GBK', 'gbk'],
      ['EUC-KR', 'euc-kr'],
      ['Big5', 'big5'],
      ['Macintosh Roman', 'macintosh'],
    ] as const
  ).map(([name, label]) => ({ name, decode: (bytes: Uint8Array) => new TextDecoder(label).decode(bytes) })),
  // No decoder of the platform keeps the control characters of this one.
  { name: 'ISO-8859-1', decode: toUnits },
];

/** Words in dates, times and counts, titles and signs; months and languages have tables of their own. */
const words =
  '年|月|日|년|월|일|上午|下午|午前|午後|오전|오후|凌晨|早上|晚上|時|时|시|點|点|分|분|г|р|года|року|令和|平成|昭和|民國|民国|字|文字|語|词|詞|ワード|単語|단어|낱말|слов|слова|слово|слів|Wörter|słów|słowa|sözcük|szó|λέξεις|©|℗|版权|版權|著作権|無断転載|저작권|무단|авторские|права|все|à|às|об|в|о|Récapitulatif|Résumé|búsqueda|Suchübersicht|Сводка|поиска|Итоги|検索の概要|検索サマリー|検索概要|검색|요약|搜索摘要|搜尋摘要|搜索总结|Найдено|результатов|результаты|検索結果|結果件数|검색된|결과|搜索结果|找到的结果|找到結果|搜尋結果|搜索結果|找到的結果|résultats|trouvés|№';

/** What lines are cleaned of, and what programs lose beside: bytes that are no character. */
const blank = /[\s\u00ad]/g;
const blankWithinLines = /[^\S\n]|\u00ad/g;
const lost = /[\u0080-\u009f\ufffd?]/g;
const plain = /^[\0-\x7f]*$/;

let forms: Map<string, Meant> | undefined;

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Every word of the vendor as each of the character sets shows it. */
function makeForms(): Map<string, Meant> {
  const made = new Map<string, Meant>();
  const months = monthNames.flatMap((names, month) => names.split('|').map((text) => ({ text, month })));
  const names = Object.values(languageNames).flatMap((names) => names.split('|'));
  const all = [...words.split('|'), ...names].map((text) => ({ text, month: -1 }));
  const known = [...all, ...months]
    .flatMap(({ text, month }) => [
      { text, month },
      { text: capital(text), month },
    ])
    .filter(({ text }) => !plain.test(text));
  const bytes = new TextEncoder().encode(known.map(({ text }) => text).join('\n'));
  for (const { name, decode } of charsets) {
    const ofMonth = new Map<string, number>();
    // Half a character takes no line end with it. All lines are cleaned at once: one by one takes ten times as long.
    const cleaned = decode(bytes).replace(blankWithinLines, '');
    const keys = cleaned.replace(lost, '').split('\n');
    for (const [index, exact] of cleaned.split('\n').entries()) {
      const { text = '', month = -1 } = known[index] ?? {};
      const key = keys[index] ?? '';
      if (key === '' || plain.test(key)) continue;
      const meaning = { text, charset: name };
      if (!made.has(exact)) made.set(exact, meaning);
      // What is left of two months may be the same: such a one is none.
      const other = month >= 0 && (ofMonth.get(key) ?? month) !== month;
      if (month >= 0) ofMonth.set(key, other ? -1 : month);
      if (other && key !== exact) made.delete(key);
      else if (!made.has(key)) made.set(key, meaning);
    }
  }
  // What has a meaning as it stands is not misread.
  for (const { text } of known) made.delete(text.replace(blank, ''));
  return made;
}

/** A line is longer only if it is prose. */
const longest = 120;
const group = /[^\d.,:;()[\]/-]+/g;

/** A short line as it was before its UTF-8 was taken for another character set; undefined where nothing tells that it was. */
export function meant(line: string): Meant | undefined {
  return line.length > longest || plain.test(line) ? undefined : meantLine(line);
}

/** `2018 年 9 月 18 日` of which nothing is left but the figures. */
const figures =
  /^(?<year>(?:19|20)\d\d) ?[^\s\d]{0,4}\ufffd[^\s\d]{0,4} ?(?<month>\d{1,2}) ?[^\s\d]{0,4}\ufffd[^\s\d]{0,4} ?(?<day>\d{1,2}) ?[^\s\d]{0,4}\ufffd[^\s\d]{0,4}(?<rest>$| [\d:]{4,8}$)/u;

function formOf(text: string): Meant | undefined {
  const exact = text.replace(blank, '');
  return forms?.get(exact) ?? forms?.get(exact.replace(lost, ''));
}

const meantLine = remember((line): Meant | undefined => {
  forms ??= makeForms();
  const whole = formOf(line);
  if (whole) return whole;
  let charset: string | undefined;
  const find = (part: string): string | undefined => {
    const found = plain.test(part) ? undefined : formOf(part);
    charset ??= found?.charset;
    return found && part.replace(/\S(?:.*\S)?/su, () => found.text);
  };
  const text = line.replace(
    group,
    (part) => find(part) ?? part.replace(/\S+/g, (word) => find(word) ?? word),
  );
  if (charset !== undefined) return { text, charset };
  const bare = figures.exec(line)?.groups;
  return (
    bare && {
      text: `${bare.year}年${bare.month}月${bare.day}日${bare.rest}`,
      charset: 'another character set',
    }
  );
});

/** Reads a line, and where it says nothing, what it says once its characters are read as UTF-8. */
export function asMeant<T>(read: (line: string) => T | undefined): (line: string) => T | undefined {
  return (line) => {
    const found = read(line);
    if (found !== undefined) return found;
    const other = meant(line);
    return other && read(other.text);
  };
}
