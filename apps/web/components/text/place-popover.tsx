'use client';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';

interface PlacePopoverProps {
  /** What the place is: spoken as the name of the popover, shown as its heading. */
  title: string;
  look: 'damaged' | 'repaired';
  /** The place in the text; where it is empty something is missing. */
  text: ReactNode;
  open: boolean;
  onOpenChange(open: boolean): void;
  children: ReactNode;
}

/** A marked place of a text: a button in the line that opens what is known of it. */
export function PlacePopover({ title, look, text, open, onOpenChange, children }: PlacePopoverProps) {
  const gap = text === '';
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>
        <button
          type="button"
          title={title}
          aria-label={gap ? `${title}: nothing stands here` : undefined}
          data-gap={gap ? '' : undefined}
          className={`${look} cursor-help text-inherit`}
        >
          {text}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={title}
          lang="en"
          sideOffset={6}
          collisionPadding={12}
          className="z-50 w-80 max-w-[calc(100vw-1.5rem)] rounded-md border border-hairline bg-raised p-4 text-sm shadow-lg shadow-shade/10"
        >
          <p className="label mb-1.5 text-damage">{title}</p>
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** A text of the article quoted in a popover. */
export function Quoted({ label, text }: { label: string; text: string }) {
  return (
    <p className="mt-3">
      <span className="block text-faint text-xs">{label}</span>
      <span className="whitespace-pre-wrap break-words font-serif text-base">{text || '(nothing)'}</span>
    </p>
  );
}
