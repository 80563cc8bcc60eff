'use client';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { Damage } from './annotated-text.tsx';
import { PlacePopover, Quoted } from './place-popover.tsx';
import { useRepairs, type Wanted } from './repair-context.ts';
import { useAction } from './use-action.ts';

/** A damaged place: underlined in the text, and on request what is wrong, what may have stood there, and the repair. */
export function DamagePopover({ damage, children }: { damage: Damage; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const { fromOf, accept } = useRepairs();
  const { busy, error, run } = useAction(() => setOpen(false));
  const take = accept && ((wanted: Wanted) => run(() => accept(damage, wanted)));
  return (
    <PlacePopover
      title="Damaged in the file"
      look="damaged"
      text={children}
      open={open}
      onOpenChange={setOpen}
    >
      <p>{damage.message}</p>
      <Quoted label="The file says" text={fromOf(damage)} />
      <Candidates damage={damage} take={take} busy={busy} />
      {take ? <OwnText take={take} busy={busy} /> : null}
      {error ? (
        <p role="alert" className="mt-3 text-error">
          {error}
        </p>
      ) : null}
      <p className="mt-3 text-faint text-xs">
        The text stays as the file has it; a repair is kept beside it.
      </p>
    </PlacePopover>
  );
}

interface TakeProps {
  take: ((wanted: Wanted) => void) | undefined;
  busy: boolean;
}

function Candidates({ damage: { candidates = [] }, take, busy }: TakeProps & { damage: Damage }) {
  if (candidates.length === 0) return null;
  return (
    <>
      <p className="mt-3 text-faint text-xs">May have read</p>
      <ul className="-mx-2 mt-1">
        {candidates.map(({ text, reason }) => (
          <li key={text}>
            <button
              type="button"
              disabled={!take || busy}
              onClick={() => take?.({ to: text, reason })}
              className="flex w-full items-baseline justify-between gap-4 rounded px-2 py-1 text-left hover:bg-accent-soft disabled:hover:bg-transparent"
            >
              <span className="sr-only">Accept </span>
              <span className="min-w-0 break-words font-serif text-base">{text || '(nothing)'}</span>
              <span className="text-right text-faint text-xs">{reason}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What no candidate says, typed by a reader who knows. */
function OwnText({ take, busy }: { take: (wanted: Wanted) => void; busy: boolean }) {
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take({ to: text, reason: 'typed by a reader' });
  };
  return (
    <form onSubmit={submit} className="mt-3 flex gap-2">
      <input
        aria-label="Another text"
        placeholder="Another text"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        className="h-9 min-w-0 flex-1 rounded border border-rule bg-transparent px-2 font-serif text-base"
      />
      <Button type="submit" disabled={busy || text === ''}>
        Accept
      </Button>
    </form>
  );
}
