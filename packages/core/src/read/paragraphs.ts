import type { Paragraph } from '../article.ts';
import type { Facts } from './draft.ts';
import type { FieldCode } from './fields.ts';

/** Which fields make the body, in reading order, and what their paragraphs are. */
const bodyFields: { code: FieldCode; kind: Paragraph['kind']; part?: Paragraph['part'] }[] = [
  { code: 'CX', kind: 'correction' },
  { code: 'LP', kind: 'text', part: 'lead' },
  { code: 'TD', kind: 'text', part: 'rest' },
  { code: 'ART', kind: 'caption' },
  { code: 'CT', kind: 'contact' },
  { code: 'RF', kind: 'note' },
];

const address = /[\w+-]@[\w-]+\.\w/;
const relatedTitle =
  /^(?:related (?:coverage|articles?|stories|links?)|more on this|read more|mehr zum thema|lesen sie auch|verwandte (?:artikel|themen)|sur le même sujet|lire aussi|à lire aussi|más información|noticias relacionadas|leia (?:também|mais)|leggi anche|articoli correlati|lees ook|читайте также|по теме|関連記事|관련기사|相关(?:报道|新闻)|相關(?:報導|報道|新聞))\s*:?$/iu;
const listItem = /^(?:\*|•|–|-)\s+\S/u;
const captions =
  /^(?:(?:photos?|maps?|charts?|graphs?|graphic|drawings?|diagrams?|chart\/map|photo\/map)s?\s*:|(?:bild|foto|grafik|légende)\s*:)/iu;
const corrections =
  /^(?:correction|corrections & amplifications|corrects?|berichtigung|korrektur|rectificatif|corrección|correzione)\b\s*[:(—–-]/iu;

/** Reads the paragraphs of the body: fields tell the part, the text itself tells contacts, lists and captions. */
export function readParagraphs(facts: Facts): Paragraph[] {
  const fields = bodyFields.flatMap(({ code, ...form }) =>
    (facts.fields.get(code) ?? []).map((value) => ({ ...form, value })),
  );
  const unmarked = (facts.text ?? []).map((value) => ({ kind: 'text' as const, value }));
  const blocks = [...fields, ...unmarked]
    .filter(({ value }) => value.text.trim() !== '')
    .map(({ value, ...form }): Paragraph => {
      const own = value.table ? { kind: 'table' as const } : {};
      return { ...form, ...own, text: value.text };
    });
  return markKinds(blocks);
}

/** Paragraphs of kind text that are evidently something else become that; the bullet of a list item is its markup. */
function markKinds(blocks: Paragraph[]): Paragraph[] {
  let inRelated = false;
  return blocks.map((block) => {
    if (block.kind !== 'text') return block;
    const isItem = listItem.test(block.text);
    const isTitle = block.text.length < 60 && relatedTitle.test(block.text);
    inRelated = isTitle || (inRelated && isItem);
    if (isItem)
      return { ...block, kind: inRelated ? 'related' : 'list', text: block.text.replace(/^\W\s+/u, '') };
    return { ...block, kind: isTitle ? 'heading' : kindOf(block.text) };
  });
}

function kindOf(text: string): Paragraph['kind'] {
  // In every language a short paragraph with an address asks to write to somebody.
  if (text.length < 240 && text.includes('@') && address.test(text)) return 'contact';
  if (captions.test(text)) return 'caption';
  return corrections.test(text) ? 'correction' : 'text';
}
