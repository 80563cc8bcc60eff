import { expect, it } from 'vitest';
import { withAddresses } from './addresses.ts';
import { readCodes } from './codes.ts';
import { languageCode } from './languages.ts';
import { splitLinks } from './links.ts';
import { readByline } from './names.ts';
import { countWords } from './survey.ts';

it('reads codes with names, with empty names, and bare', () => {
  expect(readCodes('norw : Norway | lam :  | lamz : Latin America')).toEqual([
    { code: 'norw', name: 'Norway' },
    { code: 'lam' },
    { code: 'lamz', name: 'Latin America' },
  ]);
  expect(readCodes("Pulp | production'sp'level | 2600000")).toEqual([
    { code: 'Pulp' },
    { code: "production'sp'level" },
    { code: '2600000' },
  ]);
  expect(readCodes('c1 : Mills | Boards : a study | c2 : B')).toEqual([
    { code: 'c1', name: 'Mills' },
    { code: 'Boards', name: 'a study' },
    { code: 'c2', name: 'B' },
  ]);
  expect(readCodes('')).toEqual([]);
});

it.each([
  ['By Ada Lind', ['Ada Lind']],
  ['Von Ada Lind und Bo Kern', ['Ada Lind', 'Bo Kern']],
  ['By Ada Lind;Bo Kern;Cy Holm', ['Ada Lind', 'Bo Kern', 'Cy Holm']],
  ['Par Ada Lind et Bo Kern', ['Ada Lind', 'Bo Kern']],
  ['By Ada Lind, Bo Kern and Cy Holm', ['Ada Lind', 'Bo Kern', 'Cy Holm']],
  ['Por Ada Lind y Bo Kern', ['Ada Lind', 'Bo Kern']],
  ['Ada Lind / Bo Kern', ['Ada Lind', 'Bo Kern']],
  ['By Manuel Orr.', ['Manuel Orr']],
  ['卢品', ['卢品']],
  ['记者 王小明', ['王小明']],
  ['王小明、李四', ['王小明', '李四']],
  ['홍길동 기자', ['홍길동']],
  ['Da Ada Lind', ['Ada Lind']],
  ['Di Ada Lind e Bo Kern', ['Ada Lind', 'Bo Kern']],
  ['Door Ada Lind en Bo Kern', ['Ada Lind', 'Bo Kern']],
  ['De Ada Lind', ['Ada Lind']],
  ['De Vries', ['De Vries']],
  ['De la Cruz Ana', ['De la Cruz Ana']],
  ['Od Ady Lind', ['Ady Lind']],
  ['Av Ada Lind och Bo Kern', ['Ada Lind', 'Bo Kern']],
  ['Ада Линд и Бо Керн', ['Ада Линд', 'Бо Керн']],
  ['Von Ursula von der Leyen', ['Ursula von der Leyen']],
  ['Por José Ortega y Gasset', ['José Ortega y Gasset']],
  ['Por Ana de la Cruz y Bo Kern', ['Ana de la Cruz', 'Bo Kern']],
  ['BY ADA LIND AND BO KERN', ['ADA LIND', 'BO KERN']],
  ['By J.R.R. Kern, A. Lind', ['J.R.R. Kern', 'A. Lind']],
  ['By Ada Lind|Bo Kern', ['Ada Lind', 'Bo Kern']],
  ['By Ada Lind/Bo Kern', ['Ada Lind', 'Bo Kern']],
  ['By Ada Lind, Jr.', ['Ada Lind, Jr.']],
  ['By Ada Lind, Reuters', ['Ada Lind']],
  ['Von Ada Lind\nund Bo Kern', ['Ada Lind', 'Bo Kern']],
  ['ADA LIND\nBO KERN', ['ADA LIND', 'BO KERN']],
  ['By ADA LIND.', ['ADA LIND']],
  ['Ada Lind, con Bo Kern en Lima y Cy Holm en Quito', ['Ada Lind', 'Bo Kern', 'Cy Holm']],
  ['VON ADA LIND(Texte und Bilder)', ['ADA LIND']],
  ['Por Rui da Silva e Lia dos Santos', ['Rui da Silva', 'Lia dos Santos']],
  ['Por Ana Ruiz, Juan Gil y José de la Peña', ['Ana Ruiz', 'Juan Gil', 'José de la Peña']],
  ['di Paolo Conti e Maria della Torre', ['Paolo Conti', 'Maria della Torre']],
  ["Door Jan van Dijk en Tom van 't Hof", ['Jan van Dijk', "Tom van 't Hof"]],
  ['Por Rui da Silva e Sousa', ['Rui da Silva e Sousa']],
  ['Ramón Gómez y Gasset, Madrid', ['Ramón Gómez y Gasset']],
  ['By Ada Lind (@adalind) and Bo Kern (@bo_kern)', ['Ada Lind', 'Bo Kern']],
  ['De nos envoyés spéciaux Ada Lind et Bo Kern', ['Ada Lind', 'Bo Kern']],
  ['De notre envoyé spécial à Rome, Ada Lind', ['Ada Lind']],
  ['De notre correspondant à Rome Ada Lind', ['Ada Lind']],
  ['De notre envoyée spéciale à Rome Ada Lind', ['Ada Lind']],
  ['De notre correspondante à New York Ada Lind et Bo Kern', ['Ada Lind', 'Bo Kern']],
  ['Tekst: Ada Lind', ['Ada Lind']],
  ['By Ada Lind with additional reporting by Bo Kern', ['Ada Lind', 'Bo Kern']],
  ['By Ada Lind and Others', ['Ada Lind']],
  ['LIND, Ada', ['LIND, Ada']],
  ['Ada Lind / Bo Kern / Cy Holm', ['Ada Lind', 'Bo Kern', 'Cy Holm']],
  ['By Duke of Harbour', ['Duke of Harbour']],
  ['By Staff Writer', []],
  ['Von unserem Korrespondenten', []],
  ['AP', []],
  ['', []],
])('reads the authors of %j', (byline, names) => {
  expect(readByline(byline).authors.map(({ name }) => name)).toEqual(names);
});

