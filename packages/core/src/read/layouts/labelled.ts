import { draftOf } from '../draft.ts';
import { type FieldCode, isFieldCode } from '../fields.ts';
import type { Block, Draft, Value } from '../reader.ts';

/** Fields whose values become the body unchanged; raw names them and does not repeat the text. */
const bodyCodes = new Set<string>(['LP', 'TD']);

/** Whether a piece shows its fields with labels. */
export function isLabelled(blocks: Block[]): boolean {
  return blocks.some((block) => block.kind === 'field' && isFieldCode(block.label));
}

/** Reads an article shown field by field (HD, WC, PD ...), in any order; null where nothing identifies one. */
export function readLabelled(blocks: Block[]): Draft | null {
  const fields = new Map<FieldCode, Value[]>();
  const raw: Draft['raw'] = [];
  for (const block of blocks) {
    const label = block.kind === 'field' ? block.label : '';
    const values = (block.kind === 'field' ? block.values : [block.value]).filter(
      (value) => value.text.trim() !== '',
    );
    if (label === '' && values.length === 0) continue;
    raw.push({ label, values: bodyCodes.has(label) ? [] : values.map((value) => value.text) });
    if (!isFieldCode(label)) continue;
    const held = fields.get(label) ?? [];
    for (const value of values) held.push(value);
    fields.set(label, held);
  }
  const isArticle = fields.has('HD') || fields.has('AN') || fields.has('LP') || fields.has('TD');
  const hasBody = (fields.get('LP')?.length ?? 0) + (fields.get('TD')?.length ?? 0) > 0;
  return isArticle ? draftOf({ fields, raw, kind: hasBody ? 'article' : 'headline' }) : null;
}
