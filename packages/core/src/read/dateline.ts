import type { Paragraph } from '../article.ts';
import { isAgency } from './names.ts';
import { opensText } from './preamble.ts';
import { remember } from './remember.ts';
import { goesOn, hanPlaces, legalForms, noPlaces, parties, places } from './tables/datelines.ts';
import { monthNames } from './tables/months.ts';
import { weekdayNames } from './tables/weekdays.ts';

// A dateline stands within this many characters.
const longest = 160;
// A note before it in the same paragraph is no longer.
const longestNote = 400;
/** Behind more paragraphs of running text none is looked for, and behind more of any kind. */
const mostProse = 3;
const mostParagraphs = 12;

/** A place, and whether the day or the agency stands beside it, which no other opening has; `early`: prose may open so. */
interface Dateline {
  place: string;
  certain: boolean;
  early?: boolean;
}

/** DUBAI—, WASHINGTON (AP) —, PARIS, Jan. 8 --, MOSCOW, April 8. /TASS/, MOSCOW. April 8 (Interfax) -, BERLIN taz |, BRUSSELS -(Dow Jones)-, MADRID 8 Abr. (EFE) - */
const capitals =
  /^(?:\([^()\n]{1,30}\)\s(?:[-–]\s)?)?((?:Mc|Mac|O['’])?\p{Lu}[\p{Lu}\p{M}.'’/ -]{1,38}[\p{Lu}.])(,(?:[^—–()\n:]|:\d){1,48}?|(?<=\.)\s\p{L}{3,10}\.?\s\d{1,2}(?=\s\()|\s\d{1,2}\s\p{L}{3,10}\.?(?=\s\())?\s*((?:-{1,2}\s?)?\([^()\n]{1,40}\),?\s*)?(—|–|--|\s[-_]\s|(?<=[.)])-\s|(?<=\)\s?)[-_:]|(?<=\s)\/\s?[\p{L} -]{2,30}\/|(?<=\s)\p{Ll}{2,8}\s\|)(\s?\S{0,20})/u;
/** Berlin (dpa) -, Paris, 3 mai (AFP) -, Medan, N Sumatra, March 13 (ANTARA) -, Belgrade, 22nd March: in small letters only with the agency or the day that no prose has. */
const mixed =
  /^(?<place>\p{Lu}[\p{L}\p{M}.'’]{1,20}(?:[ /-]\p{L}[\p{L}\p{M}.'’]{1,20}){0,3})\s*(?:,\s?\p{Lu}[\p{L}. ]{1,20}(?=,\s?[^,\n]{0,16}\d))?(?<day>,\s?[^—–()\n,]{0,20}\d[^—–()\n]{0,20}?)?,?\s*(?<agency>\((?=[^()]*\p{L}{2})[\p{L}\p{N}/ .&-]{2,30}\))?\s*(?<mark>—|–|--|\.?\s?-|=|(?<=\)):|(?<=,\s?[^—–()\n,]{0,20}\d[^—–()\n,]{0,20}):)\s/u;
