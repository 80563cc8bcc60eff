'use client';
import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { HelpDialog } from './help-dialog.tsx';

type Handlers = Record<string, () => void>;

interface Shortcuts {
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  enabled: boolean;
  setEnabled(enabled: boolean): void;
  showHelp(): void;
  handlers: Set<Handlers>;
}

const ShortcutContext = createContext<Shortcuts | null>(null);
const storageKey = 'pressmark-shortcuts';
const destinations: Record<string, string> = { o: '/', s: '/search', i: '/imports' };

export function useShortcutSettings(): Shortcuts {
  const shortcuts = useContext(ShortcutContext);
  if (!shortcuts) throw new Error('Shortcuts are used outside of their provider.');
  return shortcuts;
}

/** Listens for single keys while the component is on the page: `{ j: next, Escape: back }`. */
export function useShortcuts(handlers: Handlers): void {
  const shortcuts = useShortcutSettings();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const entry = new Proxy<Handlers>({}, { get: (_, key: string) => latest.current[key] });
    shortcuts.handlers.add(entry);
    return () => void shortcuts.handlers.delete(entry);
  }, [shortcuts.handlers]);
}

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [enabled, setEnabled] = useStoredSwitch();
  const [help, setHelp] = useState(false);
  const [handlers] = useState(() => new Set<Handlers>());
  const showHelp = useCallback(() => setHelp(true), []);
  useKeys({ enabled, showHelp, handlers });
  const value = useMemo(
    () => ({ enabled, setEnabled, showHelp, handlers }),
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

function useKeys({ enabled, showHelp, handlers }: Pick<Shortcuts, 'enabled' | 'showHelp' | 'handlers'>): void {
  const router = useRouter();
  const going = useRef(false);
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isBusy(event)) return;
      const destination = going.current ? destinations[event.key] : undefined;
      going.current = event.key === 'g';
      const own = destination
        ? () => router.push(destination)
        : [...handlers].reverse().map((entry) => entry[event.key]).find(Boolean);
      const action = own ?? (event.key === '?' ? showHelp : event.key === '/' ? () => router.push('/search') : undefined);
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enabled, showHelp, handlers, router]);
}

/** Keys belong to fields, menus and dialogs first, and Enter to whatever link or button has the focus. */
function isBusy(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]')) return true;
  return event.key === 'Enter' && target?.closest('a, button, summary') !== null;
}
