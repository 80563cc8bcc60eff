'use client';
import { createContext, type RefObject, useContext, useEffect, useRef } from 'react';

export type Handlers = Record<string, () => void>;

export interface Shortcuts {
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  enabled: boolean;
  setEnabled(enabled: boolean): void;
  showHelp(): void;
  handlers: Set<Handlers>;
  /** A key that leads to another page, and is meant for what listens to it there. */
  pending: RefObject<string | null>;
}

export const ShortcutContext = createContext<Shortcuts | null>(null);

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
    const { handlers, pending } = shortcuts;
    handlers.add(entry);
    const awaited = pending.current === null ? undefined : entry[pending.current];
    if (awaited) pending.current = null;
    awaited?.();
    return () => void handlers.delete(entry);
  }, [shortcuts.handlers, shortcuts.pending]);
}
