'use client';
import type { Diagnostic } from '@pressmark/core';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';

/** A damaged place: underlined in the text, and on request what is wrong and what may have stood there. */
export function DamagePopover({ diagnostic, children }: { diagnostic: Diagnostic; children: ReactNode }) {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" title={diagnostic.message} className="damaged cursor-help text-inherit">
          {children}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label="Damaged in the file"
          sideOffset={6}
          collisionPadding={12}
          className="z-50 max-w-80 rounded-md border border-hairline bg-raised p-4 text-sm shadow-lg shadow-black/10"
        >
          <p className="label mb-1.5 text-damage">Damaged in the file</p>
          <p lang="en">{diagnostic.message}</p>
          <Candidates diagnostic={diagnostic} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Candidates({ diagnostic: { candidates } }: { diagnostic: Diagnostic }) {
  if (!candidates || candidates.length === 0) return null;
  return (
    <>
      <p className="mt-3 text-faint text-xs">May have read</p>
      <ul className="mt-1 space-y-1">
        {candidates.map((candidate) => (
          <li key={candidate.text} className="flex items-baseline justify-between gap-4">
            <span className="font-serif text-base">{candidate.text}</span>
            <span className="text-right text-faint text-xs">{candidate.reason}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-faint text-xs">The text stays as the file has it.</p>
    </>
  );
}
