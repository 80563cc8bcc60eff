'use client';
import { useState } from 'react';
import { ListSkeleton } from '@/components/search/result-skeleton.tsx';
import { Failure } from '@/components/ui/failure.tsx';
import { formatNumber } from '@/format/numbers.ts';
import { useCompareAddress } from './address.ts';
import { CountsTable } from './counts-table.tsx';
import { QueriesBox } from './queries-box.tsx';
import { SeriesFigure } from './series-figure.tsx';
import { mostSeries, useCounts, useLabelled, useSeries } from './use-compared.ts';
import type { Opened } from './use-list-file.ts';

/** Several searches beside one another: their numbers, and their course over time. */
export function CompareView() {
  const address = useCompareAddress();
  const [opened, setOpened] = useState<Opened>({ file: null, left: [] });
  const queries = useLabelled(address.queries, address.names);
  const { counts, error, retry } = useCounts(queries);
  const series = useSeries(queries, address.by);
  const readable = queries.filter(({ parsed }) => parsed.ok).length;
  return (
    <div className="mx-auto max-w-5xl pt-10">
      <h1 className="headline mb-6 text-3xl">Compare searches</h1>
      <QueriesBox
        key={address.isLong ? 'long' : address.queries}
        address={address}
        opened={opened}
        onOpen={setOpened}
      />
      {opened.left.length > 0 ? (
        <ul role="alert" className="mt-3 space-y-1 text-error text-sm">
          {opened.left.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      {error ? <Failure error={error} retry={retry} /> : null}
      {readable > 0 ? (
        <div className="mt-10">
          {series.error ? <Failure error={series.error} retry={series.refetch} /> : null}
          {series.isPending ? <ListSkeleton /> : null}
          {series.data ? <SeriesFigure found={series.data} address={address} /> : null}
          {readable > mostSeries ? (
            <p className="mt-2 text-faint text-sm">
              The chart has the first {mostSeries} of {formatNumber(readable)} queries; the table below has
              all.
            </p>
          ) : null}
        </div>
      ) : null}
      {queries.length > 0 ? (
        <div className="mt-8">
          <CountsTable queries={queries} counts={counts} />
        </div>
      ) : null}
    </div>
  );
}
