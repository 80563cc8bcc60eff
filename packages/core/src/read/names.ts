import type { Author } from '../article.ts';
import { emails, withAddresses } from './addresses.ts';
import { readEasternByline } from './eastern-names.ts';
import { remember } from './remember.ts';
import {
  agency,
  any,
  house,
  isAgency,
  isInverted,
  isName,
  office,
  organisation,
  type Part,
  placeBehind,
  readPart,
  reporterBehind,
  withoutAddress,
} from './signer.ts';
import {
  agencies,
  bylineOpenings,
  desks,
  joiningWords,
  nameParticles,
  offices,
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

const opening = new RegExp(`^(?:${any(bylineOpenings)})(?:\\s*:\\s*|\\s+|(?=[\\p{Script=Han}]))`, 'iu');
// `De Ada Lind` opens with a word; `De Vries` and `Da Silva` are names: at least two more names must follow.
const sharedOpening = new RegExp(
  `^(?:${any(sharedOpenings)})\\s+(?=\\p{Lu}[\\p{L}.'’-]*\\s+(?:[\\p{L}]+\\s+)?\\p{Lu})(?!(?:${any(nameParticles)})\\s)`,
  'iu',
);
/** Marks that part names whatever stands around them. */
const hardBreak = /\s*[;|；、\n]\s*|\s+[/／]\s*|[/／](?=\s*\p{L})|\s*[•·]\s+/u;
/** Words for "and" that are no part of a name. */
const and = new RegExp(`,?\\s+(?:${any(joiningWords)}|&)\\s+(?=\\p{Lu})(?![^()]*\\))`, 'iu');
/** `ET Online` is no second name. */
const leadingAnd =
  /^(?:(?:and|und|et|och|og|y|e|en|и)\s+(?=\p{Lu})|(?:AND|UND|ET|OCH|OG|Y|E|EN|И)\s+(?=\P{Ll}+$))/u;
/** On both sides must be names of two words. */
const softAnd = new RegExp(`^(?:${any(sharedJoiningWords)})$`, 'iu');
const particle = new RegExp(`^(?:${any([...nameParticles, ...sharedOpenings])})$`, 'u');
const place = /^(?:in|aus|à|en|em|i|im|at|from|de|da|te|в)\s+\p{Lu}/u;
const houseName = /^(?:of\s+|for\s+)?the\s+\p{Lu}|^for\s+\p{Lu}/iu;
const forHouse = /^for\s+/iu;
/** `Text: Ada Lind Foto: Bo Kern`, `Texte Ada Lind, photos Bo Kern` */
const photosBehind =
  /(?<=\p{L})[\s,;/|]+(?:photos?|fotos?|bild(?:er)?|illustrations?)\s*(?::\s*|\s(?=\p{Lu}\p{L}+\s\p{Lu}))/giu;
/** `Jane Roe | Harbour Post` */
const houseBehindBar = /^([^|]*\p{L}\s\p{Lu}[^|]*?)\s*\|\s*([^|@]+)$/u;
/** `ADA LIND. Bo Kern contributed research.` */
const sentenceBreak = /\.\s+(?=\p{Lu}[^.]*\s(?:reported|contributed|assisted|provided)(?!\p{L}))/u;
const nobody = new RegExp(`^(?:${any(unnamed)})\\.?$`, 'iu');
/** `ADA LIND / MADRID`: one word behind a name of two is the place. */
const placeBehindSlash = /^([^/／]*\p{L}\s\p{Lu}[\p{L}'’-]*)\s*[/／]\s*(\p{Lu}[\p{L}-]+)$/u;
/** `notre correspondant à Rome Ada Lind` */
const nameBehindPlace = new RegExp(
  `((?:${any(offices)})\\p{L}*(?:\\s(?:sp[eé]cia|permanent)\\p{L}*)?\\s(?:in|à|en|em|a)\\s(?:(?:new|san|los|hong|la|le|tel|abu)\\s)?\\p{L}[\\p{L}'’-]+)\\s(?=\\p{L}+\\s\\p{L})`,
  'iu',
);
const article = /^(?:the|der|die|das|le|la|les|el|il|de)\s/iu;

// Nearly every byline is one name: two words or three that begin with capitals.
/** `JANE ROE Madrid` is not. */
const plainName = /^(?!\p{Lu}{2}.* \p{Lu}\p{Ll}+$)\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2}$/u;
const aside = new RegExp(
  `(?:^|\\s)(?:(?:${any([...sharedOpenings, ...agencies, ...joiningWords, ...sharedJoiningWords])})(?:\\s|$)|${any([...offices, ...desks])})`,
  'iu',
);

export { isAgency };

/** Splits a byline into authors: openings (By, Von, Par ...) dropped; titles, places, agencies and addresses apart. */
export function readByline(byline: string): Signed {
  if (byline.length > longestByline) return { authors: [] };
  if (byline.length > longestKnown) return readAnew(byline);
  const { authors, agency } = readKnown(byline);
  // Articles share no authors: who changes one changes no other.
  const own = authors.map((author) => ({ ...author }));
  return agency === undefined ? { authors: own } : { authors: own, agency };
}

// Most articles of a file are by people who wrote others of it.
const longestKnown = 80;
const readKnown = remember(readAnew);

function readAnew(byline: string): Signed {
  const whole = byline
    .trim()
    .replace(/^[-–—]+\s*/u, '')
    .replace(photosBehind, '; ')
    .replace(/^[([]([^()[\]]*)[)\]]$/, '$1')
    .replace(placeBehindSlash, '$1 ($2)')
    .replace(houseBehindBar, (bar, name: string, text: string) =>
      house.test(text) ? `${name} (${text})` : bar,
    )
    .replace(sentenceBreak, '; ');
  if (whole === '') return { authors: [] };
  const eastern = readEasternByline(whole);
  if (eastern) return signedBy(eastern.authors, eastern.houses);
  const plain = plainName.exec(whole.replace(opening, ''))?.[0];
  if (plain && !aside.test(plain)) return { authors: [{ name: plain }] };
  const isSpanish = /^por\s|\s(?:y|con)\s/i.test(whole);
  const authors: Author[] = [];
  const named: string[] = [];
  for (const part of whole.split(hardBreak).flatMap((text) => splitNames(withoutOpening(text)))) {
    const before = authors.at(-1);
    const isHouse = houseName.test(part) && (before || forHouse.test(part));
    const own = isHouse ? part.replace(forHouse, '') : part;
    const read: Part = isHouse && !agency.test(own) ? { role: part } : readPart(own, isSpanish);
    if (read.agency) named.push(read.agency);
    if (read.author) authors.push(read.author);
    else if (before && read.email && !before.email) before.email = read.email;
    else if (before && read.role && !before.role) before.role = read.role;
  }
  if (!whole.includes('@')) return signedBy(authors, named);
  const isAnonymous = authors.length === 0 && named.length === 0;
  return signedBy(isAnonymous ? addressees(whole) : withAddresses(authors, [whole]), named);
}

/** Who is named by an address alone. */
function addressees(byline: string): Author[] {
  if (/\p{L}/u.test(withoutAddress(withoutOpening(byline)))) return [];
  return (byline.match(emails) ?? []).map((email) => ({ name: email, email }));
}

function signedBy(authors: Author[], agencies: string[]): Signed {
  return { authors: authors.slice(0, mostAuthors), ...(agencies[0] && { agency: agencies.join(', ') }) };
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
    .map((part) => withoutOpening(part.trim().replace(leadingAnd, '')))
    .filter((part) => part !== '' && !nobody.test(part));
}

function splitSoftly(text: string): string[] {
  const words = text.split(/\s+/);
  const at = words.findIndex(
    (word, index) =>
      softAnd.test(word) && isName(words.slice(0, index)) && beginsPart(words.slice(index + 1)),
  );
  return at < 0 ? [text] : [words.slice(0, at).join(' '), ...splitSoftly(words.slice(at + 1).join(' '))];
}

/** `Ada Lind y EFE` */
function beginsPart(words: string[]): boolean {
  return beginsWithName(words) || agency.test(words.join(' '));
}

/** `José de la Peña` is one, `Gasset, Madrid` none. */
function beginsWithName(words: string[]): boolean {
  const [first = '', second = ''] = words.filter((word) => !particle.test(word));
  return first === words[0] && !first.endsWith(',') && isName([first, second]);
}

/** Commas part names where what follows is one too; titles, places and suffixes stay with the name before. */
function splitCommas(text: string): string[] {
  const [family = '', ...given] = text.split(/\s*,\s*/);
  if (isInverted(family, given)) return [text];
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
