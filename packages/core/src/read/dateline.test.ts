import { expect, it } from 'vitest';
import { findDateline } from './dateline.ts';

const place = (text: string) => findDateline([{ kind: 'text', text }]);

it.each([
  ['DUBAI—Following the vote', 'DUBAI'],
  ['DUBAI — Following the vote', 'DUBAI'],
  ['DUBAI - Following the vote', 'DUBAI'],
  ['WASHINGTON (AP) — Lawmakers met', 'WASHINGTON'],
  ['WASHINGTON D.C. – Lawmakers met', 'WASHINGTON D.C.'],
  ['BERN. – Der Rat', 'BERN'],
  ['BERLIN, 3. Mai (Reuters) - Der Rat', 'BERLIN'],
  ['PARIS (Agefi-Dow Jones)--Le conseil', 'PARIS'],
  ['TOULOUSE (France), 3 mai 2019 (AFP) - Le conseil', 'TOULOUSE'],
  ['Aix (Provence), 3 mai (AFP) - Le conseil', 'Aix'],
  ['NEW\u00a0YORK,\u00a0May\u00a03\u00a0(Reuters)\u00a0-\u00a0The council', 'NEW YORK'],
  ['LONDON/NEW YORK, April 8 - The council', 'LONDON/NEW YORK'],
  ['LONDON, April 8 (Reuters) - the council', 'LONDON'],
  ['SAN FRANCISCO, Calif. -- The council', 'SAN FRANCISCO'],
  ['ST. LOUIS (AP) _ The council', 'ST. LOUIS'],
  ['SÃO PAULO – O conselho', 'SÃO PAULO'],
  ['МОСКВА, 8 апр - РИА Новости. Совет', 'МОСКВА'],
  ['Berlin (dpa) - Der Rat tagte', 'Berlin'],
  ['Frankfurt/Main (dpa/lhe) – Der Rat', 'Frankfurt/Main'],
  ['Paris, 3 mai (AFP) - Le conseil', 'Paris'],
  ['新华社北京4月8日电 理事会', '北京'],
  ['本报上海讯 理事会', '上海'],
  ['【ロンドン共同】評議会は', 'ロンドン'],
  ['［東京　１日　ロイター］ - 評議会は', '東京'],
  ['MOSCOW. April 8 (Interfax) - The council', 'MOSCOW'],
  ['MOSCOW, April 8. /TASS/. The council', 'MOSCOW'],
  ['МОСКВА, 8 апреля. /ТАСС/. Совет', 'МОСКВА'],
  ['NEW YORK, NY / ACCESSWIRE / April 8, 2017 / The council', 'NEW YORK'],
  ['(ANSA) - ROMA, 8 APR - Il consiglio', 'ROMA'],
  ['Madrid, 8 abr (EFE).- El consejo', 'Madrid'],
  ['THE HAGUE (AFP) -The council', 'THE HAGUE'],
  ['HAMBURG taz | Der Rat', 'HAMBURG'],
  ['Bern. – Der Rat tagte', 'Bern'],
  ['Stockholm (TT) Rådet', 'Stockholm'],
  ['New Delhi, April 8 (IANS) The council', 'New Delhi'],
  ['Islamabad, April 8 (Online): The council', 'Islamabad'],
  ['路透伦敦4月8日 - 理事会', '伦敦'],
  ['(서울=연합뉴스) 홍길동 기자 = 의회는', '서울'],
  ['BRUSSELS -(Dow Jones)- The council', 'BRUSSELS'],
  ['新华社北京４月８日电 理事会', '北京'],
  ['中新网北京4月8日电 理事会', '北京'],
  ['OSLO (NTB): Rådet', 'OSLO'],
  ['Oslo (NTB): Rådet', 'Oslo'],
  ['MADRID 8 Abr. (EUROPA PRESS) - El consejo', 'MADRID'],
  ['Москва. 8 апреля. INTERFAX.RU - Совет', 'Москва'],
  ['Apr. 8--SPRINGFIELD -- The council', 'SPRINGFIELD'],
  ['Apr. 8—SPRINGFIELD — The council', 'SPRINGFIELD'],
  ['DUBAI—ollowing the vote', 'DUBAI'],
  ['Dubai - Efforts by the council', 'Dubai'],
  ['Belgrade, 22nd March: The council', 'Belgrade'],
  ['Berlin, 3. Mai: Der Rat', 'Berlin'],
  ['Medan, N Sumatra, March 13 (ANTARA) - The council', 'Medan'],
  ['SYDNEY, May 1 AAP - The council', 'SYDNEY'],
  ['WASHINGTON, 17 (Reuters/EP)', 'WASHINGTON'],
  ['(Adds details of the vote in the second paragraph) LONDON, April 8 (Reuters) - The council', 'LONDON'],
  ['By Ada Lind LONDON, April 8 (Reuters) - The council', 'LONDON'],
  ['TORONTO--(BUSINESS WIRE)--The council', 'TORONTO'],
  ['LONDON, April 8, 2017 /PRNewswire/ -- The council', 'LONDON'],
  ['NEW YORK, April 08, 2017 (GLOBE NEWSWIRE) -- The council', 'NEW YORK'],
  ['SÃO PAULO, SP (FOLHAPRESS) - O conselho', 'SÃO PAULO'],
  ['Roma, 3 mag. - (Adnkronos) - Il consiglio', 'Roma'],
  ['Ciudad de México, 8 abr (EFE).- El consejo', 'Ciudad de México'],
  ['ULM – Der Rat tagte', 'ULM'],
  ['人民网北京4月8日电 理事会', '北京'],
  ['据新华社柏林4月8日电 理事会', '柏林'],
  ['本报记者 王芳 北京报道 理事会', '北京'],
  ['〔記者王芳／台北報導〕議會', '台北'],
  ['（中央社記者王芳台北8日電）議會', '台北'],
  ['［ベルリン＝共同］評議会は', 'ベルリン'],
  ['Geneva, May 11 : The council', 'Geneva'],
  ['Harare -- The council', 'Harare'],
  ['Düsseldorf. Die Regierung hat', 'Düsseldorf'],
  ['BERLIN. Die Regierung hat', 'BERLIN'],
  ['Berlin/Osterby. Die Regierung hat', 'Berlin/Osterby'],
  ['AUGUSTA, Ga., March 20 - The council', 'AUGUSTA'],
  ['La Habana, 11 may (Prensa Latina) El consejo', 'La Habana'],
  ['THE HAGUE — The council', 'THE HAGUE'],
])('finds the place of %j', (text, expected) => {
  expect(place(text)).toBe(expected);
});

