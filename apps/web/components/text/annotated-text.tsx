import type { Diagnostic } from '@pressmark/core';
import { DamagePopover } from './damage-popover.tsx';
import { useRepairs } from './repair-context.ts';
import { RepairPopover } from './repair-popover.tsx';
import { type Place, segmentText } from './segments.ts';

interface AnnotatedTextProps {
  /** Key of the text in the article: `headline`, `body.3.text`. */
  path: string;
  text: string;
  marks: Record<string, Place[]>;
  diagnostics: Diagnostic[];
}

export type Damage = Diagnostic & { path: string; span: Place };

/** A text of an article with its hits marked, its damaged and its repaired places underlined; text only, whatever it holds. */
export function AnnotatedText({ path, text, marks, diagnostics }: AnnotatedTextProps) {
  const repairs = useRepairs();
  const damages = diagnostics.filter(
    (entry): entry is Damage => entry.path === path && entry.span !== undefined,
  );
  const repaired = repairs.places.filter((place) => place.path === path);
  const places = marks[path] ?? [];
  const segments = segmentText(
    text,
    places,
    [...damages, ...repaired].map(({ span }) => span),
  );
  return segments.map((segment, index) => {
    const inner =
      segment.mark === undefined ? (
        segment.text
      ) : (
        <mark data-hit={`${path}:${places[segment.mark]?.start}`}>{segment.text}</mark>
      );
    const place = segment.damage ?? -1;
    const damage = damages[place];
    const repair = repaired[place - damages.length]?.repair;
    if (damage)
      return (
        <DamagePopover key={index} damage={damage}>
          {inner}
        </DamagePopover>
      );
    if (repair)
      return (
        <RepairPopover key={index} repair={repair}>
          {inner}
        </RepairPopover>
      );
    return <span key={index}>{inner}</span>;
  });
}
