'use client';
import { ChartLine, Download, Table2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { StepSelect } from '@/components/search/step-select.tsx';
import type { SeriesFound } from '@/data/types.ts';
import { formatCount } from '@/format/numbers.ts';
import type { CompareAddress } from './address.ts';
import { SeriesLegend } from './series-legend.tsx';
import { SeriesTable } from './series-table.tsx';
import { seriesRows } from './series-values.ts';

const SeriesLines = dynamic(() => import('./series-lines.tsx').then((module) => module.SeriesLines), {
  ssr: false,
});

const tool =
  'inline-flex h-8 items-center gap-1.5 rounded px-2 text-faint text-xs hover:bg-sunken hover:text-ink';

/** Several searches over time: a chart, or a table of the same numbers. */
export function SeriesFigure({ found, address }: { found: SeriesFound; address: CompareAddress }) {
  const { share, table, hide, by, change } = address;
  const drawable = found.series.flatMap(({ total }, index) => (total === null ? [] : [index]));
  const shown = drawable.filter((index) => !hide.includes(index));
  const title = share ? `Share of all articles by ${found.by}` : `Articles by ${found.by}`;
  const Icon = table ? ChartLine : Table2;
  return (
    <figure className="m-0">
      <figcaption className="mb-2 flex min-h-8 flex-wrap items-center justify-between gap-x-3">
        <span className="label">{title}</span>
        <span className="flex flex-wrap items-center gap-1">
          <StepSelect value={by} onChange={(step) => change({ by: step })} />
          <button
            type="button"
            aria-pressed={share}
            onClick={() => change({ share: !share })}
            className={`${tool} aria-pressed:text-accent`}
          >
            % of all
          </button>
          <button type="button" onClick={() => change({ table: !table })} className={tool}>
            <Icon size={13} aria-hidden="true" />
            {table ? 'Show as lines' : 'Show as table'}
          </button>
          <button type="button" onClick={() => void save(found, share)} className={tool}>
            <Download size={13} aria-hidden="true" />
            CSV
          </button>
        </span>
      </figcaption>
      <SeriesLegend
        found={found}
        drawable={drawable}
        hide={hide}
        onHide={(hidden) => change({ hide: hidden })}
      />
      {found.periods.length === 0 ? (
        <p className="py-6 text-soft">No dated article fits any of these.</p>
      ) : null}
      {found.periods.length > 0 && table ? <SeriesTable found={found} share={share} shown={shown} /> : null}
      {found.periods.length > 0 && !table ? (
        <SeriesLines found={found} share={share} shown={shown} label={describe(title, found)} />
      ) : null}
    </figure>
  );
}

function describe(title: string, { series, periods }: SeriesFound): string {
  return `${title}: ${formatCount(series.length, 'line')} over ${formatCount(periods.length, 'period')}. The table holds every number.`;
}

async function save(found: SeriesFound, share: boolean): Promise<void> {
  const { csvRow } = await import('@pressmark/core/write');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(seriesRows(found, share).map(csvRow), { type: 'text/csv' }));
  link.download = 'pressmark-series.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}
