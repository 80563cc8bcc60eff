import { expect, it } from 'vitest';
import { readByline } from './names.ts';

const ada = 'Ada Lind';

it.each([
  ['Ada Lind -- Staff Writer', [{ name: ada, role: 'Staff Writer' }], undefined],
  ['Ada Lind | Staff Writer', [{ name: ada, role: 'Staff Writer' }], undefined],
  ['Ada Lind | Harbour Post', [{ name: ada, role: 'Harbour Post' }], undefined],
  ['Ada Lind | Reuters', [{ name: ada }], 'Reuters'],
  ['Ada Lind | Bo Kern', [{ name: ada }, { name: 'Bo Kern' }], undefined],
  ['For the Inquirer', [], undefined],
  ['By Ada Lind For the Inquirer', [{ name: ada, role: 'For the Inquirer' }], undefined],
  ['By Ada Lind, For the Inquirer', [{ name: ada, role: 'For the Inquirer' }], undefined],
  ['For The Associated Press', [], 'The Associated Press'],
  ['By Ada Lind The Harbour Post', [{ name: ada, role: 'The Harbour Post' }], undefined],
  ['By Ada Ford', [{ name: 'Ada Ford' }], undefined],
  ['Emily Post; Ada Star', [{ name: 'Emily Post' }, { name: 'Ada Star' }], undefined],
  ['By Ada Lind CNN', [{ name: ada }], 'CNN'],
  ['ADA PAP', [{ name: 'ADA PAP' }], undefined],
  ['ADA LIND Madrid', [{ name: 'ADA LIND', role: 'Madrid' }], undefined],
  ['De São Paulo', [], undefined],
  [
    'By ADA LIND; Bo Kern reported from Paris.',
    [{ name: 'ADA LIND' }, { name: 'Bo Kern', role: 'reported from Paris' }],
    undefined,
  ],
  [
    'By ADA LIND. Bo Kern contributed research.',
    [{ name: 'ADA LIND' }, { name: 'Bo Kern', role: 'contributed research' }],
    undefined,
  ],
  ['By Ada Lind et al', [{ name: ada }], undefined],
  ['Lind et al.', [{ name: 'Lind' }], undefined],
  ['Anonymous', [], undefined],
  ['Ada Lind y EFE', [{ name: ada }], 'EFE'],
  ['Agencia EFE', [], 'Agencia EFE'],
  ['Ein Kommentar von Ada Lind', [{ name: ada }], undefined],
  ['Text: Ada Lind Foto: Bo Kern', [{ name: ada }, { name: 'Bo Kern' }], undefined],
  ['Texte Ada Lind, photos Bo Kern', [{ name: ada }, { name: 'Bo Kern' }], undefined],
  ['Texto y fotos: Ada Lind', [{ name: ada }], undefined],
  ['Haber: Ada Lind', [{ name: ada }], undefined],
  ['By Ada Lind, CNN Business', [{ name: ada }], 'CNN Business'],
  ['Special to The Harbour Post by Ada Lind', [{ name: ada }], undefined],
  ['--With assistance from Ada Lind and Bo Kern.', [{ name: ada }, { name: 'Bo Kern' }], undefined],
  ['Paris Lind', [{ name: 'Paris Lind' }], undefined],
  ['JACK LONDON', [{ name: 'JACK LONDON' }], undefined],
  ['Подготовила Ада Линд', [{ name: 'Ада Линд' }], undefined],
])('reads %j', (byline, authors, agency) => {
  expect(readByline(byline)).toEqual({ authors, ...(agency && { agency }) });
});

it.each([
  'ET Bureau',
  'ET Online',
  'Our Bureau',
  'News Desk',
  'Express News Service',
  'Harbour Welt Online',
  'Redacción Deportes',
  'TNN',
  'Redaktion',
  'La rédaction',
  'Redacción',
  'Da Redação',
])('takes the desk %j for no person', (byline) => {
  expect(readByline(byline)).toEqual({ authors: [], agency: byline });
});

it.each([
  'Abi-Habib, Maria',
  'Lind, Ada',
  'LIND, ADA',
  'Lind, Ada B.',
  "O'Brien, Pat",
  'van der Berg, Jan',
  'De la Cruz, Ana María',
])('keeps the name as an index has it: %j', (name) => {
  expect(readByline(`By ${name}`)).toEqual({ authors: [{ name }] });
  expect(readByline(`${name}; Bo Kern`)).toEqual({ authors: [{ name }, { name: 'Bo Kern' }] });
});

