import { readDate, readTime } from '../dates.ts';
import { draftOf, type Facts } from '../draft.ts';
import type { FieldCode } from '../fields.ts';
import { languageCode } from '../languages.ts';
import type { Block, Draft, Value } from '../reader.ts';

/** Parts of a date with a day of the week. */
const mostParts = 3;

/** Reads a headline item: headline, a line of `Source, date, words, author, (language)`, and a snippet of the text. */
export function readHeadline(blocks: Block[]): Draft | null {
  const isNumber = (block: Block) => block.kind === 'field' && block.label === 'AN';
  const values = blocks
    .filter((block) => !isNumber(block))
    .flatMap((block) => (block.kind === 'line' ? [block.value] : block.values));
  const [headline, line, ...snippet] = values.filter((value) => value.text.trim() !== '');
  if (!headline) return null;
  const fields = new Map<FieldCode, Value[]>([['HD', [headline]]]);
  const set = (code: FieldCode, text: string | undefined) => text && fields.set(code, [{ text }]);
  readLine(line?.text ?? '', set);
  const accession = blocks.find(isNumber);
  if (accession?.kind === 'field') fields.set('AN', accession.values);
  const raw = values.map((value) => ({ label: '', values: [value.text] }));
  const facts: Facts = { fields, raw, kind: 'headline', text: snippet };
  return draftOf(facts);
}

/** The parts are parted by commas, which a source's name and a date may hold too: the date parts name from the rest. */
function readLine(line: string, set: (code: FieldCode, text: string | undefined) => void): void {
  const language = /[(（]([^()（）]+)[)）]\s*$/.exec(line);
  if (language?.[1] && languageCode(language[1])) set('LA', language[1]);
  // `1,072 words` is one part.
  const parts = line
    .slice(0, language?.index)
    .split(/,(?!\d{3}(?!\d))|，/)
    .map((part) => part.trim());
  const date = findDate(parts);
  if (!date) return;
  const { start, end } = date;
  const time = parts.findIndex(
    (part, index) =>
      (index < start ? start - index : index - end + 1) <= 2 && /\d/.test(part) && readTime(part),
  );
  set('SN', parts.slice(0, time >= 0 && time < start ? time : start).join(', '));
  set('PD', parts.slice(start, end).join(', '));
  if (time >= 0) set('ET', parts[time]);
  const after = parts.filter((part, index) => index >= end && index !== time && part !== '');
  const count = after.findIndex((part) => /^\d[\d.,\u00a0\u202f ]*\s*[\p{L}]{1,12}$/u.test(part));
  if (count >= 0) set('WC', after[count]);
  set('BY', after.slice(count + 1).join(', '));
}

/** `8 April 2017`, `April 8, 2017`, `Saturday, April 8, 2017`: one part or several. */
function findDate(parts: string[]): { start: number; end: number } | undefined {
  for (let start = 0; start < parts.length; start++) {
    for (let end = start + 1; end <= Math.min(start + mostParts, parts.length); end++) {
      if (readDate(parts.slice(start, end).join(', '))) return { start, end };
    }
  }
  return undefined;
}
