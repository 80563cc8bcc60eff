import type { Author } from '../article.ts';
import { email } from './addresses.ts';
import { hanPlaces } from './tables/datelines.ts';
import { chineseSurnames, easternReporters, easternTitles, hangulPlaces } from './tables/eastern-bylines.ts';

/** What an Eastern byline tells; the name of a house may be that of an agency. */
interface Signed {
  authors: Author[];
  houses: string[];
}

const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const any = (words: readonly string[]) => words.join('|');
const placeName = any([...hanPlaces, ...hangulPlaces]);
const title = `(?:${any(easternTitles)})`;
const reporter = `(?:${any(easternReporters)}|文(?=[\\s/／|｜:：・]))`;
/** What parts names; a point within a Chinese one does not. */
const breaks = /[\s、，,;；/／|｜:：]+|(?<=\p{Script=Hangul})[·ㆍ・](?=\p{Script=Hangul})/u;
/** 驻柏林, 发自北京, 台北報導, 北京报道, 北京电 */
const placed =
  /^(?:驻|駐|发自|發自)?(\p{Script=Han}{2,6}?)(?:报道|報導|報道|报导)$|^(?:驻|駐|发自|發自)(.{2,6})$/u;
const ending = /(?:综合)?(?:报道|報導|報道|报导)$/u;
const house =
  /(?:新闻|新聞|日报|日報|晚报|晚報|通讯社|通信|时报|時報|周刊|[社网網报報]|신문|일보|뉴스\d?|뉴시스|데일리|경제|방송|타임스|통신|닷컴|투데이)$/u;
const words = new RegExp(`${title}|(?:取材・)?${reporter}`, 'gu');
const place = new RegExp(`^(?:${placeName})$`, 'u');
const placeBehind = new RegExp(`^(?!发自|發自|驻|駐)(\\p{Script=Han}{2,4}?)(${any(hanPlaces)})$`, 'u');
const name =
  /^(?:\p{Script=Han}{2,5}|\p{Script=Hangul}{2,5}|[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]{2,12}(?:[·・＝=][\p{Script=Han}\p{Script=Katakana}ー]{1,10})*)$/u;

/**
 * Reads a byline in Chinese, Japanese or Korean (`本报记者李明`, `김철수 기자`, `【ロンドン=山田太郎】`); undefined where it is
 * in another script.
 */
export function readEasternByline(byline: string): Signed | undefined {
  const address = email.exec(byline)?.[0];
  const own = (address ? byline.replace(address, ' ') : byline).trim();
  if (!eastern.test(own) || /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(own)) return undefined;
  const tokens = marked(own.replace(/[【】（）()[\]［］〔〕<>]/gu, ' '))
    .split(breaks)
    .filter((token) => token !== '');
  const signed: Signed = { authors: [], houses: [] };
  let before: string | undefined;
  for (const token of joined(tokens)) before = take(token, before, signed);
  const [author] = signed.authors;
  if (author && address) author.email = address;
  return signed;
}

/** Titles as words of their own, those of reporters gone, and places before `=` and before a title marked with a `@`. */
function marked(text: string): string {
  return text
    .replace(words, (word, at: number) => {
      if (!isTitle(word)) return ' ';
      // A Chinese title stands before its name: 通讯员王芳.
      const opens = /^\p{Script=Han}{2}/u.test(text.slice(at + word.length));
      return opens ? ` @${word} ` : ` ${word} `;
    })
    .replace(/(\S{2,10})[=＝](?=\S)/gu, '@$1 ')
    .replace(/(?<!\S)(\p{Script=Katakana}[\p{Script=Katakana}ー]+)(?= (?:支局長|総局長|特派員))/gu, '@$1')
    .replace(/(?<!\S)(?:\S{2,6}?)?[驻駐](\S{2,6})/gu, '@$1 ');
}

/** `山田 太郎` is one name; so are two words the first of which is no Chinese family name. */
function joined(tokens: string[]): string[] {
  const [family = '', given = '', ...rest] = tokens;
  const isOne =
    rest.length === 0 &&
    /^\p{Script=Han}{1,3}$/u.test(family) &&
    /^[\p{Script=Han}\p{Script=Hiragana}]{1,3}$/u.test(given) &&
    !isTitle(family) &&
    !isTitle(given) &&
    !place.test(family) &&
    !house.test(family) &&
    !placed.test(given) &&
    (family.length === 1 ||
      !chineseSurnames.includes(family.charAt(0)) ||
      !chineseSurnames.includes(given.charAt(0)));
  return isOne ? [`${family} ${given}`] : tokens;
}

const isTitle = (token: string): boolean => new RegExp(`^${title}$`, 'u').test(token);

/** Takes a word of the byline; gives the title or place that belongs to the name behind it. */
function take(token: string, before: string | undefined, { authors, houses }: Signed): string | undefined {
  const last = authors.at(-1);
  if (token.startsWith('@')) return token.slice(1);
  if (
    isTitle(token) ||
    place.test(token) ||
    (placed.test(token) && !placeBehind.test(token.replace(ending, '')))
  ) {
    const [, here = token, from = here] = placed.exec(token) ?? [];
    if (!last) return [before, from].filter(Boolean).join(' ');
    last.role = [last.role, from].filter(Boolean).join(' ');
    return before;
  }
  const bare = token.replace(ending, '').replace(/^[・·]/u, '');
  if (bare.length > 2 && house.test(bare)) houses.push(bare);
  const [, own = bare, at] = placeBehind.exec(bare) ?? [];
  if (house.test(bare) || !(name.test(own) || own.includes(' '))) return before;
  const role = [before, at].filter(Boolean).join(' ');
  authors.push({ name: own, ...(role && { role }) });
  return undefined;
}
