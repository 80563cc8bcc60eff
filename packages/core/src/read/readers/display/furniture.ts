import type { DisplayBlock, DisplayLine } from '../../syntax/display.ts';

/** No line of the vendor's page is longer. */
const longest = 400;

/** Lines that word processor or vendor put around the articles. */
const product = /factiva/i;
const vendorLine =
  /\bfactiva\b.*\b(?:display format|inc|dow jones)\b|\bdow jones\b.*\bfactiva\b|(?:©|\(c\)|copyright).*\bfactiva\b|^\s*factiva\s*$/i;
const houseName = /^\s*dow jones\s*$/i;
const contentsTitle =
  /^(?:table of contents|contents|inhaltsverzeichnis|inhalt|table des matières|sommaire|índice|contenido|indice|sommario|sumário|inhoudsopgave|содержание|目次|目录|目錄|목차)$/i;
const leaders = /(?:\.\s?){4,}\s*\d{1,4}$|\t\s*\d{1,4}$/;

const page = '(?:page|seite|página|pagina|страница|стр\\.|strona|sida|side|sayfa|ページ|페이지)';
const outOf = '(?:of|von|sur|de|di|van|из|z|av|af|/)';
const rights = '(?:©|\\(c\\)|copyright)\\s*\\d{4}(?:[-–]\\d{4})?\\s.{0,30}factiva.{0,80}';
const pageNumber = new RegExp(
  `^(?:${page}|第)?\\s*\\d{1,4}(?:\\s*${outOf}\\s*\\d{1,4}\\b.{0,60}|\\s*[页頁])?$`,
  'iu',
);
const pageOfPages = new RegExp(
  `^(?:(?:${rights}\\s)?${page}\\s*\\d{1,4}\\s*${outOf}\\s*\\d{1,4}(?:\\s*(?:${rights}|.{0,60}))?|第\\s*\\d{1,4}\\s*[页頁][，,、/ ]{0,3}共\\s*\\d{1,4}\\s*[页頁].{0,60})$`,
  'iu',
);
/** First characters of all page lines, small and large. */
const pageOpenings = 'pPsScC©(第сСペ페';
const longestPageLine = 160;
const rightsLine = new RegExp(`^${rights}$`, 'iu');

/** A line drawn between articles, or their number: `-----`, `Article 3 of 30`. */
const divider =
  /^(?:[-–—_=*~#+.•· ]{3,}|(?:article|artículo|articolo|artigo|artikel|document|documento|dokument|item|文章|記事)\s?#?\d{1,4}(?:\s?(?:of|von|de|sur|di|van|\/)\s?\d{1,4})?[.:]?)$/iu;

/** Whether a line before or between articles is the vendor's: contents, name of the product, page number. */
export function isFurniture(block: DisplayBlock): boolean {
  if (block.kind !== 'line' || block.value.text.length > longest) return false;
  const { text } = block.value;
  return (
    (block.contents && /\d$/.test(text)) ||
    isHeading(block) ||
    pageNumber.test(text) ||
    divider.test(text) ||
    isPageLine(text)
  );
}

/** `24`, `20/20` */
const figures = /^\d{1,4}(?:\/\d{1,4})?$/;

// A headline that a program wrapped has at least this many characters on its first line.
const wrappedLine = 50;

/**
 * Whether a line of figures is the section over a headline and no number of a page: right over a line that is bold, is
 * wrapped, or ends with a blank line.
 */
export function isNumberedSection([block, headline, behind]: readonly (DisplayBlock | undefined)[]): boolean {
  if (block?.kind !== 'line' || headline?.kind !== 'line' || behind?.kind !== 'line') return false;
  if (!figures.test(block.value.text.trim()) || headline.gap || isFurniture(headline)) return false;
  return behind.gap || (headline.bold && !block.bold) || headline.value.text.length >= wrappedLine;
}

/** Whether a line is the house's name, which the vendor's page head has beside the product's. */
export function isHouseName(block: DisplayBlock | undefined): boolean {
  return block?.kind === 'line' && houseName.test(block.value.text);
}

/** Whether a line names the product, as the vendor's page head does. */
export function namesProduct(block: DisplayBlock | undefined): boolean {
  return block?.kind === 'line' && block.value.text.length <= longest && isVendorLine(block.value.text);
}

/** Whether a page with this line holds contents or the vendor's heading, and nothing else. */
export function marksFrontPage(block: DisplayBlock): boolean {
  if (block.kind !== 'line' || block.value.text.length > longest) return false;
  const { text } = block.value;
  return block.contents || (isHeading(block) && !isPageLine(text) && !isVendorRights(text));
}

/** Whether furniture may be an article's headline in another place: it names neither the vendor nor all pages. */
export function mayBeHeadline({ value: { text }, contents }: DisplayLine): boolean {
  return !contents && !isVendorLine(text) && !isPageLine(text);
}

/** Whether a line, even in the middle of an article, is the foot or head of a printed page: `Page 3 of 20 ...`. */
export function isPageLine(text: string): boolean {
  return mayBePageLine(text) && pageOfPages.test(text);
}

/** `© 2026 Factiva, Inc. All rights reserved.`: beside the line of a page its second half, else perhaps an article's. */
export function isVendorRights(text: string): boolean {
  return mayBePageLine(text) && rightsLine.test(text);
}

/** Nearly every line is told by this: page lines are short, have a number, and begin with a word for page or a sign. */
export function mayBePageLine(text: string): boolean {
  return text.length <= longestPageLine && pageOpenings.includes(text.charAt(0)) && /\d/.test(text);
}

function isHeading({ value: { text } }: DisplayLine): boolean {
  return isVendorLine(text) || contentsTitle.test(text) || leaders.test(text);
}

/** All of them name the product. */
function isVendorLine(text: string): boolean {
  return product.test(text) && vendorLine.test(text);
}
