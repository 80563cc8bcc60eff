import type { Paragraph } from '../article.ts';
import { isAgency } from './names.ts';

// A dateline stands within this many characters.
const longest = 160;

/** DUBAI—, WASHINGTON (AP) —, PARIS, Jan. 8 --, MOSCOW, April 8. /TASS/, MOSCOW. April 8 (Interfax) -, BERLIN taz |, BRUSSELS -(Dow Jones)-, MADRID 8 Abr. (EFE) - */
const capitals =
  /^(?:\([^()\n]{1,30}\)\s(?:[-–]\s)?)?(?<place>(?:Mc|Mac|O['’])?\p{Lu}[\p{Lu}\p{M}.'’/ -]{1,38}[\p{Lu}.])(?<detail>,(?:[^—–()\n:]|:\d){1,48}?|(?<=\.)\s\p{L}{3,10}\.?\s\d{1,2}(?=\s\()|\s\d{1,2}\s\p{L}{3,10}\.?(?=\s\())?\s*(?<agency>(?:-\s?)?\([^()\n]{1,40}\),?\s*)?(?<mark>—|–|--|\s[-_]\s|(?<=[.)])-\s|(?<=\)\s?)[-_:]|(?<=\s)\/\s?[\p{L} -]{2,30}\/|(?<=\s)\p{Ll}{2,8}\s\|)\s*(?<next>.)?/u;
/** Berlin (dpa) -, Paris, 3 mai (AFP) -: in small letters only with the agency or the day that no prose has. */
const mixed =
  /^(?<place>\p{Lu}[\p{L}\p{M}.'’]{1,20}(?:[ /-]\p{L}[\p{L}\p{M}.'’]{1,20}){0,3})\s*(?<day>,\s?[^—–()\n,]{0,20}\d[^—–()\n]{0,20}?)?,?\s*(?<agency>\([\p{L}\p{N}/ .&-]{2,30}\))?\s*(?<mark>—|–|--|\.?\s?-|=|(?<=\)):)\s/u;
/** Stockholm (TT) Rådet, New Delhi, April 8 (IANS) The council: without a mark where the agency is known. */
const marked =
  /^(?<place>\p{Lu}[\p{L}.'’-]{1,20}(?:[ /]\p{Lu}[\p{L}.'’-]{1,20}){0,2})(?:,\s?[^—–()\n,:]{1,24})?\s\((?<agency>[\p{L} /-]{2,30})\)\s["“„«'‘]?\p{Lu}/u;
/** Bern. – Der Rat tagte, Москва. 8 апреля. INTERFAX.RU - Совет */
const stopped =
  /^(?<place>\p{Lu}\p{Ll}{2,20}(?:[ -]\p{Lu}\p{Ll}{2,20})?)\.\s(?:\d{1,2}\s\p{L}{3,10}\.\s\p{Lu}[\p{Lu}.]{2,20}\s[-–—]|[–—])\s(?=["“„«]?\p{Lu})/u;
/** 新华社北京4月8日电, 本报上海讯, 中新社东京电 */
const wired =
  /^(?:[【（(［[]\s?)?(?:新华社|新華社|中新社|中新网|中新網|中央社|本报|本報|路透社?|法新社|美联社|共同社)(?<place>[\p{Script=Han}·]{2,8}?)(?:[\d０-９]{1,2}月)?(?:[\d０-９]{1,2}日)?(?:综合|綜合)?(?:电|電|讯|訊|(?<=日)\s?[-—–])/u;
/** 【ロンドン共同】, ［東京　１日　ロイター］, (서울=연합뉴스), [서울=뉴시스] */
const bracketed =
  /^[【［[(（]\s?(?<place>[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー・·]{2,14}?)\s?(?:=\s?[^】］\])）\n]{1,24}|[\d０-９]{1,2}\s?日[^】］\])）\n]{0,16}|(?:共同|時事|ロイター|ＡＰ|AP|ＡＦＰ|AFP)[^】］\])）\n]{0,10})[】］\])）]/u;

