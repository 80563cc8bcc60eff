import { isAgency } from '../names.ts';
import type { Line } from './anchors.ts';
import { endsSentence } from './sentence.ts';

/** What a publisher's name ends with: the form of a company, or a word for a house. */
const ending =
  /(?:^|[\s,.])(?:inc|incorporated|ltd|limited|llc|llp|plc|ag|se|kg|kgaa|gmbh|ggmbh|mbh|eg|e\.?\s?v|ohg|ug|company|co|corp|corporation|s\.?\s?a|s\.?a\.?s|s\.?a\.?r\.?l|s\.?\s?l|s\.?l\.?u|s\.?\s?p\.?\s?a|s\.?r\.?l|n\.?\s?v|b\.?\s?v|pty|pvt|ltda|sp\. z o\.o|a\.s|a\/s|ab|asa|oy|oyj|zrt|kft|d\.o\.o|press|presse|media|group|gruppe|verlag|verlagsanstalt|agency|agentur|digital|publishing|publications|newspapers?|broadcasting|networks?|foundation)\.?(?:\s*\([^)]*\))?$|(?:新闻社|新聞社|通讯社|通訊社|通信社|出版社|报社|報社|新聞網|集团|集團|有限公司|株式会社|주식회사|신문|신문사|일보|일보사|방송|통신)$/iu;
/** What it begins with. */
const opening =
  /^(?:verlag|verlagsgruppe|éditions|editions|groupe|grupo|gruppo|editora|editorial|ediciones|editrice|casa editrice|uitgeverij|издательский дом|издательство|ооо|зао|оао|ао|株式会社|주식회사|㈜)\s/iu;

/** A name opens with a capital, or with the short form of a house (`dpa Deutsche Presse-Agentur`). */
const opensName = /^(?:\p{Lu}|\p{Lo}|\p{Ll}{2,5}\s\p{Lu}|㈜)/u;
/** `Ada Lind, Harbour Press`: behind the comma of a publisher stands nothing but the form of a company. */
const otherName = /,\s*(?!\p{Lu}[\p{L}.]{0,4}(?:[\s.]|$))\p{Lu}\p{Ll}{2,}/u;
/** The rights of the article, perhaps said again under its text. */
const rightsLine =
  /^(?:copyright|©|\(c\))|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados/i;
/** `... since left the company.`, `about 90 kg.`: no name ends so. */
const endsInWord = /(?:^|\s)\p{Ll}(?:\p{L}+[.!?]|\p{L}{4,})$/u;
const longest = 100;
const mostWords = 8;
const shortName = 8;

/**
 * The publisher stands alone before the accession number: unmarked in HTML, elsewhere told by its form, or by its name
 * in the copyright or as that of the source (`names`).
 */
export function publisherOf(
  rest: Line[],
  { marked, names }: { marked: boolean; names: string[] },
): Line | undefined {
  const last = rest.at(-1);
  const text = last?.value.text.trim() ?? '';
  if (!last) return undefined;
  if (marked) return last.mark === undefined && text.length < 200 && mayName(text) ? last : undefined;
  if (text.length >= longest || !opensName.test(text) || rightsLine.test(text)) return undefined;
  if (endsInWord.test(text) || text.split(/\s+/).length > mostWords) return undefined;
  // A line that is all of the text is that, unless it is words that the header names.
  const isAll = rest.length < 2;
  return (isNamed(text, names) && (!isAll || /\s/.test(text))) || (!isAll && hasForm(text))
    ? last
    : undefined;
}

/** Whether the copyright or the source names it too. */
function isNamed(text: string, names: string[]): boolean {
  const name = (/[.,]$/.test(text) ? text.slice(0, -1) : text).toLowerCase();
  return text.length > 3 && names.some((other) => other.toLowerCase().includes(name));
}

function hasForm(text: string): boolean {
  if (/[:：|]/.test(text) || otherName.test(text) || isSentence(text)) return false;
  // `EFE` alone signs the text.
  return ending.test(text) || opening.test(text) || (text.length > shortName && isAgency(text));
}

/** `He works for the Associated Press.`: small words, as names hardly have, before a full stop. */
function isSentence(text: string): boolean {
  return endsSentence(text) && /(?<!\p{L})\p{Ll}{4}/u.test(text);
}

/** Other notes stand where the publisher does: a number, a sentence. */
function mayName(text: string): boolean {
  const isSentence = /[.!?]/.test(text.slice(-1)) && text.split(/\s+/).length > 4 && !ending.test(text);
  return /\p{L}/u.test(text) && !isSentence;
}
