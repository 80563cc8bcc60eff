'use client';
import { useRouter } from 'next/navigation';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { HelpDialog } from './help-dialog.tsx';
import { type Handlers, ShortcutContext, type Shortcuts } from './shortcut-context.ts';

const storageKey = 'pressmark-shortcuts';
const destinations: Record<string, string> = {
  o: '/',
  s: '/search',
  c: '/compare',
  v: '/saved',
  i: '/imports',
};

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [enabled, setEnabled] = useStoredSwitch();
  const [help, setHelp] = useState(false);
  const [handlers] = useState(() => new Set<Handlers>());
  const showHelp = useCallback(() => setHelp(true), []);
  const pending = useRef<string | null>(null);
  useKeys({ enabled, showHelp, handlers, pending });
  const value = useMemo(
    () => ({ enabled, setEnabled, showHelp, handlers, pending }),
    [enabled, setEnabled, showHelp, handlers],
  );
  return (
    <ShortcutContext value={value}>
      {children}
      <HelpDialog open={help} onOpenChange={setHelp} />
    </ShortcutContext>
  );
}

function useStoredSwitch(): [boolean, (enabled: boolean) => void] {
  const [enabled, setEnabled] = useState(true);
  useEffect(() => setEnabled(localStorage.getItem(storageKey) !== 'off'), []);
  const store = useCallback((next: boolean) => {
    localStorage.setItem(storageKey, next ? 'on' : 'off');
    setEnabled(next);
  }, []);
  return [enabled, store];
}

function useKeys({ enabled, showHelp, handlers, pending }: Omit<Shortcuts, 'setEnabled'>): void {
  const router = useRouter();
  const going = useRef(false);
  useEffect(() => {
    if (!enabled) return;
    const goToBox = () => {
      pending.current = '/';
      router.push('/search');
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isBusy(event)) return;
      const destination = going.current ? destinations[event.key] : undefined;
      going.current = event.key === 'g';
      pending.current = null;
      const own = destination
        ? () => router.push(destination)
        : [...handlers]
            .reverse()
            .map((entry) => entry[event.key])
            .find(Boolean);
      const action = own ?? (event.key === '?' ? showHelp : event.key === '/' ? goToBox : undefined);
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enabled, showHelp, handlers, pending, router]);
}

/** Keys belong to fields, menus and dialogs first, and Enter to whatever link or button has the focus. */
function isBusy(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]'))
    return true;
  return event.key === 'Enter' && target?.closest('a, button, summary') !== null;
}
