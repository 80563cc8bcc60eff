'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Sending, sendFiles, type Wanted } from './send.ts';

/** Sends one import after another: files that come while others are on their way wait for their turn. */
export function useQueue() {
  const cache = useQueryClient();
  const [sending, setSending] = useState<Sending | null>(null);
  const [queued, setQueued] = useState(0);
  const queue = useRef<Wanted[]>([]);
  const abort = useRef<AbortController>(null);
  const actions = useMemo(() => {
    const isSending = () => abort.current !== null;
    const sendNext = async (): Promise<void> => {
      const next = queue.current.shift();
      setQueued(queue.current.length);
      if (!next) return;
      const control = new AbortController();
      abort.current = control;
      const isSent = await sendFiles({ ...next, report: setSending, signal: control.signal });
      abort.current = null;
      void cache.invalidateQueries();
      if (isSent) await sendNext();
    };
    return {
      isSending,
      send({ wanted, opened }: Wanted) {
        // Nobody is led away from a page for files that were chosen a while ago.
        queue.current.push(isSending() ? { wanted } : { wanted, opened });
        if (isSending()) setQueued(queue.current.length);
        else void sendNext();
      },
      cancel: () => abort.current?.abort(),
      dismiss() {
        setSending(null);
        void sendNext();
      },
    };
  }, [cache]);
  useWarning(queued > 0 || (sending !== null && !sending.failure));
  return { sending, queued, ...actions };
}

/** Has the browser ask before its window is left: files that were not sent have to be dropped again. */
function useWarning(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isWanted]);
}
