'use client';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import type { Bucket } from '@/data/types.ts';
import { formatPeriod, formatTick } from '@/format/dates.ts';
import { formatCount, formatNumber } from '@/format/numbers.ts';

interface BarsProps {
  buckets: Bucket[];
  height: number;
  label: string;
  onPick(value: string): void;
}

const tick = { fill: 'var(--faint)', fontSize: 11, fontFamily: 'var(--font-sans)' };

/** The drawn chart; the table beside it is its twin for those who do not see or point. */
export function Bars({ buckets, height, label, onPick }: BarsProps) {
  const pick = (index: unknown) => {
    const bucket = buckets[Number(index)];
    if (bucket && bucket.count > 0) onPick(bucket.value);
  };
  return (
    <div role="img" aria-label={label} className="-ml-1 cursor-pointer">
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 800, height }}>
        <BarChart
          data={buckets}
          accessibilityLayer={false}
          barCategoryGap={buckets.length > 120 ? 0 : '18%'}
          margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
          onClick={(state) => pick(state.activeTooltipIndex)}
        >
          <CartesianGrid vertical={false} stroke="var(--hairline)" />
          <XAxis
            dataKey="value"
            tick={tick}
            tickFormatter={formatTick}
            tickLine={false}
            axisLine={{ stroke: 'var(--rule)' }}
            minTickGap={28}
            height={24}
          />
          <YAxis
            tick={tick}
            tickFormatter={formatNumber}
            tickLine={false}
            axisLine={false}
            allowDecimals={false}
            tickCount={4}
            width="auto"
          />
          <Tooltip content={Callout} cursor={{ fill: 'var(--accent-soft)' }} isAnimationActive={false} />
          <Bar
            dataKey="count"
            fill="var(--bar)"
            activeBar={{ fill: 'var(--accent)' }}
            maxBarSize={56}
            radius={[1.5, 1.5, 0, 0]}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

function Callout({ active, payload }: TooltipContentProps) {
  const bucket: Bucket | undefined = payload[0]?.payload;
  if (!active || !bucket) return null;
  return (
    <div className="rounded border border-hairline bg-raised px-2.5 py-1.5 text-xs shadow-md shadow-black/10">
      <p className="font-medium">{formatPeriod(bucket.value)}</p>
      <p className="text-soft tabular-nums">{formatCount(bucket.count, 'article')}</p>
    </div>
  );
}