it('sets titles apart and finds the address in the contact line', () => {
  const { authors } = readByline('By Ada Lind, Staff Writer');
  expect(authors).toEqual([{ name: 'Ada Lind', role: 'Staff Writer' }]);
  expect(withAddresses(authors, ['Write to Ada Lind at ada.lind@example.org and desk@example.org'])).toEqual([
    { name: 'Ada Lind', role: 'Staff Writer', email: 'ada.lind@example.org' },
  ]);
});

it.each([
  ['By Ada Lind in Berlin', { authors: [{ name: 'Ada Lind', role: 'in Berlin' }] }],
  [
    'By Ada Lind in Berlin and Bo Kern in Paris',
    {
      authors: [
        { name: 'Ada Lind', role: 'in Berlin' },
        { name: 'Bo Kern', role: 'in Paris' },
      ],
    },
  ],
  ['By Ada Lind, Chief Economist', { authors: [{ name: 'Ada Lind', role: 'Chief Economist' }] }],
  ['By Ada Lind (Political Editor)', { authors: [{ name: 'Ada Lind', role: 'Political Editor' }] }],
  [
    'By Ada Lind, Bo Kern, Staff Writers',
    { authors: [{ name: 'Ada Lind' }, { name: 'Bo Kern', role: 'Staff Writers' }] },
  ],
  ['By ADA LIND, Associated Press', { authors: [{ name: 'ADA LIND' }], agency: 'Associated Press' }],
  ['Von Ada Lind (dpa)', { authors: [{ name: 'Ada Lind' }], agency: 'dpa' }],
  ['jso/dpa', { authors: [{ name: 'jso' }], agency: 'dpa' }],
  ['dpa/AFP', { authors: [], agency: 'dpa, AFP' }],
  ['Reuters', { authors: [], agency: 'Reuters' }],
  ['By Ada Lind ada@example.org', { authors: [{ name: 'Ada Lind', email: 'ada@example.org' }] }],
  ['Ada Lind; lind@example.org', { authors: [{ name: 'Ada Lind', email: 'lind@example.org' }] }],
  [
    'By Ada Lind Chief Political Correspondent',
    { authors: [{ name: 'Ada Lind', role: 'Chief Political Correspondent' }] },
  ],
  ['Ada Lind Fisheries Editor', { authors: [{ name: 'Ada Lind', role: 'Fisheries Editor' }] }],
  ['ADA B. LIND HEALTH EDITOR', { authors: [{ name: 'ADA B. LIND', role: 'HEALTH EDITOR' }] }],
  ['Political Editor Ada Lind', { authors: [{ name: 'Ada Lind', role: 'Political Editor' }] }],
  ['By Ada Lind Globe Staff', { authors: [{ name: 'Ada Lind', role: 'Globe Staff' }] }],
  ['Los Angeles Times Staff Writer', { authors: [] }],
  ['Staff Reporter of The Wall Street Journal', { authors: [] }],
  [
    'By ADA LIND and BO KERN Associated Press',
    { authors: [{ name: 'ADA LIND' }, { name: 'BO KERN' }], agency: 'Associated Press' },
  ],
  ['Par Ada Lind (avec AFP)', { authors: [{ name: 'Ada Lind' }], agency: 'AFP' }],
  ['Ada Lind and agencies', { authors: [{ name: 'Ada Lind' }], agency: 'agencies' }],
  ['Exclusive by Ada Lind', { authors: [{ name: 'Ada Lind' }] }],
  ['Interview: Ada Lind', { authors: [{ name: 'Ada Lind' }] }],
  ['Aufgezeichnet von Ada Lind', { authors: [{ name: 'Ada Lind' }] }],
  ['By Ada Lind / The Harbour Post', { authors: [{ name: 'Ada Lind', role: 'The Harbour Post' }] }],
  [
    'ADA LIND; Bo Kern contributed reporting',
    { authors: [{ name: 'ADA LIND' }, { name: 'Bo Kern', role: 'contributed reporting' }] },
  ],
  ['홍길동 기자 hong@example.org', { authors: [{ name: '홍길동', email: 'hong@example.org' }] }],
  [
    'By Ada Lind and Bo Kern Of DOW JONES NEWSWIRES',
    { authors: [{ name: 'Ada Lind' }, { name: 'Bo Kern' }], agency: 'DOW JONES NEWSWIRES' },
  ],
  ['By Ada Lind Of DOW JONES NEWSWIRES', { authors: [{ name: 'Ada Lind' }], agency: 'DOW JONES NEWSWIRES' }],
  ['ADA LIND / MADRID', { authors: [{ name: 'ADA LIND', role: 'MADRID' }] }],
  ['Ada Lind / AFP', { authors: [{ name: 'Ada Lind' }], agency: 'AFP' }],
  [
    'Ada Lind, Chief Economist, Herald Bank',
    { authors: [{ name: 'Ada Lind', role: 'Chief Economist, Herald Bank' }] },
  ],
  [
    'Ada Lind, Editor, Bo Kern, Reporter',
    {
      authors: [
        { name: 'Ada Lind', role: 'Editor' },
        { name: 'Bo Kern', role: 'Reporter' },
      ],
    },
  ],
  ['Por Ana Ruiz en Madrid', { authors: [{ name: 'Ana Ruiz', role: 'en Madrid' }] }],
])('sets apart what is no name in %j', (byline, signed) => {
  expect(readByline(byline)).toEqual(signed);
});

