import { expect, it } from 'vitest';
import { languageCode } from './languages.ts';

/** Languages of the vendor's sources. */
const sourceLanguages =
  'ar bg ca zh-Hans zh-Hant hr cs da nl en et fi nl-BE fr de el he hu id it ja ko lv lt ms no fa pl pt pt-BR ro ru sr sk sl es sv fil th tr uk vi'.split(
    ' ',
  );
/** Languages of the vendor's pages. */
const interfaceLanguages = 'en de fr es it pt nl ru ja ko zh zh-Hant'.split(' ');

// The table was made from CLDR and is checked by the names the runtime has of its own.
it.each(interfaceLanguages)('knows every language of the sources by its name in %s', (language) => {
  const unknown: string[] = [];
  for (const style of ['dialect', 'standard'] as const) {
    const names = new Intl.DisplayNames(language, { type: 'language', languageDisplay: style });
    for (const code of sourceLanguages) {
      const name = names.of(code) ?? '';
      if (languageCode(name) !== code) unknown.push(`${code}: ${name} is ${languageCode(name)}`);
    }
  }
  expect(unknown).toEqual([]);
});

it.each([
  ['Flemish', 'nl-BE'],
  ['Portuguese (Brazil)', 'pt-BR'],
  ['Chinese - Simplified', 'zh-Hans'],
  ['Chinese - Traditional', 'zh-Hant'],
  ['Chinese', 'zh'],
  ['Norwegian Bokmål', 'no'],
  ['Bahasa Indonesia', 'id'],
  ['Farsi', 'fa'],
  ['Tagalog', 'fil'],
  ['Castilian', 'es'],
  ['العربية', 'ar'],
  ['עברית', 'he'],
  ['荷兰文', 'nl'],
  ['斯洛文尼亚文', 'sl'],
  ['葡萄牙文（巴西）', 'pt-BR'],
  ['荷兰文（比利时）', 'nl-BE'],
  ['波蘭語', 'pl'],
  ['\u200fالعربية\u200f', 'ar'],
  ['\u2067עברית\u2069', 'he'],
  ['\u202aEnglish\u202c', 'en'],
  ['The Harbour Post', undefined],
  ['论文', undefined],
  ['HARB', undefined],
  ['', undefined],
])('takes %j for %s', (name, code) => {
  expect(languageCode(name)).toBe(code);
});
