import { formatTick } from '@/format/dates.ts';
import { formatNumber, formatShare } from '@/format/numbers.ts';

const tick = { fill: 'var(--faint)', fontSize: 11, fontFamily: 'var(--font-sans)' };

/** The axis of periods below a chart. */
export const periodAxis = {
  tick,
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
    width: 'auto',
  }) as const;