/** NEW DELHI: The council, KUALA LUMPUR, April 8: "The council */
const announced =
  /^(?<place>\p{Lu}[\p{Lu}\p{M}.'’-]{2,20}(?: \p{Lu}[\p{Lu}\p{M}.'’-]{1,20}){0,2})(?:,\s?\p{Lu}[\p{L}.]{2,10} \d{1,2})?: ?["“„«'‘]?\p{Lu}/u;
/** A paragraph that opens so is a speaker's. */
const speaker = /^[\p{Lu}\p{M}][\p{Lu}\p{M}.'’ -]{1,60}(?:\([^()\n]{1,40}\))?: ?\S/u;

/** Words in capitals that open a text before a dash or a colon and are no places. */
export const noPlaces = new Set(
  'FOOTBALL SOCCER CRICKET RUGBY TENNIS GOLF BOXING RACING ATHLETICS CYCLING HOCKEY BASKETBALL BASEBALL SWIMMING ROWING SAILING SPORT SPORTS BUSINESS MARKETS ECONOMY POLITICS CULTURE HEALTH SCIENCE TECHNOLOGY TRAVEL FOOD FASHION MUSIC FILM TELEVISION THEATRE THEATER BOOKS ART ARTS OBITUARY BACKGROUND ABSTRACT OBJECTIVE OBJECTIVES INTRODUCTION PURPOSE METHODS RESULTS CONCLUSION CONCLUSIONS QUESTION ANSWER HOST REPORTER ANCHOR NARRATOR PRESENTER VOICE SPEAKER WHAT WHEN WHERE WHO WHY HOW ATTENTION ALERT WARNING ANNOUNCEMENT NOTICE REMINDER LETTER LETTERS COMMENT COMMENTARY COLUMN HEADLINES TOP LEAD QUOTE QUOTES FACT FACTS HIGHLIGHTS HIGHLIGHT KEY TITLE SUBJECT DATE PLACE TIME SOURCE SOURCES CONTACT PRESS RELEASE STATEMENT SPECIAL REPORT ROUNDUP PREVIEW RECAP LIVE MORE ALSO OPERATOR NATO EU UN UNO USA US UK OPEC IMF WTO WHO FBI CIA NASA CEO GDP AI IT TV BBC CNN ECB BREAKING UPDATE UPDATED CORRECTED CORRECTION REFILE EXCLUSIVE WRAPUP FACTBOX ANALYSIS NEWS VIDEO PHOTOS PHOTO OPINION EDITORIAL INTERVIEW REVIEW NOTE SUMMARY URGENT'.split(
    ' ',
  ),
);

/** One of these marks stands in or behind every dateline, whatever its form. */
const anyMark = /[—–_=:|/(（【［[电電讯訊-]/;

/** The place of writing at the start of the text; undefined where there is none. */
export function findDateline(body: Paragraph[]): string | undefined {
  const first = body.find((block) => block.kind === 'text');
  const text = first?.text.slice(0, longest) ?? '';
  if (!first || !anyMark.test(text)) return undefined;
  return placeOf(plain(text)) ?? announcedPlace(first, body);
}

/** `TOULOUSE (France), 3 mai 2019 (AFP) -`: the country behind a place, before the day. */
const country = /^(\p{Lu}[\p{L}\p{M}.'’ -]{1,38}?)\s?\(\p{Lu}[\p{L}\p{M}'’ -]{2,24}\)(?=,\s?\d)/u;

/** `Apr. 8--SPRINGFIELD --`: the day before the place. */
const dayBefore = /^\p{Lu}\p{L}{2,8}\.?\s\d{1,2}\s?(?:--|—|–)\s?/u;

/** Without country and day before, and with spaces for hard ones. */
function plain(text: string): string {
  const whole = text.includes('\u00a0') ? text.replaceAll('\u00a0', ' ') : text;
  const spaced = whole.replace(dayBefore, '');
  return spaced.includes('(') ? spaced.replace(country, '$1') : spaced;
}

/** Capitals before a colon may be a speaker or a topic: other paragraphs tell, and one alone says nothing. */
function announcedPlace(first: Paragraph, body: Paragraph[]): string | undefined {
  const place = announced.exec(first.text.slice(0, longest))?.groups?.place;
  if (!place || place.split(/[ -]/).some((part) => noPlaces.has(part))) return undefined;
  const others = body.filter((block) => block !== first && block.kind === 'text');
  const isSpoken = others.some(({ text }) => speaker.test(text.slice(0, longest)));
  return others.length === 0 || isSpoken ? undefined : place;
}

function placeOf(text: string): string | undefined {
  return (
    capitalPlace(text) ??
    mixedPlace(text) ??
    markedPlace(text) ??
    stopped.exec(text)?.groups?.place ??
    (wired.exec(text) ?? bracketed.exec(text))?.groups?.place?.trim()
  );
}

function capitalPlace(text: string): string | undefined {
  const { place, detail, agency, mark, next } = capitals.exec(text)?.groups ?? {};
  // `A-Z`, `U.S.`: places are words.
  if (!place || noPlaces.has(place.trim()) || !/\p{L}{2}/u.test(place)) return undefined;
  // `LIND (voice-over):` is a speaker.
  if (mark === ':' && !detail && !namesAgency(agency)) return undefined;
  // `NATO - said`: a hyphen between spaces opens a text only where a sentence begins behind it.
  const weak = /^\s[-_]\s$/.test(mark ?? '') && !detail && !agency;
  if (weak && !/[\p{Lu}\p{N}"“„«'‘¿¡]/u.test(next ?? '')) return undefined;
  // A full stop closes the place (BERN. –) unless it belongs to an abbreviation (WASHINGTON D.C.).
  return place.trim().replace(/(?<=\p{L}{2})\.$/u, '');
}

/** `(NTB)` */
function namesAgency(aside = ''): boolean {
  return isAgency(aside.replace(/[()]/g, '').trim());
}

function mixedPlace(text: string): string | undefined {
  const { place, day, agency, mark } = mixed.exec(text)?.groups ?? {};
  return place && (day || (agency && (mark !== ':' || namesAgency(agency)))) ? place.trim() : undefined;
}

function markedPlace(text: string): string | undefined {
  const { place, agency } = marked.exec(text)?.groups ?? {};
  return place && agency && isAgency(agency) ? place : undefined;
}
