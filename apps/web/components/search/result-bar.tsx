'use client';
import clsx from 'clsx';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useView } from '@/components/lines/address.ts';
import { ViewSwitch } from '@/components/lines/view-switch.tsx';
import { SaveSearch } from '@/components/saved/save-search.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Select } from '@/components/ui/select.tsx';
import { tool } from '@/components/ui/tool.ts';
import type { Page, Sort } from '@/data/types.ts';
import { countChosen, type SearchAddress, sorts } from './address.ts';
import { ExportMenu } from './export-menu.tsx';
import { FacetPanel } from './facet-panel.tsx';
import { SampleMenu } from './sample-menu.tsx';
import { SearchStatus } from './search-status.tsx';
import type { Running } from './use-running.ts';
import { type ChangeSearch, type Facets, useTotal } from './use-search.ts';

interface ResultBarProps {
  search: SearchAddress;
  change: ChangeSearch;
  page: Page | undefined;
  running: Running;
  facets: Facets | undefined;
}

const sortLabels: Record<Sort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  relevance: 'Most relevant',
  source: 'By source code',
  words: 'Longest first',
};

/** The number of hits, and what can be done with them. */
export function ResultBar({ search, change, page, running, facets }: ResultBarProps) {
  const { view } = useView();
  const isSome = page !== undefined && page.hits.length > 0;
  return (
    <div className="@container/bar flex flex-wrap items-center justify-end gap-1 border-hairline border-b pb-2">
      <SearchStatus total={useTotal(search, running)} isShown={isSome} running={running} />
      <NarrowFilters search={search} change={change} facets={facets} />
      <div className="flex items-center gap-1 max-sm:w-full max-sm:[&>:first-child]:mr-auto">
        <ViewSwitch />
        {view === 'lines' ? null : (
          <Select
            label="Order"
            value={search.sort}
            onChange={(event) => change({ sort: event.target.value as Sort })}
            className="text-sm text-soft"
          >
            {sorts.map((sort) => (
              <option key={sort} value={sort}>
                {sortLabels[sort]}
              </option>
            ))}
          </Select>
        )}
        <SampleMenu search={search} change={change} disabled={!isSome} />
        <SaveSearch search={search} />
        <ExportMenu search={search} disabled={!isSome} />
      </div>
    </div>
  );
}

/** The facets where there is no room beside the results. */
function NarrowFilters({ search, change, facets }: Omit<ResultBarProps, 'page' | 'running'>) {
  const [open, setOpen] = useState(false);
  const chosen = countChosen(search);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} className={clsx(tool, 'lg:hidden')}>
        <SlidersHorizontal size={14} aria-hidden="true" />
        Filters{chosen > 0 ? ` (${chosen})` : ''}
      </button>
      <Dialog open={open} onOpenChange={setOpen} title="Filters" side>
        <FacetPanel search={search} change={change} facets={facets} />
      </Dialog>
    </>
  );
}
