'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useView } from '@/components/lines/address.ts';
import { LinesView } from '@/components/lines/lines-view.tsx';
import { FirstRun } from '@/components/overview/first-run.tsx';
import { Failure } from '@/components/ui/failure.tsx';
import { Message } from '@/components/ui/message.tsx';
import { useApi } from '@/data/api.ts';
import { type SearchAddress, searchHref } from './address.ts';
import { FacetPanel } from './facet-panel.tsx';
import { FilterChips } from './filter-chips.tsx';
import { Preview } from './preview.tsx';
import { QueryBox } from './query-box.tsx';
import { QueryExamples } from './query-examples.tsx';
import { ResultBar } from './result-bar.tsx';
import { ResultList } from './result-list.tsx';
import { ListSkeleton } from './result-skeleton.tsx';
import { SearchTimeline } from './search-timeline.tsx';
import { isStopped, type Running, useRunning } from './use-running.ts';
import {
  type ChangeSearch,
  type Facets,
  useFacets,
  useHits,
  useSearchAddress,
  useTimeline,
} from './use-search.ts';
import { visited } from './visited.ts';
import { ZeroHits } from './zero-hits.tsx';

/** The search page: facets, results, and beside them the article that has the focus. */
export function SearchView() {
  const [search, change] = useSearchAddress();
  const running = useRunning();
  const { first, hits, problems } = useHits(search, running);
  const { answer, facets } = useFacets(search, running);
  const [current, setCurrent] = useState<string | null>(visited.id);
  const { view, href } = useView();
  const asLines = view === 'lines';
  const wrong = problems.length > 0;
  useEffect(() => {
    visited.href = href(searchHref(search));
    visited.search = asLines ? null : search;
  });
  const shown = hits.find((hit) => hit.id === current) ?? hits[0];
  if (useIsEmpty({ isAsked: first?.hits.length === 0 || wrong })) return <FirstRun />;
  return (
    <div className="pt-6">
      <h1 className="sr-only">Search</h1>
      <QueryBox key={search.q} search={search} change={change} problems={problems} page={first} />
      <div
        className={`mt-6 grid gap-x-10 xl:gap-x-12 lg:grid-cols-[13rem_minmax(0,1fr)] ${asLines ? '' : 'xl:grid-cols-[13rem_minmax(0,1fr)_minmax(20rem,28rem)]'}`}
      >
        <aside aria-label="Filters" aria-busy={answer.isFetching} className="hidden lg:block">
          <FacetPanel search={search} change={change} facets={facets} />
        </aside>
        <div className="min-w-0">
          <FilterChips search={search} change={change} facets={facets} />
          {wrong ? (
            <Wrong />
          ) : (
            <Found
              search={search}
              change={change}
              facets={facets}
              running={running}
              onCurrent={setCurrent}
              shown={shown?.id}
            />
          )}
        </div>
        {asLines ? null : (
          <div className="hidden xl:block">
            {shown && !wrong ? <Preview id={shown.id} q={search.q} /> : null}
          </div>
        )}
      </div>
    </div>
  );
}

/** Whether the archive holds nothing that any search could find; asked where one finds nothing. */
function useIsEmpty({ isAsked }: { isAsked: boolean }): boolean {
  const totals = useQuery(useApi().archive.totals.queryOptions(undefined, { enabled: isAsked }));
  return isAsked && totals.data?.articles === 0;
}

function Wrong() {
  return (
    <Message title="The query cannot be read yet">
      <p>The place is marked in the box. This is how queries are written:</p>
      <QueryExamples />
    </Message>
  );
}

function Narrower() {
  return (
    <p className="max-w-xl py-6 text-soft">
      With another word, a date or a source the search has less to read, and is quicker.
    </p>
  );
}

interface FoundProps {
  search: SearchAddress;
  change: ChangeSearch;
  facets: Facets | undefined;
  running: Running;
  onCurrent(id: string): void;
  shown: string | undefined;
}

/** What a search that can be read finds: its number, its time, its articles or their lines. */
function Found({ search, change, facets, running, onCurrent, shown }: FoundProps) {
  const { pages, first } = useHits(search, running);
  const { view } = useView();
  const isSome = first !== undefined && first.hits.length > 0;
  const failed = [pages, useTimeline(search).answer, useFacets(search).answer].filter(({ error }) => error);
  const retry = () => {
    for (const { refetch } of failed) void refetch();
  };
  return (
    <>
      <ResultBar search={search} change={change} page={first} running={running} facets={facets} />
      <SearchTimeline />
      {failed[0]?.error ? <Failure error={failed[0].error} retry={retry} /> : null}
      {isStopped(pages) ? <Narrower /> : null}
      {first || pages.error || isStopped(pages) ? null : <ListSkeleton />}
      {first?.hits.length === 0 ? <ZeroHits search={search} /> : null}
      {isSome && view === 'lines' ? <LinesView search={search} /> : null}
      {isSome && view !== 'lines' ? (
        <ResultList search={search} pages={pages} onCurrent={onCurrent} shown={shown} />
      ) : null}
    </>
  );
}
