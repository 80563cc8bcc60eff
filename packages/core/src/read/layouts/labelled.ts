import { draftOf } from '../draft.ts';
import { type FieldCode, isFieldCode } from '../fields.ts';
import type { Block, Draft, Value } from '../reader.ts';
import { isFilled } from './filled.ts';

/** Fields whose values become the body unchanged; raw names them and does not repeat the text. */
const bodyCodes = new Set<string>(['LP', 'TD']);

/** What identifies an article; the other labels may stand in a table of its text too (`CO`, `PE`). */
const identifying = ['HD', 'AN', 'LP', 'TD'] as const satisfies FieldCode[];

/** Whether a piece shows its fields with labels. */
export function isLabelled(blocks: Block[]): boolean {
  return blocks.some((block) => block.kind === 'field' && identifying.some((code) => code === block.label));
}

/** Reads an article shown field by field (HD, WC, PD ...), in any order; null where nothing identifies one. */
export function readLabelled(blocks: Block[]): Draft | null {
  const fields = new Map<FieldCode, Value[]>();
  const raw: Draft['raw'] = [];
  for (const block of blocks) {
    const label = block.kind === 'field' ? block.label : '';
    const values = filledValues(block);
    if (label === '' && values.length === 0) continue;
    raw.push({ label, values: bodyCodes.has(label) ? [] : values.map((value) => value.text) });
    if (!isFieldCode(label)) continue;
    const held = fields.get(label);
    if (held) for (const value of values) held.push(value);
    else fields.set(label, [...values]);
  }
  const has = (...codes: FieldCode[]) => codes.some((code) => (fields.get(code)?.length ?? 0) > 0);
  if (!has(...identifying)) return null;
  const hasBody = has('LP', 'TD');
  const text = hasBody ? [] : takeExcerpts(fields);
  return draftOf({ fields, raw, kind: hasBody || text.length > 0 ? 'article' : 'headline', text });
}

/** The values of a block itself where all are filled, as nearly always. */
function filledValues(block: Block): Value[] {
  const values = block.kind === 'field' ? block.values : [block.value];
  return values.every(isFilledValue) ? values : values.filter(isFilledValue);
}

function isFilledValue({ text }: Value): boolean {
  return isFilled(text);
}

const excerpt = /^(?:\.{3}|…)|(?:\.{3}|…)$/;

/** Keywords in context have no label over them: the excerpts follow the value of the last field before them. */
function takeExcerpts(fields: Map<FieldCode, Value[]>): Value[] {
  for (const [code, values] of fields) {
    const start = values.findIndex(({ text }, index) => index > 0 && excerpt.test(text.trim()));
    if (start < 0) continue;
    fields.set(code, values.slice(0, start));
    return values.slice(start);
  }
  return [];
}
