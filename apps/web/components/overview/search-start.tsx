'use client';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef } from 'react';
import { searchHref } from '@/components/search/address.ts';
import { useShortcuts } from '@/components/shell/shortcut-context.ts';

/** The box that leads to the search page. */
export function SearchStart() {
  const router = useRouter();
  const box = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => box.current?.focus() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    router.push(searchHref({ q: box.current?.value ?? '' }));
  };
  return (
    <search>
      <form
        onSubmit={submit}
        className="mt-8 flex items-center gap-3 border-ink border-b-2 pb-2 focus-within:border-accent"
      >
        <Search size={20} className="shrink-0 text-faint" aria-hidden="true" />
        <input
          ref={box}
          aria-label="Search the archive"
          placeholder="Words, “phrases”, and, or, not, hd=, by=, date from 2017-01-01 to 2017-04-30"
          spellCheck={false}
          autoComplete="off"
          className="w-full min-w-0 bg-transparent py-1.5 font-mono text-base outline-none placeholder:font-sans placeholder:text-faint"
        />
        <kbd className="hidden sm:block">/</kbd>
      </form>
    </search>
  );
}
