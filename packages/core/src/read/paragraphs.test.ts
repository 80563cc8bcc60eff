import { expect, it } from 'vitest';
import { readParagraphs } from './paragraphs.ts';

const prose =
  'The council met on Monday and put off the vote on the ferry until the spring of next year, when it meets in the new harbour.';

/** The kinds of lines between two paragraphs of running text. */
const kindsOf = (...lines: string[]) =>
  readParagraphs({
    fields: new Map(),
    raw: [],
    kind: 'article',
    text: [prose, ...lines, prose].map((text) => ({ text })),
  })
    .slice(1, -1)
    .map(({ kind }) => kind);

it.each([
  ['PHOTO: The ferry (PHOTOGRAPH BY ADA LIND)', 'caption'],
  ['(Photo: Ada Lind)', 'caption'],
  ['PICTURE; CAPTION: The ferry', 'caption'],
  ['Credit: ADA LIND; STAFF WRITER', 'caption'],
  ['Infographic: ferries by year', 'caption'],
  ['Bilder: Ada Lind', 'caption'],
  ['Fotos: Ada Lind', 'caption'],
  ['Vídeo: el transbordador', 'caption'],
  ['CORRECTION: The ferry was built in 1912.', 'correction'],
  ['CORRECTION APPENDED', 'correction'],
  ['Correction: April 12, 2017, Wednesday', 'correction'],
  ['An earlier version of this article misstated the age of the ferry.', 'correction'],
  ['This story has been corrected to show that the ferry was built in 1912.', 'correction'],
  ['In einer früheren Fassung stand ein anderes Jahr.', 'correction'],
  ['Write to Ada Lind at ada.lind@example.org', 'contact'],
  ['Contact: Ada Lind, +44 20 7946 0000', 'contact'],
  ['Tel: 555 0100', 'contact'],
  ['Write to Ada Lind', 'contact'],
  ['The ferry and the harbour', 'heading'],
  ['Contacts with the island are few', 'heading'],
  ['Write to the council, the mayor said', 'heading'],
  ['PHOTO (BLACK & WHITE): A ferry', 'caption'],
  ['Subscribe to The Herald: http://herald.example.org', 'text'],
  ['Copyright 2017 Island', 'text'],
  ['CORRECTION', 'correction'],
  ['* Ferry put off', 'list'],
  ['The photo shows the ferry.', 'text'],
  ['Correction of the course was needed, the council said.', 'text'],
  ['This article of the treaty was amended.', 'text'],
  ['(Corrects the age of the ferry in the first paragraph)', 'correction'],
  ['(Corrected to show that the ferry was built in 1912.)', 'correction'],
  ['Corrects 6th paragraph - age of the ferry - on advice from the council', 'correction'],
  ['CORRECTING and REPLACING -- The ferry was built in 1912', 'correction'],
  ['*CORRECTION: The ferry was built in 1912.', 'correction'],
  ['(Korrigiert das Baujahr im ersten Absatz)', 'correction'],
  ['(Corrige le nom du bateau)', 'correction'],
  ['（訂正）船名', 'correction'],
  ['更正：船名', 'correction'],
  ['Corrected for inflation, the ferry costs as much as in 1912.', 'text'],
  ['Correct answers were rare, the council said.', 'text'],
  ['The council corrected the age of the ferry (it was built in 1912).', 'text'],
  ['(Adds details of the vote, background)', 'note'],
  ['(ATTN: CHANGES headline)', 'note'],
  ['(Actualisé avec précisions)', 'note'],
  ['(The council adds a second ferry in spring.)', 'text'],
  ['(Additional ferries run in spring, the council said.)', 'text'],
  ['The council asked for letters to ferry@example.org and had none by Friday, the mayor said.', 'text'],
  ['A mail from ferry@example.org told the mayor that the old harbour was to be sold.', 'text'],
  ['ada.lind@example.org', 'contact'],
  ['Ada Lind, Harbour Post: ada.lind@example.org', 'contact'],
  ['For more information on the ferry, please contact the desk at desk@example.org', 'contact'],
  ['Ada Lind is a columnist of The Harbour Post and can be reached at ada.lind@example.org', 'contact'],
  [
    '((Ada Lind, Harbour newsroom, by day and by night of every week, +44 20 7946 0000, desk@example.org))',
    'contact',
  ],
  [
    'Fragen an: lind@example.org Nicht veröffentlichte Fragen können wir leider nicht beantworten.',
    'contact',
  ],
  ['(This April 8 story has been corrected to fix the year in paragraph 3)', 'correction'],
  ['(This version of the story corrects the year in paragraph 3.)', 'correction'],
  ['Uma versão anterior desta reportagem trazia outro ano.', 'correction'],
  ['This version of the ferry was never built, the council said.', 'text'],
  ['Follow Ada Lind on Twitter @adalind', 'contact'],
  ['Follow the ferry across the bay, and you will see why nobody wants it.', 'text'],
  ['[사진=연합뉴스]', 'caption'],
  ['图为新渡轮。', 'caption'],
  ['Readers who want a copy may write to The Harbour Herald, 1 Quay Street, Harbour.', 'contact'],
  ['Readers may write to Ada Lind at the address below.', 'contact'],
  ['Letters should be sent to the editor, Box 12, Harbour.', 'contact'],
  ['Anyone with questions can contact Ada Lind on 555 0100.', 'contact'],
  ['Leser, die eine Karte wollen, können an die Redaktion schreiben.', 'contact'],
  ['Wer mitfahren will, kann sich an Ada Lind, Kai 1, 12345 Hafen wenden.', 'contact'],
  ['Schreiben Sie uns an: Hafenblatt, Kai 1', 'contact'],
  ['Les lecteurs qui souhaitent une carte peuvent écrire à Ada Lind, 1, quai du Port.', 'contact'],
  ['Écrivez à Ada Lind, Le Port, 1, quai du Port', 'contact'],
  ['Los lectores que deseen un mapa pueden escribir a Ada Lind, calle del Puerto 1.', 'contact'],
  ['Escriba a Ada Lind, El Puerto', 'contact'],
  ['Readers who want more ferries may write to their council in vain.', 'text'],
  ['Readers may write to London in protest, the mayor said.', 'text'],
  ['Letters to the council should be read by all, and few of them are.', 'text'],
  ['Anyone can write to a council, but nobody did.', 'text'],
  ['Leser können an einer Wahl zur Fähre teilnehmen.', 'text'],
  ['Wer lesen kann, kann an die Tafel schreiben.', 'text'],
  ['Les lecteurs peuvent écrire à la main.', 'text'],
  ['Los lectores pueden escribir a mano.', 'text'],
  ['***', 'text'],
  ['* * *', 'text'],
  ['---', 'text'],
  ['- - -', 'text'],
])('tells what %j is', (line, kind) => {
  expect(kindsOf(line)).toEqual([kind]);
});

it('takes what stands under a title of corrections for one', () => {
  expect(kindsOf('Corrections & Amplifications', 'The ferry is 30. The page said 40.', 'More text.')).toEqual(
    ['correction', 'correction', 'text'],
  );
});

it('finds a heading under a line that is drawn', () => {
  expect(kindsOf('***', 'The ferry and the harbour')).toEqual(['text', 'heading']);
});

it('takes a line with a link for no heading', () => {
  const links = [{ text: 'here', url: 'http://herald.example.org' }];
  const text = [{ text: prose }, { text: 'Click here to view', links }, { text: prose }];
  const body = readParagraphs({ fields: new Map(), raw: [], kind: 'article', text });
  expect(body.map(({ kind }) => kind)).toEqual(['text', 'text', 'text']);
});
