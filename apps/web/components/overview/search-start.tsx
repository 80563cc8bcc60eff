'use client';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { searchHref } from '@/components/search/address.ts';
import { settled } from '@/components/search/date-order.ts';
import { QueryInput } from '@/components/search/query-input.tsx';
import { useShortcuts } from '@/components/shell/shortcut-context.ts';

/** The box that leads to the search page. */
export function SearchStart() {
  const router = useRouter();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useShortcuts({ '/': () => box.current?.focus() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    router.push(searchHref({ q: settled(text) }));
  };
  return (
    <search>
      <form
        onSubmit={submit}
        className="mt-8 relative flex items-center gap-3 border-ink border-b-2 pb-2 focus-within:border-accent"
      >
        <Search size={20} className="shrink-0 text-faint" aria-hidden="true" />
        <QueryInput ref={box} label="Search the archive" text={text} onText={setText} problems={[]} />
        <kbd className="hidden sm:block">/</kbd>
      </form>
    </search>
  );
}