it.each([
  ['Ada Lind, London', [{ name: ada, role: 'London' }]],
  ['Ada Lind, Reuters', [{ name: ada }]],
  ['Ada Lind, Bo Kern', [{ name: ada }, { name: 'Bo Kern' }]],
  ['Ada Lind, Editor', [{ name: ada, role: 'Editor' }]],
])('takes no other comma for that of an index: %j', (byline, authors) => {
  expect(readByline(byline).authors).toEqual(authors);
});

const email = 'ada.lind@example.org';

it.each([
  `Ada Lind ${email}`,
  `Ada Lind - ${email}`,
  `Ada Lind | ${email}`,
  `By Ada Lind, ${email}`,
  `Ada Lind <${email}>`,
  `Ada Lind (${email})`,
  `Ada Lind E-mail: ${email}`,
  `Ada Lind\n${email}`,
])('reads the address of %j', (byline) => {
  expect(readByline(byline)).toEqual({ authors: [{ name: ada, email }] });
});

it('gives each of two authors the address with the own name', () => {
  expect(readByline('By Ada Lind and Bo Kern lind@example.org kern@example.org').authors).toEqual([
    { name: ada, email: 'lind@example.org' },
    { name: 'Bo Kern', email: 'kern@example.org' },
  ]);
});

it.each([
  ['김철수 기자', [['김철수']]],
  ['김철수·이영희 기자', [['김철수'], ['이영희']]],
  ['김철수 이영희 기자', [['김철수'], ['이영희']]],
  ['김철수 특파원', [['김철수', '특파원']]],
  ['베이징=김철수 특파원', [['김철수', '베이징 특파원']]],
  ['记者 王芳', [['王芳']]],
  ['本报记者李明', [['李明']]],
  ['本报记者 李明 王芳', [['李明'], ['王芳']]],
  ['本报记者 李明 发自北京', [['李明', '北京']]],
  ['本报驻柏林记者 王芳', [['王芳', '柏林']]],
  ['记者李明 通讯员王芳', [['李明'], ['王芳', '通讯员']]],
  ['特约记者 李明', [['李明', '特约记者']]],
  ['記者王芳／台北報導', [['王芳', '台北']]],
  ['【記者王芳台北報導】', [['王芳', '台北']]],
  ['文/李明', [['李明']]],
  ['作者：李明', [['李明']]],
  ['李明/编辑', [['李明', '编辑']]],
  ['玛丽·李', [['玛丽·李']]],
  ['山田太郎', [['山田太郎']]],
  ['山田 太郎', [['山田 太郎']]],
  ['山田太郎記者', [['山田太郎']]],
  ['【ロンドン=山田太郎】', [['山田太郎', 'ロンドン']]],
  ['ロンドン支局長 山田太郎', [['山田太郎', 'ロンドン 支局長']]],
  ['編集委員 山田太郎', [['山田太郎', '編集委員']]],
  ['文・山田太郎', [['山田太郎']]],
  ['ジョン・スミス', [['ジョン・スミス']]],
])('reads the Eastern byline %j', (byline, people: string[][]) => {
  expect(readByline(byline).authors.map(({ name, role }) => [name, ...(role ? [role] : [])])).toEqual(people);
});

it('takes the house of an Eastern byline for an agency', () => {
  expect(readByline('[서울=뉴시스] 김철수 기자')).toEqual({
    authors: [{ name: '김철수', role: '서울' }],
    agency: '뉴시스',
  });
  expect(readByline('新华社记者李明')).toEqual({ authors: [{ name: '李明' }], agency: '新华社' });
});

it.each<[string, string[], string?]>([
  ['ada.lind@harbour.example', ['ada.lind@harbour.example']],
  ['By ada.lind@harbour.example', ['ada.lind@harbour.example']],
  ['E-mail: <ada.lind@harbour.example>', ['ada.lind@harbour.example']],
  ['ada@harbour.example, bo@harbour.example', ['ada@harbour.example', 'bo@harbour.example']],
  ['Reuters, desk@harbour.example', [], 'Reuters'],
  ['(AFP)', [], 'AFP'],
  ['By Associated Press Writer', [], 'Associated Press'],
  ['AP Sports Writer', [], 'AP'],
  ['Staff Writer desk@harbour.example', []],
])('reads the byline %j that names nobody', (byline, addresses, agency) => {
  const authors = addresses.map((email) => ({ name: email, email }));
  expect(readByline(byline)).toEqual({ authors, ...(agency && { agency }) });
});
