'use client';
import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useTheme } from 'next-themes';
import { useEffect, useState } from 'react';
import { useUploads } from '@/components/imports/upload-context.ts';
import { useSavedPlaces } from '@/components/saved/use-saved-places.ts';
import { searchHref } from '@/components/search/address.ts';
import { dateOrder, settled } from '@/components/search/date-order.ts';
import { Dialog } from '@/components/ui/dialog.tsx';
import { useShortcutSettings } from './shortcut-context.ts';

const opening = 'pressmark:palette';

export function openPalette(): void {
  document.dispatchEvent(new Event(opening));
}

/** Ctrl-K: every place and every action by name, and whatever is typed as a search. */
export function Palette() {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  useOpening(setOpen);
  const close = (action: () => void) => () => {
    setOpen(false);
    setText('');
    action();
  };
  return (
    <Dialog open={open} onOpenChange={setOpen} title="Commands" bare>
      <Command loop label="Commands" className="flex flex-col">
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder="Search, or name a place or an action"
          className="border-hairline border-b bg-transparent px-5 py-4 text-base outline-none placeholder:text-faint"
        />
        <Command.List className="max-h-80 overflow-y-auto p-2">
          <Entries text={text} close={close} />
        </Command.List>
      </Command>
    </Dialog>
  );
}

function Entries({ text, close }: { text: string; close(action: () => void): () => void }) {
  const router = useRouter();
  const { setTheme } = useTheme();
  const uploads = useUploads();
  const { showHelp } = useShortcutSettings();
  const saved = useSavedPlaces();
  const search = text.trim();
  const actions: [string, () => void][] = [
    ['Overview', () => router.push('/')],
    ['Search the archive', () => router.push('/search')],
    ['Compare searches', () => router.push('/compare')],
    ['Saved searches', () => router.push('/saved')],
    ...saved.map(({ label, href }): [string, () => void] => [label, () => router.push(href)]),
    ['Imports', () => router.push('/imports')],
    ['Import files…', uploads.pickFiles],
    ['Import a folder…', uploads.pickFolder],
    ['Light theme', () => setTheme('light')],
    ['Dark theme', () => setTheme('dark')],
    ['Theme as the system', () => setTheme('system')],
    ['Dates in queries: day first', () => dateOrder.set('dmy')],
    ['Dates in queries: month first', () => dateOrder.set('mdy')],
    ['Keys and queries', showHelp],
  ];
  return (
    <>
      {search ? (
        <Item
          value={`search ${search}`}
          label={`Search for “${search}”`}
          onSelect={close(() => router.push(searchHref({ q: settled(search) })))}
        />
      ) : null}
      {actions.map(([label, action]) => (
        <Item key={label} value={label} label={label} onSelect={close(action)} />
      ))}
    </>
  );
}

function Item({ label, ...item }: { value: string; label: string; onSelect(): void }) {
  return (
    <Command.Item
      {...item}
      className="cursor-pointer rounded px-3 py-2 text-sm data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent"
    >
      {label}
    </Command.Item>
  );
}

function useOpening(setOpen: (open: boolean) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    const onOpen = () => setOpen(true);
    document.addEventListener('keydown', onKey);
    document.addEventListener(opening, onOpen);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener(opening, onOpen);
    };
  }, [setOpen]);
}
