import { Text, type XAxisTickContentProps } from 'recharts';
import { formatTick } from '@/format/dates.ts';
import { formatNumber, formatShare } from '@/format/numbers.ts';
import { labelMiddle } from './measure.ts';

const tick = { fill: 'var(--faint)', fontSize: 11, fontFamily: 'var(--font-sans)' };

/** A label under its bar, moved where it would be cut at the edge. */
function PeriodTick({ x, payload, tickFormatter: _, ...props }: XAxisTickContentProps) {
  const label = formatTick(payload.value);
  return (
    <Text {...props} {...tick} x={labelMiddle(Number(x), label)}>
      {label}
    </Text>
  );
}

/** The axis of periods below a chart. */
export const periodAxis = {
  tick: PeriodTick,
  tickFormatter: formatTick,
  tickLine: false,
  axisLine: { stroke: 'var(--rule)' },
  minTickGap: 28,
  interval: 'equidistantPreserveStart',
  height: 24,
} as const;

/** The axis of counts beside a chart, or of shares. */
export const sizeAxis = (share: boolean) =>
  ({
    tick,
    tickFormatter: share ? formatShare : formatNumber,
    tickLine: false,
    axisLine: false,
    allowDecimals: share,
    // Every size has its label and its line: the lines of a low chart would be thinned by themselves, the labels not.
    interval: 0,
    width: 'auto',
  }) as const;
