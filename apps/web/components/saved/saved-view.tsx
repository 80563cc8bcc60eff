'use client';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { SearchLink } from '@/components/search/search-link.tsx';
import { Button } from '@/components/ui/button.tsx';
import { EntriesSkeleton } from '@/components/ui/entries-skeleton.tsx';
import { Failure } from '@/components/ui/failure.tsx';
import { Message } from '@/components/ui/message.tsx';
import { reasonOf } from '@/data/reason.ts';
import type { SearchAccount } from '@/data/types.ts';
import { SavedItem } from './saved-item.tsx';
import { useSaved, useSavedChanges } from './use-saved.ts';

/** The page of saved searches: what is new of each, and what can be done with it. */
export function SavedView() {
  const saved = useSaved();
  const [removed, setRemoved] = useState<SearchAccount | null>(null);
  return (
    <div className="mx-auto max-w-5xl pt-10">
      <h1 className="headline text-3xl">Saved searches</h1>
      {saved.data?.length === 0 ? null : (
        <p className="mt-2 max-w-xl text-pretty text-soft">
          New articles came in since you last marked a search as seen. Those known already have a text that
          was in the archive before, as another article or an earlier version.
        </p>
      )}
      <div role="status" className="my-4 min-h-9 empty:my-1 empty:min-h-2">
        {removed ? <Undo removed={removed} onDone={() => setRemoved(null)} /> : null}
      </div>
      {saved.error ? <Failure error={saved.error} retry={saved.refetch} /> : null}
      {saved.isPending ? <EntriesSkeleton /> : null}
      {saved.data?.length === 0 ? <NothingSaved /> : null}
      {saved.data && saved.data.length > 0 ? (
        <ul aria-label="Saved searches" className="divide-y divide-hairline border-hairline border-y">
          {saved.data.map((search) => (
            <SavedItem key={search.id} search={search} onRemoved={() => setRemoved(search)} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Undo({ removed, onDone }: { removed: SearchAccount; onDone(): void }) {
  const { restore } = useSavedChanges();
  return (
    <p className="flex flex-wrap items-center gap-x-3 rounded bg-sunken px-3 text-sm">
      <span className="py-2">
        {restore.error ? reasonOf(restore.error) : `“${removed.name}” is no longer saved.`}
      </span>
      <Button
        look="quiet"
        disabled={restore.isPending}
        onClick={() => restore.mutate({ id: removed.id }, { onSuccess: onDone })}
      >
        Undo
      </Button>
    </p>
  );
}

function NothingSaved() {
  return (
    <Message title="No search is saved yet" className="py-4">
      <p>
        A saved search tells what each import adds to it: a number stands beside Saved above, its new articles
        are a click away, and a feed brings them to any reader.
      </p>
      <p>
        Search, then press{' '}
        <Bookmark size={15} aria-hidden="true" className="inline -translate-y-px text-ink" /> Save beside the
        number of articles.
      </p>
      <SearchLink />
    </Message>
  );
}
