import type { Paragraph } from '../article.ts';
import type { Facts } from './draft.ts';
import type { FieldCode } from './fields.ts';
import { isFilled } from './layouts/filled.ts';
import type { Value } from './reader.ts';
import {
  addressee,
  captions,
  contacts,
  corrections,
  correctionTitle,
  editorNotes,
  invitations,
  letterOpenings,
  reachable,
  relatedTitle,
  reportedSpeech,
} from './tables/openings.ts';

/** Which fields make the body, in reading order, and what their paragraphs are. */
const bodyFields: { code: FieldCode; form: Form }[] = [
  { code: 'CX', form: { kind: 'correction' } },
  { code: 'LP', form: { kind: 'text', part: 'lead' } },
  { code: 'TD', form: { kind: 'text', part: 'rest' } },
  { code: 'ART', form: { kind: 'caption' } },
  { code: 'CT', form: { kind: 'contact' } },
  { code: 'RF', form: { kind: 'note' } },
];

const writeTo = /^(?:Write|WRITE) to \p{Lu}/u;
/** One pass over the openings that any kind has tells nearly every paragraph, which has none; long ones are of few kinds. */
const opensLong = openingOf(captions, corrections, editorNotes);
const opensKind = openingOf(contacts, writeTo, letterOpenings, opensLong);
const longestContact = 120;
const longestInvitation = 240;
/** A name, a title, a number beside an address. */
const fewWords = 6;
const address = /[\w+-]@[\w-]+\.[\w-]/;
const addresses = /[\w.+-]*[\w+-]@[\w-]+(?:\.[\w-]+)+/g;
const telephone = /\+?\d(?:[ ()./-]{0,2}\d){6,}/;
/** `***`, `- - -`: drawn between parts of a text. */
const divider = /^[^\p{L}\p{N}]+$/u;
// An en dash opens speech in many languages, not items.
const listItem = /^(?:[*•·▪■◦●]|-)\s+\S/u;

function openingOf(...openings: RegExp[]): RegExp {
  return new RegExp(openings.map(({ source }) => `(?:${source})`).join('|'), 'iu');
}

/** Reads the paragraphs of the body: fields tell the part, the text itself tells contacts, lists and captions. */
export function readParagraphs(facts: Facts): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const items = new Set<Paragraph>();
  const linked = new Set<Paragraph>();
  const gather = (values: readonly Value[] | undefined, form: Form): void => {
    if (!values) return;
    for (const value of values) {
      add(paragraphs, value, form);
      if (!value.item && !value.links) continue;
      const last = paragraphs.at(-1);
      if (last && value.item) items.add(last);
      if (last && value.links) linked.add(last);
    }
  };
  for (const { code, form } of bodyFields) {
    gather(facts.fields.get(code), form);
    if (code === 'TD') gather(facts.text, unparted);
  }
  return markHeadings(markKinds(paragraphs, items), linked);
}

type Form = Pick<Paragraph, 'kind' | 'part'>;

const unparted: Form = { kind: 'text' };

const columns = /\S\t+[^\t]+\t+\S/;
/** No row that is set in columns by spaces is longer. */
const longestRow = 160;

/** Whether spaces set a line in three columns or more, and not just two words apart. */
export function isAligned(text: string): boolean {
  if (text.length > longestRow || !text.includes('  ')) return false;
  const cells = text.trim().split(/ {2,}/);
  const within = cells.reduce((sum, cell) => sum + cell.split(' ').length - 1, 0);
  return cells.length > 2 && cells.length > within && cells.every((cell) => /[\p{L}\p{N}]/u.test(cell));
}

/** Rows of a table that stand one under the other are one; tabs or spaces that part three columns make a row too. */
function add(paragraphs: Paragraph[], { text, table: marked }: Value, form: Form): void {
  if (!isFilled(text)) return;
  const before = paragraphs.at(-1);
  const table = marked || (form.kind === 'text' && isRow(text));
  if (table && before?.kind === 'table' && before.part === form.part) before.text += `\n${text}`;
  else {
    const kind = table ? 'table' : form.kind;
    paragraphs.push(form.part ? { kind, part: form.part, text } : { kind, text });
  }
}

