'use client';
import { useQuery } from '@tanstack/react-query';
import { Failure } from '@/components/ui/failure.tsx';
import { useApi } from '@/data/api.ts';
import type { Totals } from '@/data/types.ts';
import { ArchiveTimeline } from './archive-timeline.tsx';
import { FirstRun } from './first-run.tsx';
import { RankedList } from './ranked-list.tsx';
import { RecentImports } from './recent-imports.tsx';
import { SearchStart } from './search-start.tsx';
import { TotalsLine } from './totals-line.tsx';

/** The front page: what the archive holds, and the ways into it. */
export function Overview() {
  const api = useApi();
  const totals = useQuery(api.archive.totals.queryOptions());
  if (totals.error) return <Failure error={totals.error} retry={totals.refetch} />;
  if (totals.data && totals.data.articles === 0) return <FirstRun />;
  return <FilledOverview totals={totals.data} />;
}

function FilledOverview({ totals }: { totals: Totals | undefined }) {
  const api = useApi();
  const facets = useQuery(api.articles.facets.queryOptions({ q: '', by: ['source', 'language'] }));
  return (
    <div className="mx-auto max-w-6xl pt-10 sm:pt-16">
      <TotalsLine totals={totals} />
      <SearchStart />
      <div className="mt-12 sm:mt-16">
        <ArchiveTimeline />
      </div>
      <div className="mt-12 grid gap-x-16 gap-y-12 md:grid-cols-2 lg:grid-cols-[5fr_3fr_4fr]">
        <RankedList title="Sources" dimension="source" buckets={facets.data?.facets[0]?.buckets} />
        <RankedList title="Languages" dimension="language" buckets={facets.data?.facets[1]?.buckets} />
        <RecentImports />
      </div>
    </div>
  );
}
