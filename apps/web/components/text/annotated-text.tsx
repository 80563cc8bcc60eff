import type { Diagnostic } from '@pressmark/core';
import { DamagePopover } from './damage-popover.tsx';
import { type Place, segmentText } from './segments.ts';

interface AnnotatedTextProps {
  /** Key of the text in the article: `headline`, `body.3.text`. */
  path: string;
  text: string;
  marks: Record<string, Place[]>;
  diagnostics: Diagnostic[];
}

type Placed = Diagnostic & { span: Place };

/** A text of an article with its hits marked and its damaged places underlined; text only, whatever it holds. */
export function AnnotatedText({ path, text, marks, diagnostics }: AnnotatedTextProps) {
  const damages = diagnostics.filter(
    (entry): entry is Placed => entry.path === path && entry.span !== undefined,
  );
  const segments = segmentText(
    text,
    marks[path] ?? [],
    damages.map((entry) => entry.span),
  );
  return segments.map((segment, index) => {
    const damage = segment.damage === undefined ? undefined : damages[segment.damage];
    const inner = segment.mark === undefined ? segment.text : <mark data-hit="">{segment.text}</mark>;
    return (
      <span key={index}>{damage ? <DamagePopover diagnostic={damage}>{inner}</DamagePopover> : inner}</span>
    );
  });
}
