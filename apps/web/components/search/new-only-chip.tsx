import { X } from 'lucide-react';
import type { SearchAddress } from './address.ts';
import type { ChangeSearch } from './use-search.ts';

/** Says that only new articles are shown, with a way to all of them. */
export function NewOnlyChip({ search, change }: { search: SearchAddress; change: ChangeSearch }) {
  if (search.since === null) return null;
  return (
    <li>
      <button
        type="button"
        onClick={() => change({ since: null })}
        className="flex max-w-72 items-center gap-1.5 rounded-full bg-accent-soft py-1 pr-2 pl-3 text-accent text-xs hover:bg-accent hover:text-accent-ink"
      >
        <span className="sr-only">Remove: </span>
        <span className="truncate">Only what is new</span>
        <X size={12} aria-hidden="true" className="shrink-0" />
      </button>
    </li>
  );
}
