'use client';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import type { StoredRepair } from '@/data/types.ts';
import { formatMoment } from '@/format/dates.ts';
import { PlacePopover, Quoted } from './place-popover.tsx';
import { useRepairs } from './repair-context.ts';
import { useAction } from './use-action.ts';

/** A repaired place: underlined in the text, and on request what the file says and the way back to it. */
export function RepairPopover({ repair, children }: { repair: StoredRepair; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const { takeBack } = useRepairs();
  const { busy, error, run } = useAction(() => setOpen(false));
  return (
    <PlacePopover title="Repaired" look="repaired" text={children} open={open} onOpenChange={setOpen}>
      <Quoted label="The file says" text={repair.from} />
      <Quoted label="Shown instead" text={repair.to} />
      <p className="mt-3 text-faint text-xs">
        Accepted {formatMoment(repair.acceptedAt)}: {repair.reason}
      </p>
      {takeBack ? (
        <Button className="mt-3" disabled={busy} onClick={() => run(() => takeBack(repair))}>
          Take back
        </Button>
      ) : null}
      {error ? (
        <p role="alert" className="mt-3 text-error">
          {error}
        </p>
      ) : null}
    </PlacePopover>
  );
}
