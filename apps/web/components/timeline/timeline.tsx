'use client';
import { ChartColumn, Table2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type CSSProperties, type ReactNode, useState } from 'react';
import type { Period, Timeline as TimelineData } from '@/data/types.ts';
import { formatCount, formatNumber, formatShare } from '@/format/numbers.ts';
import { shareOf } from './measure.ts';
import { PeriodTable } from './period-table.tsx';

const Bars = dynamic(() => import('./bars.tsx').then((module) => module.Bars), {
  ssr: false,
  loading: BarSkeleton,
});

export interface TimelineProps {
  title: string;
  timeline: TimelineData | undefined;
  by: Period;
  /** Shares of all articles of a period instead of counts. */
  share?: boolean;
  /** Opens the articles of one period. */
  onPick(value: string): void;
  /** Opens the articles from one period to another, which were brushed over. */
  onBrush(first: string, last: string): void;
  /** Address of the articles of one period, for the table. */
  hrefOf(value: string): string;
  height?: number;
  controls?: ReactNode;
  children?: ReactNode;
}

/** Articles over time, as bars or as a table of the same numbers. */
export function Timeline({ title, timeline, by, share = false, height = 150, ...rest }: TimelineProps) {
  const { onPick, onBrush, hrefOf, controls, children } = rest;
  const [asTable, setAsTable] = useState(false);
  const buckets = timeline?.buckets;
  return (
    <figure className="m-0">
      <figcaption className="mb-2 flex min-h-8 flex-wrap items-center justify-between gap-x-3">
        <span className="flex flex-col">
          <span className="label">{title}</span>
          {share && buckets ? <Whole buckets={buckets} by={by} /> : null}
        </span>
        <span className="flex flex-wrap items-center gap-1">
          {controls}
          <TableSwitch asTable={asTable} onSwitch={() => setAsTable(!asTable)} />
        </span>
      </figcaption>
      <div style={{ '--bars': `${height}px` } as CSSProperties} className="min-h-(--bars)">
        {buckets === undefined ? <BarSkeleton /> : null}
        {buckets && asTable ? <PeriodTable buckets={buckets} by={by} hrefOf={hrefOf} /> : null}
        {buckets && !asTable ? (
          <Bars
            buckets={buckets}
            share={share}
            height={height}
            onPick={onPick}
            onBrush={onBrush}
            label={describe(title, buckets, share)}
          />
        ) : null}
      </div>
      {children}
      {timeline && timeline.undated.count > 0 ? (
        <p className="text-faint text-xs">
          {formatCount(timeline.undated.count, 'article')} without a date, in no bar
        </p>
      ) : null}
    </figure>
  );
}

/** What the shares are shares of. */
function Whole({ buckets, by }: { buckets: TimelineData['buckets']; by: Period }) {
  const all = buckets.reduce((sum, bucket) => sum + bucket.all, 0);
  return (
    <span className="text-faint text-xs tabular-nums">
      of every article of each {by}, {formatNumber(all)} in all
    </span>
  );
}

function TableSwitch({ asTable, onSwitch }: { asTable: boolean; onSwitch(): void }) {
  return (
    <button
      type="button"
      onClick={onSwitch}
      className="inline-flex h-8 items-center gap-1.5 rounded px-2 text-faint text-xs hover:bg-sunken hover:text-ink"
    >
      {asTable ? <ChartColumn size={13} aria-hidden="true" /> : <Table2 size={13} aria-hidden="true" />}
      {asTable ? 'Show as bars' : 'Show as table'}
    </button>
  );
}

function describe(title: string, buckets: TimelineData['buckets'], share: boolean): string {
  const sizeOf = (bucket: TimelineData['buckets'][number]) => (share ? shareOf(bucket) : bucket.count);
  const largest = buckets.reduce((most, bucket) => (sizeOf(bucket) > sizeOf(most) ? bucket : most), {
    value: '',
    count: 0,
    all: 0,
  });
  if (largest.value === '') return `${title}: nothing to show.`;
  const most = share ? formatShare(shareOf(largest)) : formatCount(largest.count, 'article');
  return `${title}: ${formatCount(buckets.length, 'period')}; the most is ${most} in ${largest.value}. The table holds every number.`;
}

const skeletonBars = [30, 55, 42, 70, 62, 88, 50, 76, 95, 60, 45, 80, 66, 38, 72, 58];

/** Bars to come, as high as what stands around them says. */
function BarSkeleton() {
  return (
    <div
      aria-hidden="true"
      className="flex h-[calc(var(--bars)-1.5rem)] items-end gap-1.5 border-hairline border-b"
    >
      {skeletonBars.map((share) => (
        <div key={share} className="skeleton flex-1 rounded-b-none" style={{ height: `${share * 0.8}%` }} />
      ))}
    </div>
  );
}
