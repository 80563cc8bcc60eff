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
])('tells what %j is', (line, kind) => {
  expect(kindsOf(line)).toEqual([kind]);
});

it('takes what stands under a title of corrections for one', () => {
  expect(kindsOf('Corrections & Amplifications', 'The ferry is 30. The page said 40.', 'More text.')).toEqual(
    ['correction', 'correction', 'text'],
  );
});

it('takes a line with a link for no heading', () => {
  const links = [{ text: 'here', url: 'http://herald.example.org' }];
  const text = [{ text: prose }, { text: 'Click here to view', links }, { text: prose }];
  const body = readParagraphs({ fields: new Map(), raw: [], kind: 'article', text });
  expect(body.map(({ kind }) => kind)).toEqual(['text', 'text', 'text']);
});
