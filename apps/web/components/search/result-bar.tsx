'use client';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useView } from '@/components/lines/address.ts';
import { ViewSwitch } from '@/components/lines/view-switch.tsx';
import { SaveSearch } from '@/components/saved/save-search.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import type { Page, Sort } from '@/data/types.ts';
import { formatCount, formatNumber } from '@/format/numbers.ts';
import { countChosen, type SearchAddress, sorts } from './address.ts';
import { ExportMenu } from './export-menu.tsx';
import { FacetPanel } from './facet-panel.tsx';
import { SampleMenu } from './sample-menu.tsx';
import type { ChangeSearch, Facets } from './use-search.ts';

interface ResultBarProps {
  search: SearchAddress;
  change: ChangeSearch;
  page: Page | undefined;
  facets: Facets | undefined;
}

const sortLabels: Record<Sort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  relevance: 'Most relevant',
  source: 'By source',
  words: 'Longest first',
};

/** The exact number of hits, and what can be done with them. */
export function ResultBar({ search, change, page, facets }: ResultBarProps) {
  const { view } = useView();
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-1 border-hairline border-b pb-2">
      <p role="status" className="headline mr-auto text-xl tabular-nums">
        {page ? formatCount(page.total, 'article') : <span className="text-faint">…</span>}
        {page?.drawnFrom === undefined ? null : (
          <span className="text-base text-soft"> of {formatNumber(page.drawnFrom)}</span>
        )}
      </p>
      <NarrowFilters search={search} change={change} facets={facets} />
      <ViewSwitch />
      {view === 'lines' ? null : (
        <select
          aria-label="Order"
          value={search.sort}
          onChange={(event) => change({ sort: event.target.value as Sort })}
          className="h-8 rounded bg-transparent px-1.5 text-sm text-soft hover:bg-sunken hover:text-ink"
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {sortLabels[sort]}
            </option>
          ))}
        </select>
      )}
      <SampleMenu search={search} change={change} disabled={!page?.total} />
      <SaveSearch search={search} />
      <ExportMenu search={search} disabled={!page?.total} />
    </div>
  );
}

/** The facets where there is no room beside the results. */
function NarrowFilters({ search, change, facets }: Omit<ResultBarProps, 'page'>) {
  const [open, setOpen] = useState(false);
  const chosen = countChosen(search);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="flex h-8 items-center gap-1.5 rounded px-2 text-sm text-soft hover:bg-sunken hover:text-ink lg:hidden"
      >
        <SlidersHorizontal size={14} aria-hidden="true" />
        Filters{chosen > 0 ? ` (${chosen})` : ''}
      </button>
      <Dialog open={open} onOpenChange={setOpen} title="Filters" side>
        <FacetPanel search={search} change={change} facets={facets} />
      </Dialog>
    </>
  );
}
