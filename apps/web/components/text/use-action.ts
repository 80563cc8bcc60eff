'use client';
import { useState } from 'react';

export interface Action {
  busy: boolean;
  error: string | undefined;
  run(work: () => Promise<void>): void;
}

/** Work that a button starts: one at a time, and what went wrong with it in words. */
export function useAction(done: () => void): Action {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const run = (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    work()
      .then(done)
      .catch((reason: unknown) => setError(reason instanceof Error ? reason.message : String(reason)))
      .finally(() => setBusy(false));
  };
  return { busy, error, run };
}