function isRow(text: string): boolean {
  return (text.includes('\t') && columns.test(text)) || isAligned(text);
}

/**
 * Paragraphs of kind text that are evidently something else become that; the bullet of a list item is its markup.
 * `items`: those that the markup calls so.
 */
function markKinds(paragraphs: Paragraph[], items: ReadonlySet<Paragraph>): Paragraph[] {
  let inRelated = false;
  let inCorrection = false;
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== 'text') continue;
    const { text } = paragraph;
    const isProse = isLetter(text.charCodeAt(0));
    if (!isProse && divider.test(text)) continue;
    const isBulleted = !isProse && listItem.test(text);
    const isItem = isBulleted || (items.size > 0 && items.has(paragraph));
    const isTitle = text.length < 60 && relatedTitle.test(text);
    inRelated = isTitle || (inRelated && isItem);
    if (isBulleted) paragraph.text = text.replace(/^\S\s+/u, '');
    const isCorrected = inCorrection;
    inCorrection = text.length < 60 && correctionTitle.test(text);
    if (isItem) paragraph.kind = inRelated ? 'related' : 'list';
    else if (isCorrected || inCorrection) paragraph.kind = 'correction';
    else paragraph.kind = isTitle ? 'heading' : kindOf(text);
  }
  return paragraphs;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** What a paragraph of its own says it is. */
export function kindOf(text: string): Paragraph['kind'] {
  if (text.length < longestInvitation && text.includes('@') && invites(text)) return 'contact';
  const opening = text.length < longestInvitation ? opensKind : opensLong;
  if (!opening.test(text)) return 'text';
  if (text.length < longestContact && (contacts.test(text) || writeTo.test(text))) return 'contact';
  if (text.length < longestInvitation && asksForLetters(text)) return 'contact';
  if (captions.test(text)) return 'caption';
  if (corrections.test(text)) return 'correction';
  return editorNotes.test(text) ? 'note' : 'text';
}

/** Whether a short paragraph with an address asks to write to it; prose may tell of one too. */
function invites(text: string): boolean {
  if (!address.test(text)) return false;
  if (invitations.test(text) || reachable.test(text) || telephone.test(text)) return true;
  return (text.replaceAll(addresses, ' ').match(/[\p{L}\p{M}]+/gu)?.length ?? 0) <= fewWords;
}

/** Whether a line asks its readers to write, and tells to whom. */
function asksForLetters(text: string): boolean {
  const opening = letterOpenings.exec(text)?.[0];
  const behind = opening && text.slice(opening.length);
  return !!behind && addressee.test(behind) && !reportedSpeech.test(text);
}

const longestHeading = 60;
const mostWords = 8;
// A paragraph under a heading is running text: longer than any line of a list, a poem or a table.
const leastText = 120;
const ends = /[.!?:;,…"”»’')\]。！？：」』]$/u;

/** The rights of the article and addresses on the web. */
const noHeading = /^(?:copyright\s|©|\(c\))|https?:\/\//iu;

/** A short line without an end mark between paragraphs of running text is a heading, unless it is a link (`linked`). */
function markHeadings(paragraphs: Paragraph[], linked: ReadonlySet<Paragraph>): Paragraph[] {
  for (let index = 1; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index] as Paragraph;
    const { kind, text } = paragraph;
    if (kind !== 'text' || text.length > longestHeading || !mayHead(text) || linked.has(paragraph)) continue;
    const before = paragraphs[index - 1];
    const after = paragraphs[index + 1];
    const isApart = before && (ends.test(before.text) || divider.test(before.text));
    if (isApart && after?.kind === 'text' && after.text.length >= leastText) paragraph.kind = 'heading';
  }
  return paragraphs;
}

/** A line of words that begins as a sentence does and ends as none. */
function mayHead(text: string): boolean {
  return (
    !/^(?:by|von|par|por)\s\p{Lu}/iu.test(text) &&
    !noHeading.test(text) &&
    /^[\p{Lu}\p{Lo}\p{N}¿¡"“«„]/u.test(text) &&
    !ends.test(text) &&
    text.split(/\s+/).length <= mostWords
  );
}
