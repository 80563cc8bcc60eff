'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect } from 'react';
import { NewsList } from '@/components/saved/news-list.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Failure } from '@/components/ui/failure.tsx';
import { useApi } from '@/data/api.ts';
import { reasonOf } from '@/data/reason.ts';
import type { ImportDetail } from '@/data/types.ts';
import { formatMoment } from '@/format/dates.ts';
import { formatBytes, formatCount } from '@/format/numbers.ts';
import { FileList } from './file-list.tsx';
import { RunningPanel } from './running-panel.tsx';
import { isResumable, isUnderWay, stateLabels } from './states.ts';
import { useUploads } from './upload-context.ts';
import { useArchiveRefresh } from './use-imports.ts';
import { useCancel, useResume } from './use-steering.ts';
import { breakOf, shortfallsOf, sumLine } from './words.ts';

/** One import: how far it is, then the account of each file. */
export function ImportView({ id }: { id: number }) {
  const detail = useImport(id);
  if (detail.error) return <Failure error={detail.error} retry={detail.refetch} />;
  if (!detail.data) return <ViewSkeleton />;
  return (
    <div className="mx-auto max-w-5xl pt-10">
      <ImportHeading detail={detail.data} />
      <RunningPanel detail={detail.data} />
      <FileList detail={detail.data} />
    </div>
  );
}

function useImport(id: number) {
  const api = useApi();
  const cache = useQueryClient();
  const detail = useQuery({
    ...api.imports.get.queryOptions({ id }),
    staleTime: 0,
    refetchInterval: (query) => (isUnderWay(query.state.data?.import.state) ? 400 : false),
  });
  const state = detail.data?.import.state;
  useArchiveRefresh(isUnderWay(state) ? undefined : state);
  useEffect(() => {
    if (state !== undefined) void cache.invalidateQueries({ queryKey: api.imports.list.queryKey() });
  }, [state, cache, api]);
  return detail;
}

function ImportHeading({ detail }: { detail: ImportDetail }) {
  const batch = detail.import;
  const { sending } = useUploads();
  const resume = useResume(batch.id);
  const cancel = useCancel(batch.id);
  const error = resume.error ?? cancel.error;
  const isSending = sending?.importId === batch.id && !sending.failure;
  const waiting = batch.state === 'waiting' && !isSending;
  return (
    <header>
      <p className="text-sm">
        <Link href="/imports" className="link">
          Imports
        </Link>
      </p>
      <h1 className="headline mt-1 text-3xl">
        Import of{' '}
        <time dateTime={batch.startedAt} suppressHydrationWarning>
          {formatMoment(batch.startedAt)}
        </time>
      </h1>
      <p className="mt-2 text-soft tabular-nums" role="status">
        {isSending ? 'Sending' : stateLabels[batch.state]}: {formatCount(batch.files, 'file')},{' '}
        {formatBytes(batch.bytes)};{' '}
        {[sumLine(batch), ...shortfallsOf(batch).map(({ words }) => words)].join('; ')}.
      </p>
      <div className="mt-4 flex gap-2.5">
        {isResumable(batch.state) || waiting ? (
          <Button
            look={batch.state === 'failed' ? 'line' : 'solid'}
            disabled={resume.isPending}
            onClick={() => resume.mutate({ id: batch.id })}
          >
            {waiting ? 'Start' : batch.state === 'failed' ? 'Try again' : 'Resume'}
          </Button>
        ) : null}
        {waiting ? (
          <Button disabled={cancel.isPending} onClick={() => cancel.mutate({ id: batch.id })}>
            Cancel
          </Button>
        ) : null}
        {batch.state === 'done' && batch.found > 0 ? (
          <Link href="/search" className="link text-sm">
            Search the archive
          </Link>
        ) : null}
      </div>
      {isUnderWay(batch.state) ? null : <NewsList />}
      {batch.trouble ? (
        <p role="alert" className="mt-4 max-w-3xl break-words border-error border-l-2 pl-3 text-sm">
          {breakOf(batch.trouble)} Resume goes on from there.
        </p>
      ) : null}
      {error ? <p className="mt-2 text-error text-sm">{reasonOf(error)}</p> : null}
    </header>
  );
}

function ViewSkeleton() {
  return (
    <div aria-hidden="true" className="mx-auto max-w-5xl space-y-4 pt-12">
      <div className="skeleton h-8 w-96 max-w-full" />
      <div className="skeleton h-4 w-72" />
      <div className="skeleton mt-8 h-32 w-full" />
    </div>
  );
}
