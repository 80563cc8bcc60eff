'use client';
import { Bookmark, BookmarkCheck } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { type SearchAddress, selectionOf } from '@/components/search/address.ts';
import { Dialog } from '@/components/ui/dialog.tsx';
import { tool } from '@/components/ui/tool.ts';
import { isSearch } from './address.ts';
import { NameForm } from './name-form.tsx';
import { useSaved, useSavedChanges } from './use-saved.ts';

/** Keeps the search on the page under a name; leads to the saved searches where it is kept already. */
export function SaveSearch({ search }: { search: SearchAddress }) {
  const [open, setOpen] = useState(false);
  const saved = useSaved();
  const kept = saved.data?.find((one) => isSearch(one, search));
  if (kept) {
    return (
      <Link href="/saved" className={tool} title="Saved" aria-label={`Saved as ${kept.name}`}>
        <BookmarkCheck size={14} aria-hidden="true" />
        <span className="@max-[38rem]/bar:sr-only">Saved</span>
      </Link>
    );
  }
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className={tool}
        title="Save"
        aria-label="Save this search"
      >
        <Bookmark size={14} aria-hidden="true" />
        <span className="@max-[38rem]/bar:sr-only">Save</span>
      </button>
      <Dialog open={open} onOpenChange={setOpen} title="Save this search">
        <SaveForm search={search} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function SaveForm({ search, onDone }: { search: SearchAddress; onDone(): void }) {
  const { save } = useSavedChanges();
  const { sample: _, ...selection } = selectionOf(search);
  return (
    <>
      <p className="mb-4 text-soft text-sm">
        Each import then says what is new of it. The filters are kept with the words.
      </p>
      <NameForm
        initial={search.q.slice(0, 200) || 'Every article'}
        action="Save"
        pending={save.isPending}
        problem={save.error?.message}
        onName={(name) => save.mutate({ name, q: search.q, selection }, { onSuccess: onDone })}
        onCancel={onDone}
      />
    </>
  );
}