it('finds addresses without the accents of the name', () => {
  expect(withAddresses([{ name: 'José Núñez' }], ['jnunez@example.org'])).toEqual([
    { name: 'José Núñez', email: 'jnunez@example.org' },
  ]);
});

it.each([
  ['English', 'en'],
  ['Englisch', 'en'],
  ['Français', 'fr'],
  ['德文', 'de'],
  ['中文(繁體)', 'zh-Hant'],
  ['Chinese (Simplified)', 'zh-Hans'],
  ['Chinese - Traditional', 'zh-Hant'],
  ['Slovene', 'sl'],
  ['Norwegian Bokmål', 'no'],
  ['Serbian - Latin', 'sr'],
  ['Китайский (упрощенный)', 'zh-Hans'],
  ['немецкий', 'de'],
  ['ドイツ語', 'de'],
  ['독일어', 'de'],
  ['Klingonisch', undefined],
])('knows the language %s', (name, code) => {
  expect(languageCode(name)).toBe(code);
});

it('turns printed links into data', () => {
  expect(splitLinks('see www.example.org[http://www.example.org/a] and [not a link]')).toEqual({
    text: 'see www.example.org and [not a link]',
    links: [{ text: 'www.example.org', url: 'http://www.example.org/a' }],
  });
});

it.each([
  ['The harbour – at 5 p.m. – re-opened.', 8],
  ['It’s 1.5 metres', 5],
  ['क्षेत्र \u{20000}\u{20001} a\ud800b', 5],
  ['', 0],
  ['特朗普宣佈', 5],
  ['NBA 比赛', 3],
  ['  two\u00a0words ', 2],
])('counts the words of %j', (text, words) => {
  expect(countWords(text)).toBe(words);
});
