import type { Author } from '../article.ts';
import { emails } from './addresses.ts';
import { agencies, desks, houses, offices, organisations, ranks } from './tables/bylines.ts';
import { places } from './tables/datelines.ts';

export const any = (words: readonly string[]) => words.join('|');
const handle = /(?<![^\s(])@\w{2,30}/g;
export const agency = new RegExp(
  `^(?:the\\s+)?(?:${any(agencies)})(?:\\s*[/-]\\s*(?:${any(agencies)}))*$`,
  'iu',
);
/** `Associated Press Writer` */
const agencyBefore = new RegExp(`^(?:the\\s+)?(?:${any(agencies)})(?=\\s)`, 'iu');
export const office = new RegExp(`(?<!\\p{L})(?:${any(offices)})`, 'iu');
export const placeBehind = /\s+((?:in|aus|à|em|im|at|from|te|в)\s+\p{Lu}.*)$/u;
const spanishPlace = /\s+(en\s+\p{Lu}.*)$/u;
const ofHouse = new RegExp(
  `\\s+((?:of|for)\\s+(?:the\\s+\\p{Lu}.*|(?:${any(agencies)}))|the\\s+(?:[^\\s,]+\\s+){0,3}(?:${any(houses)}))$`,
  'iu',
);
/** `JANE ROE Madrid` */
const placeBehindCapitals = new RegExp(`(?<=^[\\p{Lu}.'’-]+\\s[\\p{Lu} .'’-]*)\\s+(${any(places)})$`, 'u');
const knownPlaces = new Set(places);
/** A desk, a bureau, a service: no person. */
const desk = new RegExp(`^(?<house>[^,;@]{1,40}\\s)?(?:${any(desks)})$`, 'iu');
/** `Jane Roe reported from Paris`, `Bo Kern contributed research` */
const didBehind =
  /(?<=\p{L})\s+((?:reported|reports|contributed|wrote|writes|assisted|provided)(?!\p{L}).*?)\.?$/u;
/** A desk before the name of its house or its field. */
const deskOf = /^(?:newsroom|redacci[oó]n|redaktion|rédaction|redazione|redação)\s\p{Lu}\p{L}+$/iu;
/** What may be a title too. */
const mayTitle = /(?:bureau|desk)$/iu;
/** Before an address. */
const addressed = /[\s,;|–—-]*(?:e-?mail|mail|courriel|correo|почта)?\s*[:：]?$/iu;
export const house = new RegExp(`(?<!\\p{L})(?:${any(houses)})(?!\\p{L})`, 'iu');
export const organisation = new RegExp(
  `(?<!\\p{L})(?:${any([...houses, ...organisations])})(?!\\p{L})`,
  'iu',
);
const titleWord = new RegExp(`^(?:${any(offices)})`, 'iu');
const rank = new RegExp(`^(?:${any(ranks)})$`, 'iu');
export const reporterBehind = /\s*(?:기자|記者|记者|报道|報導)$/u;
/** `(avec AFP)` */
const beside = /^(?:and|with|of|und|mit|et|avec|con|com|met)\s/iu;
const suffix = /^(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?\s?d|mba|cfa|esq)\.?$/iu;

/** What one part of a byline says. */
export interface Part {
  author?: Author;
  agency?: string;
  role?: string;
  email?: string;
}

/** Reads a part of a byline that names one at most. */
export function readPart(text: string, isSpanish: boolean): Part {
  const [address, other] = text.includes('@') ? (text.match(emails) ?? []) : [];
  const bare = withoutAddress(text).replace(reporterBehind, '');
  if (isDesk(bare)) return { agency: bare };
  if (knownPlaces.has(bare)) return { role: bare };
  const { name: whole, asides: around } = setApart(bare, isSpanish);
  const { name, title, source } = withoutTitle(whole);
  const asides = [...(title ? [title] : []), ...around];
  const aside = asides.find((text) => agency.test(text.replace(beside, '')));
  const named = aside?.replace(beside, '') ?? source;
  const role = asides.filter((text) => text !== aside).join(', ');
  const found = {
    ...(named && { agency: named }),
    ...(role && { role }),
    // Of several addresses names tell whose each is.
    ...(address && !other && { email: address }),
  };
  if (agency.test(name)) return { ...found, agency: name };
  if (!/\p{L}.{0,4}\p{L}/u.test(name)) return found;
  // `Staff Writer` and `our correspondent` name nobody.
  if (office.test(name) && !/,/.test(name)) {
    const house = named ?? agencyBefore.exec(name)?.[0];
    return { ...found, ...(house && { agency: house }), role: [name, role].filter(Boolean).join(', ') };
  }
  const { agency: _, ...own } = found;
  return { author: { name, ...own }, ...(named && { agency: named }) };
}

export function withoutAddress(text: string): string {
  const at = text.includes('@');
  const bare = (at ? text.replace(emails, ' ').replace(handle, ' ') : text)
    .replace(/[<([]\s*[>)\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return at ? bare.replace(addressed, '') : bare;
}

/** `ET Bureau`, `Harbour Welt Online`, `Redacción Deportes`, but not `Jane Roe Bureau`. */
function isDesk(text: string): boolean {
  if (deskOf.test(text)) return true;
  const own = desk.exec(text);
  const words = own?.groups?.house?.trim().split(' ') ?? [];
  return own !== null && (words.length < 2 || !mayTitle.test(text) || !isPerson(words));
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
    didBehind.exec(first) ??
    placeBehindCapitals.exec(first) ??
    ofHouse.exec(first) ??
    placeBehind.exec(first) ??
    (isSpanish ? spanishPlace.exec(first) : null);
  if (behind?.[1]) asides.unshift(behind[1]);
  const dash = /\s+(?:-{1,2}|[–—])\s+(.+)$/u.exec(first);
  if (dash?.[1] && !behind) asides.unshift(dash[1]);
  const name = first
    .slice(0, behind?.index ?? dash?.index)
    .replace(/[\s,;:|–—-]+$/u, '')
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
    const isLong = source.length > 5 || (!/\p{Ll}/u.test(source) && /\p{Ll}/u.test(name.join('')));
    if (isLong && agency.test(source) && isName(name)) return { name: name.join(' '), source };
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

/** `Lind, Ada`, `LIND, ADA`, `Abi-Habib, Maria`, `De la Cruz, Ana María`: the name as an index has it. */
const inverted =
  /^(?:(?:\p{Ll}{1,3}|(?:De|Van|Von|Da|Di|Du|Le|La|El|Al)(?:\s(?:la|las|los|der|den))?)\s)*(?:[OD]['’]|Mc|Mac|Al-|El-)?\p{Lu}(?:[\p{Ll}'’]+|[\p{Lu}'’]+)(?:-\p{Lu}[\p{L}'’]+)?$/u;
const given = /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}(?:\.|[\p{Ll}'’-]+)?){0,2}$/u;

export function isInverted(family: string, rest: string[]): boolean {
  const [name = ''] = rest;
  // `LIND, ADA`, but not `LONDON, Madrid`.
  const isShouted = !/\p{Ll}/u.test(name.slice(0, 3)) && /\p{Ll}/u.test(family);
  return (
    rest.length === 1 &&
    inverted.test(family) &&
    given.test(name) &&
    !isShouted &&
    ![family, name].some((text) => knownPlaces.has(text) || office.test(text) || agency.test(text))
  );
}

/** Two words or more that begin with capitals, particles between them aside. */
export function isName(words: string[]): boolean {
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals >= 2 && /^[\p{Lu}]/u.test(words.at(-1) ?? '');
}

/** Whether a text is the name of a news agency, or of several (`dpa/AFP`). */
export function isAgency(text: string): boolean {
  return agency.test(text);
}
