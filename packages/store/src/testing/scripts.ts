import type { Article } from '@pressmark/core';
import { match, parseQuery } from '@pressmark/core/query';
import { describe, expect, test } from 'vitest';
import type { Store } from '../contract.ts';

interface Tools {
  archive(): Promise<Store>;
  /** An invented article of a day with what is given. */
  dated(number: number, date: string, given: Partial<Article>): Article;
  idsOf(store: Store, text: string): Promise<string[]>;
}

/** A text, what finds it and what does not: rule 3 of the language, script by script. */
const cases: { text: string; finds: string[]; misses: string[] }[] = [
  { text: 'CAFÉ Straße', finds: ['café', 'cafe', 'CAFE', 'strasse', 'Caf*'], misses: ['caf', 'straß'] },
  { text: 'Łódź Ölpreis', finds: ['lodz', 'łódź', 'olpreis', 'ölpreis', 'ÖLPR*'], misses: ['oelpreis'] },
  {
    text: 'state-of-the-art',
    finds: ['state-of-the-art', '"state of the art"', 'art', 'state adj2 the'],
    misses: ['stateoftheart', '"art of"'],
  },
  {
    text: "o'brien’s AT&T",
    finds: ["o'brien", 'o’brien', '"o brien s"', '"AT&T"', '"at t"'],
    misses: ['obrien'],
  },
  {
    text: '38.101 co2 1,284',
    finds: ['38.101', '"38 101"', 'co2', '"1 284"'],
    misses: ['38101', 'co', '1284'],
  },
  { text: '美國總統大選', finds: ['大選', '美國', '總統大選', '總 % 大'], misses: ['大國', '選大'] },
  {
    text: '東京のニュース 서울시 한국어',
    finds: ['東京', 'ニュース', '서울시', '한국어', '서울*', '한국*'],
    misses: ['京東', '서울'],
  },
  { text: 'صحيفة اليوم', finds: ['صحيفة', 'اليوم', 'صحيفة اليوم', 'صحي*'], misses: ['اليوم صحيفة'] },
  { text: 'עיתון הבוקר', finds: ['עיתון', 'עיתון הבוקר'], misses: ['הבוקר עיתון'] },
  { text: 'हिन्दी समाचार', finds: ['हिन्दी', 'समाचार'], misses: ['हिन'] },
  {
    text: 'Good 🙂 news 👩‍👧 today',
    finds: ['good news', 'news today', 'good adj2 today'],
    misses: ['good today'],
  },
  { text: 'Москва Ёлка', finds: ['москва', 'МОСКВА', 'ёлка', 'елка'], misses: ['моск'] },
];

/** The part of the contract that speaks of letters of all kinds: the engine and core's matcher say the same of each. */
export function testScripts({ archive, dated, idsOf }: Tools): void {
  describe('case, accents, hyphens, apostrophes, digits, emoji, scripts with and without spaces', () => {
    test('are found as the language says, by the engine and by the matcher', {
      timeout: 120_000,
    }, async () => {
      const store = await archive();
      const given = cases.map(({ text }, index) =>
        dated(index, '2017-04-08', { headline: '', body: [{ kind: 'text', text }] }),
      );
      await store.put(given);
      for (const [index, { finds, misses }] of cases.entries()) {
        const article = given[index] as Article;
        for (const [text, expected] of [
          ...finds.map((text) => [text, true] as const),
          ...misses.map((text) => [text, false] as const),
        ]) {
          const parsed = parseQuery(text);
          if (!parsed.ok) throw new Error(`${text}: ${parsed.problems[0]?.message}`);
          const isFound = (await idsOf(store, text)).includes(article.id);
          expect([text, isFound, match(parsed.query, article)]).toEqual([text, expected, expected]);
        }
      }
    });
  });
}
