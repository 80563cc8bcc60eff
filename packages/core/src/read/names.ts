import type { Author } from '../article.ts';
import { email, emails } from './addresses.ts';
import { remember } from './remember.ts';
import {
  agencies,
  bylineOpenings,
  houses,
  joiningWords,
  nameParticles,
  offices,
  organisations,
  ranks,
  sharedJoiningWords,
  sharedOpenings,
  unnamed,
} from './tables/bylines.ts';

/** Who wrote an article, as its byline tells. */
export interface Signed {
  authors: Author[];
  /** Named in the byline beside or instead of authors. Example: `Reuters`. */
  agency?: string;
}

// Longer than this it is no byline.
const longestByline = 1000;
const mostAuthors = 60;

const any = (words: readonly string[]) => words.join('|');
const opening = new RegExp(`^(?:${any(bylineOpenings)})(?:\\s*:\\s*|\\s+|(?=[\\p{Script=Han}]))`, 'iu');
// `De Ada Lind` opens with a word; `De Vries` and `Da Silva` are names: at least two more names must follow.
const sharedOpening = new RegExp(
  `^(?:${any(sharedOpenings)})\\s+(?=\\p{Lu}[\\p{L}.'’-]*\\s+(?:[\\p{L}]+\\s+)?\\p{Lu})(?!(?:${any(nameParticles)})\\s)`,
  'iu',
);
const handle = /(?<![^\s(])@\w{2,30}/g;
/** Marks that part names whatever stands around them. */
const hardBreak = /\s*[;|；、\n]\s*|\s+[/／]\s*|[/／](?=\s*\p{L})|\s*[•·]\s+/u;
/** Words for "and" that are no part of a name. */
const and = new RegExp(`,?\\s+(?:${any(joiningWords)}|&)\\s+(?=\\p{Lu})(?![^()]*\\))`, 'iu');
/** On both sides must be names of two words. */
const softAnd = new RegExp(`^(?:${any(sharedJoiningWords)})$`, 'iu');
const particle = new RegExp(`^(?:${any([...nameParticles, ...sharedOpenings])})$`, 'u');
const agency = new RegExp(`^(?:the\\s+)?(?:${any(agencies)})(?:\\s*[/-]\\s*(?:${any(agencies)}))*$`, 'iu');
const office = new RegExp(`(?<!\\p{L})(?:${any(offices)})`, 'iu');
const place = /^(?:in|aus|à|en|em|i|im|at|from|de|da|te|в)\s+\p{Lu}/u;
const placeBehind = /\s+((?:in|aus|à|em|im|at|from|te|в)\s+\p{Lu}.*)$/u;
const spanishPlace = /\s+(en\s+\p{Lu}.*)$/u;
const ofHouse = new RegExp(`\\s+(of\\s+(?:the\\s+\\p{Lu}.*|(?:${any(agencies)})))$`, 'iu');
const houseName = /^(?:of\s+)?the\s+\p{Lu}/iu;
const house = new RegExp(`(?<!\\p{L})(?:${any(houses)})(?!\\p{L})`, 'iu');
const organisation = new RegExp(`(?<!\\p{L})(?:${any([...houses, ...organisations])})(?!\\p{L})`, 'iu');
const nobody = new RegExp(`^(?:${any(unnamed)})\\.?$`, 'iu');
/** `ADA LIND / MADRID`: one word behind a name of two is the place. */
const placeBehindSlash = /^([^/／]*\p{L}\s\p{Lu}[\p{L}'’-]*)\s*[/／]\s*(\p{Lu}[\p{L}-]+)$/u;
/** `notre correspondant à Rome Ada Lind` */
const nameBehindPlace = new RegExp(
  `((?:${any(offices)})\\p{L}*\\s(?:in|à|en|em|a)\\s(?:(?:new|san|los|hong|la|le|tel|abu)\\s)?\\p{L}[\\p{L}'’-]+)\\s(?=\\p{L}+\\s\\p{L})`,
  'iu',
);
const titleWord = new RegExp(`^(?:${any(offices)})`, 'iu');
const rank = new RegExp(`^(?:${any(ranks)})$`, 'iu');
const reporterBehind = /\s*(?:기자|記者|记者|报道|報導)$/u;
/** `(avec AFP)` */
const beside = /^(?:and|with|of|und|mit|et|avec|con|com|met)\s/iu;
const suffix = /^(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?\s?d|mba|cfa|esq)\.?$/iu;
const article = /^(?:the|der|die|das|le|la|les|el|il|de)\s/iu;

// Nearly every byline is one name: two words or three that begin with capitals.
const plainName = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2}$/u;
const aside = new RegExp(
  `(?:^|\\s)(?:(?:${any([...sharedOpenings, ...agencies, ...joiningWords, ...sharedJoiningWords])})(?:\\s|$)|${any(offices)})`,
  'iu',
);

/** Splits a byline into authors: openings (By, Von, Par ...) dropped; titles, places, agencies and addresses apart. */
export function readByline(byline: string): Signed {
  if (byline.length > longestByline) return { authors: [] };
  if (byline.length > longestKnown) return readAnew(byline);
  const { authors, ...agency } = readKnown(byline);
  // Articles share no authors: who changes one changes no other.
  return { authors: authors.map((author) => ({ ...author })), ...agency };
}

// Most articles of a file are by people who wrote others of it.
const longestKnown = 80;
const readKnown = remember(readAnew);

function readAnew(byline: string): Signed {
  const whole = byline
    .trim()
    .replace(/^[([]([^()[\]]*)[)\]]$/, '$1')
    .replace(placeBehindSlash, '$1 ($2)');
  if (whole === '') return { authors: [] };
  const plain = plainName.exec(whole.replace(opening, ''))?.[0];
  if (plain && !aside.test(plain)) return { authors: [{ name: plain }] };
  const isSpanish = /^por\s|\s(?:y|con)\s/i.test(whole);
  const authors: Author[] = [];
  const named: string[] = [];
  for (const part of whole.split(hardBreak).flatMap((text) => splitNames(withoutOpening(text)))) {
    const before = authors.at(-1);
    const read =
      before && houseName.test(part) && !agency.test(part) ? { role: part } : readPart(part, isSpanish);
    if (read.agency) named.push(read.agency);
    if (read.author) authors.push(read.author);
    else if (before && read.email && !before.email) before.email = read.email;
    else if (before && read.role && !before.role) before.role = read.role;
  }
  return { authors: authors.slice(0, mostAuthors), ...(named[0] && { agency: named.join(', ') }) };
}

/** Whether a text is the name of a news agency, or of several (`dpa/AFP`). */
export function isAgency(text: string): boolean {
  return agency.test(text);
}

function withoutOpening(text: string): string {
  const open = text.replace(opening, '');
  return (open === text ? text.replace(sharedOpening, '') : open).replace(reporterBehind, '');
}

/** At words for "and", and at commas between names. */
function splitNames(text: string): string[] {
  return text
    .replace(nameBehindPlace, '$1, ')
    .split(and)
    .flatMap(splitSoftly)
    .flatMap(splitCommas)
    .map((part) => withoutOpening(part.trim().replace(/^(?:and|und|et|och|og|y|e|en|и)\s+(?=\p{Lu})/iu, '')))
    .filter((part) => part !== '' && !nobody.test(part));
}

function splitSoftly(text: string): string[] {
  const words = text.split(/\s+/);
  const at = words.findIndex(
    (word, index) =>
      softAnd.test(word) && isName(words.slice(0, index)) && beginsWithName(words.slice(index + 1)),
  );
  return at < 0 ? [text] : [words.slice(0, at).join(' '), ...splitSoftly(words.slice(at + 1).join(' '))];
}

/** `José de la Peña` is one, `Gasset, Madrid` none. */
function beginsWithName(words: string[]): boolean {
  const [first = '', second = ''] = words.filter((word) => !particle.test(word));
  return first === words[0] && !first.endsWith(',') && isName([first, second]);
}

/** Commas part names where what follows is one too; titles, places and suffixes stay with the name before. */
function splitCommas(text: string): string[] {
  const parts: string[] = [];
  for (const piece of text.split(/\s*[,，]\s*/)) {
    const before = parts.at(-1);
    const isNew = before === undefined || isNewName(piece, before);
    if (isNew) parts.push(piece);
    else parts[parts.length - 1] = `${before}, ${piece}`;
  }
  return parts;
}

function isNewName(piece: string, before: string): boolean {
  if (agency.test(piece) || /^\p{Script=Han}+$/u.test(piece)) return true;
  const [first = '', title = ''] = before.split(',');
  // `Ada Lind, Chief Economist, Herald Bank`
  if (office.test(title) && organisation.test(piece)) return false;
  // `notre envoyé spécial à Rome, Jean Dupont`
  const isWhole = isName(first.split(/\s+/)) || (office.test(first) && placeBehind.test(first));
  return (
    isWhole && isName(piece.split(/\s+/)) && !office.test(piece) && !place.test(piece) && !article.test(piece)
  );
}

/** Two words or more that begin with capitals, particles between them aside. */
function isName(words: string[]): boolean {
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals >= 2 && /^[\p{Lu}]/u.test(words.at(-1) ?? '');
}

interface Part {
  author?: Author;
  agency?: string;
  role?: string;
  email?: string;
}

function readPart(text: string, isSpanish: boolean): Part {
  const address = text.includes('@') ? email.exec(text)?.[0] : undefined;
  const bare = (text.includes('@') ? text.replace(emails, ' ').replace(handle, ' ') : text)
    .replace(/[<([]\s*[>)\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(reporterBehind, '');
  const { name: whole, asides: around } = setApart(bare, isSpanish);
  const { name, title, source } = withoutTitle(whole);
  const asides = [...(title ? [title] : []), ...around];
  const aside = asides.find((text) => agency.test(text.replace(beside, '')));
  const named = aside?.replace(beside, '') ?? source;
  const role = asides.filter((text) => text !== aside).join(', ');
  const found = {
    ...(named && { agency: named }),
    ...(role && { role }),
    ...(address && { email: address }),
  };
  if (agency.test(name)) return { ...found, agency: name };
  if (!/\p{L}.{0,4}\p{L}/u.test(name)) return found;
  // `Staff Writer` and `our correspondent` name nobody.
  if (office.test(name) && !/,/.test(name))
    return { ...found, role: [name, role].filter(Boolean).join(', ') };
  const { agency: _, ...own } = found;
  return { author: { name, ...own }, ...(named && { agency: named }) };
}

/** Name, and what stands in brackets, behind commas and behind "in" beside it. */
function setApart(text: string, isSpanish: boolean): { name: string; asides: string[] } {
  const asides: string[] = [];
  const open = text.replace(/\s*[([（]([^()[\]（）]{1,80})[)\]）]/gu, (_, aside: string) => {
    asides.push(aside.trim());
    return '';
  });
  const [first = '', ...rest] = open.split(/\s*,\s*/).map((part) => part.trim());
  const kept =
    rest[0] !== undefined && (suffix.test(rest[0]) || isInverted(first, rest)) ? rest.shift() : undefined;
  asides.unshift(...rest.filter((part) => part !== ''));
  const behind =
    ofHouse.exec(first) ?? placeBehind.exec(first) ?? (isSpanish ? spanishPlace.exec(first) : null);
  if (behind?.[1]) asides.unshift(behind[1]);
  const dash = /\s+[-–—]\s+(.+)$/u.exec(first);
  if (dash?.[1] && !behind) asides.unshift(dash[1]);
  const name = first
    .slice(0, behind?.index ?? dash?.index)
    .replace(/[\s,;:]+$/u, '')
    .replace(/(?<=\p{Ll}{2}|\p{Lu}{3})\.$/u, '');
  return { name: kept ? `${name}, ${kept}` : name, asides };
}

/** Apart from a name what no mark sets apart: the agency behind it, a title behind or before it. */
function withoutTitle(text: string): { name: string; title?: string; source?: string } {
  const words = text.split(' ');
  if (words.length < 3) return { name: text };
  for (let at = Math.max(2, words.length - 4); at < words.length; at++) {
    const [name, source] = [words.slice(0, at), words.slice(at).join(' ')];
    // Short ones are family names too (Pap, Sid).
    if (source.length > 5 && agency.test(source) && isName(name)) return { name: name.join(' '), source };
  }
  const isTitle = (_: string, at: number) => titleWord.test(words.slice(at, at + 2).join(' '));
  const at = words.findIndex(isTitle);
  if (at < 0) return { name: text };
  const start = titleStart(words, at);
  const name = words.slice(0, start);
  if (isPerson(name)) return { name: name.join(' '), title: words.slice(start).join(' ') };
  const end = words.findLastIndex(isTitle) + 1;
  // `envoyés spéciaux Jean Dupont`
  const behind = words.slice(/^\p{Ll}{5,}$/u.test(words[end] ?? '') ? end + 1 : end);
  return isPerson(behind)
    ? { name: behind.join(' '), title: words.slice(0, -behind.length).join(' ') }
    : { name: text };
}

/** Where the title of an office begins: with its ranks and house; where none of them are known, behind two names. */
function titleStart(words: string[], office: number): number {
  let start = office;
  const isHouse = (at: number) => house.test(words[at] ?? '');
  while (start > 2 && (rank.test(words[start - 1] ?? '') || isHouse(start - 1))) start--;
  const isKnown =
    start === office ? /^(?:staff|special|contribut)/iu.test(words[office] ?? '') : !isHouse(start);
  const two = /^(?:\p{L}\.?|\p{Ll}+)$/u.test(words[1] ?? '') ? 3 : 2;
  return isKnown ? start : Math.min(start, two);
}

function isPerson(words: string[]): boolean {
  return (
    words.length < 6 &&
    isName(words) &&
    /^\p{Lu}/u.test(words[0] ?? '') &&
    !rank.test(words[0] ?? '') &&
    !/^of$/iu.test(words[0] ?? '') &&
    !house.test(words.join(' '))
  );
}

/** `Lind, Ada`, `LIND, Ada`: the name as an index has it. */
function isInverted(first: string, rest: string[]): boolean {
  return (
    rest.length === 1 &&
    /^\p{Lu}(?:[\p{Ll}'’-]+|[\p{Lu}'’-]+)$/u.test(first) &&
    /^\p{Lu}[\p{Ll}'’-]+(?:\s\p{Lu}\.?)?$/u.test(rest[0] ?? '') &&
    !office.test(rest[0] ?? '') &&
    !agency.test(rest[0] ?? '')
  );
}
