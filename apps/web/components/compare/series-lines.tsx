'use client';
import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import { periodAxis, sizeAxis } from '@/components/timeline/axes.tsx';
import type { SeriesFound } from '@/data/types.ts';
import { formatPeriod } from '@/format/dates.ts';
import { formatNumber, formatShare } from '@/format/numbers.ts';
import { lineStyle } from './line-style.ts';
import { valueAt } from './series-values.ts';

interface SeriesLinesProps {
  found: SeriesFound;
  share: boolean;
  /** Indices of the series that are drawn. */
  shown: number[];
  label: string;
}

interface Point {
  period: string;
  [series: number]: number | null;
}

const height = 320;

/** The drawn chart; the table beside it is its twin for those who do not see or point. */
export function SeriesLines({ found, share, shown, label }: SeriesLinesProps) {
  const points: Point[] = found.periods.map((period, at) => ({
    period,
    ...Object.fromEntries(shown.map((index) => [index, valueAt(found, { index, at, share })])),
  }));
  const format = share ? formatShare : formatNumber;
  return (
    <div role="img" aria-label={label} className="-ml-1">
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 800, height }}>
        <LineChart data={points} accessibilityLayer={false} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--hairline)" />
          <XAxis dataKey="period" {...periodAxis} />
          <YAxis {...sizeAxis(share)} tickCount={5} />
          <Tooltip
            content={(props) => <Callout {...props} found={found} format={format} />}
            cursor={{ stroke: 'var(--rule)' }}
            isAnimationActive={false}
          />
          {shown.map((index) => {
            const { colour, dash } = lineStyle(index);
            return (
              <Line
                key={index}
                dataKey={String(index)}
                stroke={colour}
                strokeDasharray={dash}
                strokeWidth={2}
                dot={points.length < 2 ? { r: 3, fill: colour } : false}
                activeDot={{ r: 3.5, fill: colour, stroke: 'var(--paper)' }}
                connectNulls={false}
                isAnimationActive={false}
              />
            );
          })}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

type CalloutProps = TooltipContentProps & { found: SeriesFound; format(value: number): string };

function Callout({ active, payload, found, format }: CalloutProps) {
  const point: Point | undefined = payload[0]?.payload;
  if (!active || !point) return null;
  const all = found.all[found.periods.indexOf(point.period)] ?? 0;
  return (
    <div className="rounded border border-hairline bg-raised px-2.5 py-1.5 text-xs shadow-md shadow-shade/10">
      <p className="font-medium first-letter:uppercase">{formatPeriod(point.period)}</p>
      {payload.map(({ dataKey, value, color }) => (
        <p key={String(dataKey)} className="flex items-center gap-2 tabular-nums">
          <span aria-hidden="true" className="h-0.5 w-3" style={{ background: color }} />
          <span className="mr-auto max-w-48 truncate">{found.series[Number(dataKey)]?.label}</span>
          {typeof value === 'number' ? format(value) : 'no articles'}
        </p>
      ))}
      <p className="mt-0.5 text-faint tabular-nums">of {formatNumber(all)} articles</p>
    </div>
  );
}
