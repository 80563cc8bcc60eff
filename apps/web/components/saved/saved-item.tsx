'use client';
import { Rss } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import type { SearchAccount } from '@/data/types.ts';
import { formatMoment } from '@/format/dates.ts';
import { formatNumber } from '@/format/numbers.ts';
import { savedHref } from './address.ts';
import { NameForm } from './name-form.tsx';
import { useSavedChanges } from './use-saved.ts';

interface SavedItemProps {
  search: SearchAccount;
  onRemoved(): void;
}

/** One saved search: its name leads to all of it, its news to what is new. */
export function SavedItem({ search, onRemoved }: SavedItemProps) {
  const { name, text, selection, seenAt, problem, changed } = search;
  const filters = Object.keys(selection).length;
  return (
    <li className="grid gap-x-8 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0 space-y-1">
        <h2 className="headline break-words text-xl">
          <Link href={savedHref(search)} className="hover:text-accent">
            {name}
          </Link>
        </h2>
        <p className="break-words text-soft text-sm">
          <span className="font-mono">{text || 'every article'}</span>
          {filters > 0 ? ' with filters' : ''}
        </p>
        <p className="text-faint text-xs">
          Seen{' '}
          <time dateTime={seenAt} suppressHydrationWarning>
            {formatMoment(seenAt)}
          </time>
        </p>
        {problem ? <p className="text-error text-sm">{problem}</p> : null}
        {changed ? <Changed search={search} /> : null}
      </div>
      <div className="flex flex-col items-start gap-2 sm:items-end">
        <NewsOf search={search} />
        <Actions search={search} onRemoved={onRemoved} />
      </div>
    </li>
  );
}

function NewsOf({ search }: { search: SearchAccount }) {
  const { news, since } = search;
  if (!news) return null;
  if (news.new === 0) return <p className="text-faint text-sm">Nothing new</p>;
  return (
    <p className="text-sm tabular-nums">
      <Link href={savedHref(search, since)} className="link font-medium">
        {formatNumber(news.new)} new
      </Link>
      {news.known > 0 ? <span className="text-soft">, {formatNumber(news.known)} known already</span> : null}
    </p>
  );
}

function Changed({ search: { id, changed } }: { search: SearchAccount }) {
  const { reread } = useSavedChanges();
  if (!changed) return null;
  return (
    <div className="space-y-1 rounded bg-sunken p-3 text-sm">
      <p>
        The query language has changed. When saved this was read as{' '}
        <code>{changed.from || 'every article'}</code>,{' '}
        {changed.to === null ? (
          'and now it cannot be read.'
        ) : (
          <>
            now as <code>{changed.to}</code>.
          </>
        )}
      </p>
      {changed.to === null ? null : (
        <Button look="quiet" disabled={reread.isPending} onClick={() => reread.mutate({ id })}>
          Keep it as it is read now
        </Button>
      )}
    </div>
  );
}

function Actions({ search, onRemoved }: SavedItemProps) {
  const { id, name, news } = search;
  const { markSeen, remove } = useSavedChanges();
  const [renaming, setRenaming] = useState(false);
  return (
    <div className="-ml-3.5 flex flex-wrap items-center sm:-mr-2 sm:ml-0">
      {news && news.new > 0 ? (
        <Button
          look="quiet"
          aria-label={`Mark as seen: ${name}`}
          disabled={markSeen.isPending}
          onClick={() => markSeen.mutate({ id, moment: news.moment })}
        >
          Mark as seen
        </Button>
      ) : null}
      <Button look="quiet" aria-label={`Rename: ${name}`} onClick={() => setRenaming(true)}>
        Rename
      </Button>
      <Button
        look="quiet"
        aria-label={`Remove: ${name}`}
        disabled={remove.isPending}
        onClick={() => remove.mutate({ id }, { onSuccess: onRemoved })}
      >
        Remove
      </Button>
      <a
        href={`/api/searches/${id}/feed`}
        aria-label={`Atom feed of ${name}`}
        title="Atom feed"
        className="inline-flex size-8 items-center justify-center rounded text-soft hover:bg-sunken hover:text-ink"
      >
        <Rss size={15} aria-hidden="true" />
      </a>
      <Dialog open={renaming} onOpenChange={setRenaming} title="Rename this search">
        <RenameForm id={id} name={name} onDone={() => setRenaming(false)} />
      </Dialog>
    </div>
  );
}

function RenameForm({ id, name, onDone }: { id: number; name: string; onDone(): void }) {
  const { rename } = useSavedChanges();
  return (
    <NameForm
      initial={name}
      action="Rename"
      pending={rename.isPending}
      problem={rename.error?.message}
      onName={(wanted) => rename.mutate({ id, name: wanted }, { onSuccess: onDone })}
      onCancel={onDone}
    />
  );
}
