import { readDate } from '../dates.ts';
import { draftOf, type Facts } from '../draft.ts';
import type { FieldCode } from '../fields.ts';
import { languageCode } from '../languages.ts';
import type { Block, Draft, Value } from '../reader.ts';

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

/** The parts are parted by commas, which a source's name may hold too: the date parts name from the rest. */
function readLine(line: string, set: (code: FieldCode, text: string | undefined) => void): void {
  const language = /\(([^()]+)\)\s*$/.exec(line);
  if (language?.[1] && languageCode(language[1])) set('LA', language[1]);
  // `1,072 words` is one part.
  const parts = line
    .slice(0, language?.index)
    .split(/,(?!\d{3}(?!\d))/)
    .map((part) => part.trim());
  const times = parts.map((part, index) => (/^\d{1,2}:\d{2}/.test(part) ? index : -1));
  const date = parts.findIndex(
    (part, index) =>
      readDate(part) !== undefined || readDate(`${part}, ${parts[index + 1] ?? ''}`) !== undefined,
  );
  if (date < 0) return;
  const wide = readDate(parts[date] ?? '') === undefined;
  const time = times.find((index) => index >= 0 && Math.abs(index - date) <= 2);
  set('SN', parts.slice(0, time !== undefined && time < date ? time : date).join(', '));
  set('PD', wide ? `${parts[date]}, ${parts[date + 1]}` : parts[date]);
  if (time !== undefined) set('ET', parts[time]);
  const after = parts
    .slice(date + (wide ? 2 : 1))
    .filter((part, index) => part !== '' && index + date + 1 !== time);
  const count = after.findIndex((part) => /^\d[\d.,\u00a0\u202f ]*\s*[\p{L}]{1,12}$/u.test(part));
  if (count >= 0) set('WC', after[count]);
  set('BY', after.slice(count + 1).join(', '));
}
