import type { Paragraph } from '../article.ts';

// DUBAI—, WASHINGTON (AP) —, PARIS, Jan. 8 --, BERLIN, 3. Mai (Reuters) -
const opening =
  /^(?<place>\p{Lu}[\p{Lu}\p{M}.'’/ -]{1,38}[\p{Lu}.])(?<detail>,[^—–()\n]{1,48}?)?\s*(?:\([^()\n]{1,40}\)\s*)?(?:—|–|--|\s-\s|(?<=\.)-\s)/u;

/** The place of writing at the start of the text, in capitals before a dash; undefined where there is none. */
export function findDateline(body: Paragraph[]): string | undefined {
  const first = body.find((block) => block.kind === 'text');
  const place = first && opening.exec(first.text.slice(0, 160))?.groups?.place?.trim();
  // A full stop closes the place (BERN. –) unless it belongs to an abbreviation (WASHINGTON D.C.).
  return place?.replace(/(?<=\p{L}{2})\.$/u, '');
}
