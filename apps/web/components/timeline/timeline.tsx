'use client';
import { ChartColumn, Table2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import type { Bucket, Period } from '@/data/types.ts';
import { formatCount } from '@/format/numbers.ts';
import { PeriodTable } from './period-table.tsx';
import { fillGaps } from './periods.ts';

const Bars = dynamic(() => import('./bars.tsx').then((module) => module.Bars), { ssr: false });

export interface TimelineProps {
  title: string;
  buckets: Bucket[] | undefined;
  by: Period;
  /** Opens the articles of one period. */
  onPick(value: string): void;
  /** Address of the articles of one period, for the table. */
  hrefOf(value: string): string;
  height?: number;
  controls?: ReactNode;
}

/** Articles over time, as bars or as a table of the same numbers. */
export function Timeline({ title, buckets, by, onPick, hrefOf, height = 150, controls }: TimelineProps) {
  const [asTable, setAsTable] = useState(false);
  const filled = buckets ? fillGaps(buckets, by) : undefined;
  const undated = buckets?.find((bucket) => bucket.value === '')?.count ?? 0;
  return (
    <figure className="m-0">
      <figcaption className="mb-2 flex min-h-8 items-center justify-between gap-3">
        <span className="label">{title}</span>
        <span className="flex items-center gap-1">
          {controls}
          <TableSwitch asTable={asTable} onSwitch={() => setAsTable(!asTable)} />
        </span>
      </figcaption>
      <div style={{ minHeight: height }}>
        {filled === undefined ? <BarSkeleton height={height} /> : null}
        {filled && asTable ? <PeriodTable buckets={filled} by={by} hrefOf={hrefOf} /> : null}
        {filled && !asTable ? (
          <Bars buckets={filled} height={height} onPick={onPick} label={describe(title, filled)} />
        ) : null}
      </div>
      {undated > 0 ? (
        <p className="text-faint text-xs">{formatCount(undated, 'article')} without a date</p>
      ) : null}
    </figure>
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

function describe(title: string, buckets: Bucket[]): string {
  const largest = buckets.reduce((most, bucket) => (bucket.count > most.count ? bucket : most), {
    value: '',
    label: '',
    count: 0,
  });
  if (largest.value === '') return `${title}: nothing to show.`;
  return `${title}: ${formatCount(buckets.length, 'period')}; the most is ${formatCount(largest.count, 'article')} in ${largest.value}. The table holds every number.`;
}

const skeletonBars = [30, 55, 42, 70, 62, 88, 50, 76, 95, 60, 45, 80, 66, 38, 72, 58];

function BarSkeleton({ height }: { height: number }) {
  return (
    <div
      aria-hidden="true"
      className="flex items-end gap-1.5 border-hairline border-b"
      style={{ height: height - 24 }}
    >
      {skeletonBars.map((share) => (
        <div key={share} className="skeleton flex-1 rounded-b-none" style={{ height: `${share * 0.8}%` }} />
      ))}
    </div>
  );
}
