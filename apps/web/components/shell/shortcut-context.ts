'use client';
import { createContext, useContext, useEffect, useRef } from 'react';

export type Handlers = Record<string, () => void>;

export interface Shortcuts {
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  enabled: boolean;
  setEnabled(enabled: boolean): void;
  showHelp(): void;
  handlers: Set<Handlers>;
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
    shortcuts.handlers.add(entry);
    return () => void shortcuts.handlers.delete(entry);
  }, [shortcuts.handlers]);
}