it.each([
  'ADA LIND, CNN ANCHOR: Good evening -- we begin with the ferry',
  'LIND: No -- we did not',
  'LIND (voice-over): No',
  'AND/OR/BUT the council',
  'The Council (PTI) met',
  'Nein. – das',
  'Acme Corp (ACME) The council',
  'NATO - the alliance met',
  'NATO — The alliance met',
  'UPDATE - The alliance met',
  'The council - and the ferry - met',
  'A - B',
  'A-Z — The council met',
  'U.S. — The council met',
  'Apr. 8--The council met',
  'The council (and others) met - twice',
  'Merkel – Die Kanzlerin sprach',
  'Die SPD – und mit ihr die CDU – tagte',
  'Seit 2010 – und vorher – war es so',
  'IBM - said on Monday',
  'IBM — the company said',
  'IBM — The company said',
  'KRUPP—the company said',
  'BREAKING NEWS — The council met',
  'Monday, April 8 - The council met',
  'Samstag, 8. April: Der Rat tagt',
  'April 8: The council met',
  'London - once the greatest of ports - is poor',
  'London – Paris – Rome',
  'Harbour - The council met',
  'Skicross. – Der Rat tagte',
  'Meanwhile, 8-10 - the council met',
  'Ada Lind (1943 - 2012) - She built the ferry',
  '[사진=연합뉴스] 의회는',
  'Berlin - Hamburg 2:1',
  'A. Lind (SPD) - Der Rat tagte',
  'Ada Lind (FDP), 48, - Der Rat tagte',
  'Ada Lind, 48, - the mayor',
  'ROUND ONE — Lind beat Kern',
  'THE FERRY — The new boat sails',
  'MONDAY, May 11 — The council meets',
  'Osterby. Die Stadt',
  'In Berlin, Raum 3: Der Rat',
  '【评论】理事会',
  '(사진) 의회는',
  '',
])('finds no place in %j', (text) => {
  expect(place(text)).toBeUndefined();
});

