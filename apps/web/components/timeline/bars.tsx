'use client';
import { useRef, useState } from 'react';
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  type MouseHandlerDataParam,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts';
import type { TimelineBucket } from '@/data/types.ts';
import { formatPeriod } from '@/format/dates.ts';
import { formatCount, formatNumber, formatShare } from '@/format/numbers.ts';
import { periodAxis, sizeAxis } from './axes.tsx';
import { shareOf } from './measure.ts';

interface BarsProps {
  buckets: TimelineBucket[];
  share: boolean;
  height: number;
  label: string;
  onPick(value: string): void;
  onBrush(first: string, last: string): void;
}

/** More bars than this are narrower than a pixel: they are drawn as one area. */
const mostBars = 400;

const countOf = ({ count }: TimelineBucket): number => count;

/** The drawn chart, in which a press picks a period and a drag some; the table and the dates are its twins without a pointer. */
export function Bars({ buckets, share, height, label, ...actions }: BarsProps) {
  const { brushed, handlers, press } = useBrush(buckets, actions);
  return (
    <div
      role="img"
      aria-label={label}
      className="-ml-1 cursor-crosshair touch-pan-y select-none [&_.recharts-bar-rectangle:hover_path]:fill-accent"
    >
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 800, height }}>
        <ComposedChart
          data={buckets}
          accessibilityLayer={false}
          barCategoryGap={buckets.length > 120 ? 0 : '18%'}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          {...handlers}
        >
          <CartesianGrid vertical={false} stroke="var(--hairline)" />
          <XAxis dataKey="value" {...periodAxis} />
          <YAxis {...sizeAxis(share)} tickCount={share ? 5 : 4} />
          <Tooltip content={Callout} cursor={{ fill: 'var(--accent-soft)' }} isAnimationActive={false} />
          {drawn(buckets, share ? shareOf : countOf, press)}
          {brushed ? (
            <ReferenceArea
              x1={brushed[0]}
              x2={brushed[1]}
              fill="var(--accent)"
              fillOpacity={0.18}
              stroke="var(--accent)"
            />
          ) : null}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

/** The sizes of the buckets: bars, or one area where bars would be too narrow. */
function drawn(buckets: TimelineBucket[], size: (bucket: TimelineBucket) => number, press: Press) {
  if (buckets.length > mostBars) {
    return (
      <Area
        dataKey={size}
        type="step"
        stroke="var(--bar)"
        fill="var(--bar)"
        fillOpacity={0.6}
        dot={false}
        isAnimationActive={false}
      />
    );
  }
  return (
    <Bar
      dataKey={size}
      onMouseDown={({ payload }) => press.begin(payload as TimelineBucket)}
      onMouseUp={({ payload }) => press.end(payload as TimelineBucket)}
      fill="var(--bar)"
      // A bar drawn anew under the pointer would lose the press: its colour is the style sheet's.
      activeBar={false}
      maxBarSize={56}
      radius={[1.5, 1.5, 0, 0]}
      isAnimationActive={false}
    />
  );
}

/** A press on one bar; the chart may draw it anew in between, so that no click comes of it. */
interface Press {
  begin(bucket: TimelineBucket): void;
  end(bucket: TimelineBucket): void;
}

/** Where a drag began and where it is, as places among the buckets. */
type Drag = [from: number, to: number];

function useBrush(buckets: TimelineBucket[], { onPick, onBrush }: Pick<BarsProps, 'onPick' | 'onBrush'>) {
  const [drag, setDrag] = useState<Drag | null>(null);
  // A drag ends with a click too, which picks nothing; the click on a bar is one on the chart too.
  const isDone = useRef(false);
  const pressed = useRef<string | null>(null);
  const at = ({ activeTooltipIndex: index }: MouseHandlerDataParam) =>
    index === null || index === undefined ? null : Number(index);
  const pick = (bucket: TimelineBucket | undefined) => {
    if (isDone.current || !bucket || bucket.count === 0) return;
    isDone.current = true;
    onPick(bucket.value);
  };
  const [from = -1, to = -1] = drag ?? [];
  const [first, last] = [buckets[Math.min(from, to)], buckets[Math.max(from, to)]];
  const brushed = first && last && first !== last ? ([first.value, last.value] as const) : null;
  return {
    brushed,
    press: {
      begin: (bucket: TimelineBucket) => {
        pressed.current = bucket.value;
      },
      end: (bucket: TimelineBucket) => {
        if (pressed.current === bucket.value && !brushed) pick(bucket);
      },
    },
    handlers: {
      onMouseDown: (state: MouseHandlerDataParam) => {
        isDone.current = false;
        const place = at(state);
        setDrag(place === null ? null : [place, place]);
      },
      onMouseMove: (state: MouseHandlerDataParam, { buttons }: { buttons: number }) => {
        const place = at(state);
        // The chart learns late where a quick press was: the drag then begins with its first move.
        if (buttons === 1 && place !== null && place !== drag?.[1]) setDrag([drag?.[0] ?? place, place]);
      },
      onMouseUp: () => {
        setDrag(null);
        if (!brushed) return;
        isDone.current = true;
        onBrush(...brushed);
      },
      onMouseLeave: () => setDrag(null),
      onClick: (state: MouseHandlerDataParam) => {
        pick(buckets[at(state) ?? -1]);
      },
    },
  };
}

function Callout({ active, payload }: TooltipContentProps) {
  const bucket: TimelineBucket | undefined = payload[0]?.payload;
  if (!active || !bucket) return null;
  return (
    <div className="rounded border border-hairline bg-raised px-2.5 py-1.5 text-xs shadow-md shadow-shade/10">
      <p className="font-medium first-letter:uppercase">{formatPeriod(bucket.value)}</p>
      <p className="text-soft tabular-nums">
        {formatNumber(bucket.count)} of {formatCount(bucket.all, 'article')}, {formatShare(shareOf(bucket))}
      </p>
    </div>
  );
}