/** Stockholm (TT) Rådet, New Delhi, April 8 (IANS) The council: without a mark where the agency is known. */
const marked =
  /^(?<place>\p{Lu}[\p{L}.'’-]{1,20}(?:[ /]\p{Lu}[\p{L}.'’-]{1,20}){0,2})(?:,\s?[^—–()\n,:]{1,24})?\s\((?<agency>[\p{L} /-]{2,30})\)\s["“„«'‘]?\p{Lu}/u;
/** WASHINGTON, 17 (Reuters/EP): alone on its line. */
const alone =
  /^(?<place>\p{Lu}[\p{L}\p{M}.'’/ -]{2,38}?)(?<day>,\s[^,()\n]{0,16}\d{1,2}[^,()\n]{0,16}?)?\s?\((?<agency>[\p{L} /.&-]{2,30})\)\s?[.:—–-]{0,3}$/u;
/** Москва. 8 апреля. INTERFAX.RU - Совет */
const stopped =
  /^(?<place>\p{Lu}\p{Ll}{2,20}(?:[ -]\p{Lu}\p{Ll}{2,20})?)\.\s\d{1,2}\s\p{L}{3,10}\.\s\p{Lu}[\p{Lu}.]{2,20}\s[-–—]\s/u;
/** Bern. – Der Rat tagte */
const barelyStopped = /^(?<place>\p{Lu}\p{Ll}{2,20}(?:[ -]\p{Lu}\p{Ll}{2,20})?)\.\s[–—]\s(?=["“„«]?\p{Lu})/u;
const known = places
  .flatMap((name) => [name, name.toUpperCase()])
  .sort((one, other) => other.length - one.length)
  .join('|');
const knownNames = new Set(places.map((name) => name.toUpperCase()));
/** Dubai - Efforts by, Bern. – Der Rat, Berlin. Der Senat: without day and agency only a known place, and neither a second one nor a second dash as in prose. */
export const knownPlace = new RegExp(
  `^(?<place>(?:${known})(?:/[\\p{Lu}][\\p{L}-]{2,20})?)(?<mark>\\.?\\s(?:[–—-]|--)\\s|\\s?(?:—|--)\\s?|\\.\\s)(?=["“„«¿¡]?\\p{Lu})(?!(?:${known})(?!\\p{L}))(?![^.!?]{0,160}\\s[–—-]\\s)`,
  'u',
);
/** `Berlin - Hamburg 2:1` */
const paired = new RegExp(`^(?:${known})\\.?\\s[–—-]\\s(?:${known})(?!\\p{L})`, 'u');
const shortPlaces = new Set(places.filter(({ length }) => length <= 3).map((name) => name.toUpperCase()));
/** 新华社北京4月8日电, 人民网北京4月8日电, 本报上海讯, 中新社东京电 */
const wired =
  /^(?:[【（(［[〔]\s?)?据?(?:(?:新华社|新華社|中新社|中新网|中新網|中央社|本报|本報|路透社?|法新社|美联社|共同社)(?!记者|記者)(?<place>[\p{Script=Han}·]{2,8}?)(?:[\d０-９]{1,2}月)?(?:[\d０-９]{1,2}日)?(?:综合|綜合)?(?:电|電|讯|訊|(?<=日)\s?[-—–])|[\p{Script=Han}]{1,4}?[社网網报報](?<other>[\p{Script=Han}·]{2,8}?)[\d０-９]{1,2}月[\d０-９]{1,2}日[电電讯訊])/u;
/** 记者 王芳 北京报道, 〔記者王芳／台北報導〕, （中央社記者王芳台北8日電） */
const reported = new RegExp(
  `^(?:[【（(［[〔]\\s?)?(?:\\p{Script=Han}{2,6})?(?:记者|記者)\\s?(?:(?:\\p{Script=Han}{2,4}[\\s、]{1,2}){1,3}(?<place>\\p{Script=Han}{2,4})|\\p{Script=Han}{2,4}\\s?[/／]\\s?(?<other>\\p{Script=Han}{2,4})|\\p{Script=Han}{2,8}?(?<last>${hanPlaces.join('|')}))(?:[\\d０-９]{1,2}月)?(?:[\\d０-９]{1,2}日)?(?:报道|報導|報道|电|電)`,
  'u',
);
/** 【ロンドン共同】, ［東京　１日　ロイター］, (서울=연합뉴스), [서울=뉴시스] */
const bracketed =
  /^[【［[(（]\s?(?!사진|자료|제공|출처|그래픽|영상|写真|資料|図|图|圖|来源|來源|编辑|編輯)(?<place>[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー・·]{2,14}?)\s?(?:[=＝]\s?[^】］\])）\n]{1,24}|[\d０-９]{1,2}\s?日[^】］\])）\n]{0,16}|(?:共同|時事|ロイター|ＡＰ|AP|ＡＦＰ|AFP)[^】］\])）\n]{0,10})[】］\])）]/u;

/** NEW DELHI: The council, KUALA LUMPUR, April 8: "The council */
const announced =
  /^(?<place>\p{Lu}[\p{Lu}\p{M}.'’-]{2,20}(?: \p{Lu}[\p{Lu}\p{M}.'’-]{1,20}){0,2})(?:,\s?\p{Lu}[\p{L}.]{2,10} \d{1,2})?: ?["“„«'‘]?\p{Lu}/u;
/** A paragraph that opens so is a speaker's. */
const speaker = /^[\p{Lu}\p{M}][\p{Lu}\p{M}.'’ -]{1,60}(?:\([^()\n]{1,40}\))?: ?\S/u;

/** One of these marks stands in or behind every dateline, whatever its form. */
const anyMark = /[—–_=＝:|/／(（【［[〔电電讯訊報报-]/;

/** Berlin. Der Senat */
const closed = /^\p{Lu}[\p{L} /-]{2,40}\.\s\p{Lu}/u;

/**
 * The place of writing, at the start of the text or behind what stands before it (byline, title, caption, note of the
 * editor); undefined where there is none. Behind a paragraph of running text it must be the only one.
 */
export function findDateline(body: Paragraph[]): string | undefined {
  const behind: Dateline[] = [];
  let prose = 0;
  let found: Dateline | undefined;
  for (const paragraph of body.slice(0, mostParagraphs)) {
    if (prose > mostProse && !found) return undefined;
    if (paragraph.kind !== 'text' && paragraph.kind !== 'heading') continue;
    const read = datelineOf(paragraph);
    const place = read?.place ?? (prose === 0 ? announcedPlace(paragraph, body) : undefined);
    if (place && prose === 0) return place;
    if (!read || read.early) {
      if (!opensText(paragraph)) prose++;
      continue;
    }
    behind.push(read);
    if (prose === 1 || (prose <= mostProse && read.certain)) found ??= read;
    if (!opensText(paragraph)) prose++;
  }
  return behind.some(({ place }) => place !== found?.place) ? undefined : found?.place;
}

function datelineOf({ text }: Paragraph): Dateline | undefined {
  const isMarked =
    anyMark.test(text.slice(0, longest)) || (text.lastIndexOf('.', 45) > 2 && closed.test(text));
  return isMarked ? read(plain(text.slice(0, longestNote))) : undefined;
}

/** `TOULOUSE (France), 3 mai 2019 (AFP) -`: the country behind a place, before the day. */
const country = /^(\p{Lu}[\p{L}\p{M}.'’ -]{1,38}?)\s?\(\p{Lu}[\p{L}\p{M}'’ -]{2,24}\)(?=,\s?\d)/u;

/** `Apr. 8--SPRINGFIELD --`: the day before the place. */
const dayBefore = /^\p{Lu}\p{L}{2,8}\.?\s\d{1,2}\s?(?:--|—|–)\s?/u;

/** `(Adds details) LONDON`, `By Ada Lind LONDON`: what stands before the place in the same paragraph. */
const before =
  /^(?:\((?=[^()]{0,300}\s)[^()]{4,300}\)\s+(?=\p{Lu})|(?:[Bb]y|BY|[Vv]on|VON|[Pp]or|POR|[Pp]ar|PAR)\s\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,2}\s(?=\p{Lu}{2}[\p{Lu} .]*[,(\s-]))/u;

/** How these open. */
const mayOpen = /^[(BbVvPp]/;

/** Without note, byline, country and day before, and with spaces for hard ones. */
function plain(text: string): string {
  const whole = text.includes('\u00a0') ? text.replaceAll('\u00a0', ' ') : text;
  const bare = mayOpen.test(whole) ? whole.replace(before, '') : whole;
  const spaced = bare.slice(0, longest).replace(dayBefore, '');
  return spaced.includes('(') ? spaced.replace(country, '$1') : spaced;
}

const months = new Set(monthNames.flatMap((names) => names.split('|')));
// `Augusta` is in Georgia, and a month in Slovak.
const days = new Set([...weekdayNames, ...months].filter((name) => name !== 'augusta'));

function isDay(name: string): boolean {
  return days.has(name.toLowerCase());
}

/** `The Hague`, but not `The Ferry`. */
const articled = /^THE\s(?!HAGUE$|BRONX$|VILLAGES$|WOODLANDS$|DALLES$|VALLEY$|PAS$)/u;

/** Whether no part of a name is a topic, a day or another word that no place has. */
const mayBePlace = remember((name: string): boolean => {
  const whole = name.trim().toUpperCase();
  if (isDay(name.trim()) || articled.test(whole) || isCompany(whole)) return false;
  return !whole
    .split(/[\s/-]+/)
    .some((part) => noPlaces.has(part.replace(/['’]S$/, '').replace(/[.,]$/, '')));
});

/** `ACME CO.`, but not `DENVER CO`, a place and its state. */
function isCompany(name: string): boolean {
  const [, own = '', form = ''] = /^[\s,]*(\p{L}.*)\s([A-Z.]{2,7})\s*$/u.exec(name) ?? [];
  return legalForms.has(form.replaceAll('.', '')) && !knownNames.has(own);
}

/** `22nd March`, `8 abr`, `04/07/00` */
function isDate(day: string): boolean {
  const words: string[] = day.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return /\d[./-]\d/.test(day) || words.some((word) => months.has(word));
}

/** Capitals before a colon may be a speaker or a topic: other paragraphs tell, and one alone says nothing. */
function announcedPlace(first: Paragraph, body: Paragraph[]): string | undefined {
  const start = first.text.slice(0, longest);
  const place = start.includes(':') ? announced.exec(start)?.groups?.place : undefined;
  if (!place || !mayBePlace(place)) return undefined;
  const others = body.filter((block) => block !== first && block.kind === 'text');
  const isSpoken = others.some(({ text }) => speaker.test(text.slice(0, longest)));
  return others.length === 0 || isSpoken ? undefined : place;
}

/** A day in figures, or an agency in brackets. */
const dated = /[\d(]/;
/** Behind a bracket at most. */
const eastern = /^\P{L}{0,2}[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u;

function read(text: string): Dateline | undefined {
  return (
    capitalPlace(text) ??
    (dated.test(text) ? datedPlace(text) : undefined) ??
    barePlace(text) ??
    (eastern.test(text) ? easternPlace(text) : undefined)
  );
}

function datedPlace(text: string): Dateline | undefined {
  return mixedPlace(text) ?? markedPlace(text) ?? sure(stopped.exec(text));
}

function easternPlace(text: string): Dateline | undefined {
  return sure(wired.exec(text) ?? reported.exec(text) ?? bracketed.exec(text));
}

function sure(match: RegExpExecArray | null): Dateline | undefined {
  const { place, other, last } = match?.groups ?? {};
  const name = (place ?? other ?? last)?.trim();
  return name ? { place: name, certain: true } : undefined;
}

/** What the names of known places begin with. */
const firstWords = new Set(places.map(firstWord));

function firstWord(text: string): string {
  return (/^[\p{L}\p{M}'’]+/u.exec(text)?.[0] ?? '').toUpperCase();
}

/** A dash or a full stop behind a few words: nearly no other text need be looked up among the places. */
const dashed = /^.{2,45}?(?:[–—-]|\. )/u;

function barePlace(text: string): Dateline | undefined {
  if (!dashed.test(text)) return undefined;
  const isKnown = firstWords.has(firstWord(text));
  const { place, mark } =
    ((isKnown ? knownPlace.exec(text) : null) ?? barelyStopped.exec(text))?.groups ?? {};
  if (!place || !mayBePlace(place) || paired.test(text)) return undefined;
  return { place, certain: false, ...(mark?.startsWith('. ') && !/[–—-]/.test(mark) && { early: true }) };
}

function capitalPlace(text: string): Dateline | undefined {
  // With names for its groups the pattern takes half as long again.
  const [, place, detail = '', agency, mark = '', next = ''] = capitals.exec(text) ?? [];
  // `A-Z`, `U.S.`: places are words.
  if (!place || !/\p{L}{2}/u.test(place)) return undefined;
  // `LIND (voice-over):` is a speaker.
  if (mark === ':' && !detail && !namesAgency(agency)) return undefined;
  const isBare = !detail && !agency && /^\s?[—–_-]{1,2}\s?$/.test(mark);
  if (isBare && !(mayStandAlone(place.trim()) && (opensSentence.test(next) || lostFirst(mark + next))))
    return undefined;
  const isDated = agency !== undefined || /\d/.test(detail);
  // `ACME INC., SMITH CORP. —`
  if (!isDated && (isCompany(place) || isCompany(detail))) return undefined;
  const certain = isDated || !isBare;
  if (certain ? isDay(place.trim()) : !mayBePlace(place)) return undefined;
  // A full stop closes the place (BERN. –) unless it belongs to an abbreviation (WASHINGTON D.C.).
  return { place: place.trim().replace(/(?<=\p{L}{2})\.$/u, ''), certain };
}

/** `IBM` is no place: of two and three letters only known ones are. */
function mayStandAlone(place: string): boolean {
  return mayBePlace(place) && (place.length > 3 || shortPlaces.has(place));
}

const opensSentence = /^\s?["“„«'‘¿¡(]{0,2}[\p{Lu}\p{Lo}\p{N}]/u;

/** `DUBAI—ollowing the vote`: damage takes the letter behind a dash; `IKEA—which` goes on. */
function lostFirst(text: string): boolean {
  return /^—\p{Ll}/u.test(text) && !goesOn.test(text);
}

/** `(NTB)` */
function namesAgency(aside = ''): boolean {
  return isAgency(aside.replace(/[()]/g, '').trim());
}

function mixedPlace(text: string): Dateline | undefined {
  const { place, day, agency, mark } = mixed.exec(text)?.groups ?? {};
  if (!place || !(day || agency) || !mayBePlace(place)) return undefined;
  // `A. Lind (SPD) -` is a person; `Ada Lind, 48, -` too.
  if (/^\p{Lu}\.\s/u.test(place) || parties.test(agency ?? '') || (!agency && !isDate(day ?? '')))
    return undefined;
  // `Acme (ACM) -`: the agency of a day may be any.
  const certain = day !== undefined || namesAgency(agency);
  return certain || mark !== ':' ? { place: place.trim(), certain } : undefined;
}

function markedPlace(text: string): Dateline | undefined {
  const { place, agency = '', day } = (marked.exec(text) ?? alone.exec(text))?.groups ?? {};
  return place && (day || isAgency(agency)) && mayBePlace(place) ? { place, certain: true } : undefined;
}