it.each([
  ['NEW DELHI', 'NEW DELHI: The council met.'],
  ['KUALA LUMPUR', 'KUALA LUMPUR, April 8: The council met.'],
  ['KARACHI', 'KARACHI: “We met,” the council said.'],
  [undefined, 'FOOTBALL: The council’s team won.'],
  [undefined, 'RUGBY UNION: The council’s team won.'],
  [undefined, 'PRESS RELEASE: The council met.'],
  [undefined, 'WHAT’S HAPPENING: The council met.'],
  [undefined, 'UN: The council met.'],
  [undefined, 'Harbour: The council met.'],
  [undefined, 'THE FERRY IS LATE AGAIN: The council met.'],
])('finds %j before the colon of %j', (expected, text) => {
  expect(findDateline([text, 'It voted.'].map((text) => ({ kind: 'text', text })))).toBe(expected);
});

it.each([
  [undefined, 'HOLM AND CO, LIND INC. — The two agreed to merge.'],
  [undefined, 'HARBOUR BANK PLC, LIND CORP. -- The two agreed to merge.'],
  [undefined, 'LIND GMBH — Der Rat tagte.'],
  [undefined, 'HOLM SA - Le conseil a voté.'],
  [undefined, 'Lind AG (Bootsbau) - Der Rat tagte.'],
  [undefined, 'HOLM CO.: The ferry yard closes.'],
  ['DENVER', 'DENVER, CO — The council met.'],
  ['LAS VEGAS', 'LAS VEGAS, NV -- The council met.'],
  ['ADELAIDE', 'ADELAIDE, SA — The council met.'],
  ['SPRINGFIELD', 'SPRINGFIELD, Ill. — The council met.'],
])('finds %j and no company at the start of %j', (expected, text) => {
  expect(findDateline([text, 'It voted.'].map((text) => ({ kind: 'text', text })))).toBe(expected);
});

it.each([[['BEN HOLM (voice-over): The council met.']], [['It met.', 'HOLM: Good evening.']], [[]]])(
  'takes no speaker before a colon for a place: %j',
  (others) => {
    const body = ['LIND: Good evening.', ...others].map((text) => ({ kind: 'text' as const, text }));
    expect(findDateline(body)).toBeUndefined();
  },
);

const prose = 'The council met on Monday and put off the vote on the ferry until the spring of next year.';
const dateline = 'LONDON, April 8 (Reuters) - The council met.';

it.each([
  ['LONDON', ['By Ada Lind', dateline]],
  ['LONDON', ['Von Ada Lind und Bo Kern', dateline]],
  ['LONDON', ['Ada Lind', dateline]],
  ['LONDON', ['Ferry put off', dateline]],
  ['LONDON', ['(Adds details)', '* Council meets', 'By Ada Lind', dateline]],
  ['LONDON', ['(c) 2017 The Harbour Post', dateline]],
  ['LONDON', ['Corrects the sixth paragraph', 'Ada Lind', 'LONDON - The council met.']],
  ['LONDON', [prose, dateline]],
  ['LONDON', [prose, 'LONDON — The council met.', prose]],
  ['London', [prose, 'London. – The council met.', prose]],
  ['Pjöngjang', [prose, 'Pjöngjang (AP) - Der Rat tagte.']],
  ['NEW DELHI', ['By Ada Lind', 'NEW DELHI: The council met.', prose]],
  [undefined, [prose, prose, 'LONDON — The council met.']],
  [undefined, [prose, prose, prose, prose, dateline]],
  // Items of a roundup have a place each.
  [undefined, [prose, dateline, 'PARIS, April 8 (Reuters) - The council met.']],
  [undefined, [prose, 'WINDS — The ferry', 'WAVES — The ferry']],
  [undefined, [prose, 'NEW DELHI: The council met.']],
  [undefined, [prose, 'Skicross. – Der Rat tagte.']],
  [undefined, [prose, 'Berlin. Die Stadt schlief.']],
])('finds %j behind what stands before it', (expected, texts: string[]) => {
  expect(findDateline(texts.map((text) => ({ kind: 'text', text })))).toBe(expected);
});

it.each(['caption', 'heading', 'correction', 'note', 'contact', 'list'] as const)(
  'finds the place behind a %s',
  (kind) => {
    const body = [
      { kind, text: prose },
      { kind: 'text' as const, text: 'LONDON — The council met.' },
    ];
    expect(findDateline(body)).toBe('LONDON');
  },
);
