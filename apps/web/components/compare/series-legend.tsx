import clsx from 'clsx';
import type { SeriesFound } from '@/data/types.ts';
import { formatCount } from '@/format/numbers.ts';
import { lineStyle } from './line-style.ts';

interface SeriesLegendProps {
  found: SeriesFound;
  drawable: number[];
  hide: number[];
  onHide(hidden: number[]): void;
}

/** The name of each line with its stroke; a click takes it out of the chart, another brings it back. */
export function SeriesLegend({ found, drawable, hide, onHide }: SeriesLegendProps) {
  return (
    <ul aria-label="Lines of the chart" className="mb-3 flex flex-wrap gap-x-1 gap-y-1">
      {drawable.map((index) => {
        const { colour, dash } = lineStyle(index);
        const hidden = hide.includes(index);
        const series = found.series[index];
        return (
          <li key={index}>
            <button
              type="button"
              aria-pressed={!hidden}
              onClick={() => onHide(hidden ? hide.filter((one) => one !== index) : [...hide, index])}
              className={clsx(
                'flex h-7 items-center gap-2 rounded px-2 text-xs hover:bg-sunken',
                hidden ? 'text-faint line-through' : 'text-ink',
              )}
            >
              <svg width="22" height="4" aria-hidden="true" className={hidden ? 'opacity-40' : ''}>
                <line x1="0" y1="2" x2="22" y2="2" stroke={colour} strokeWidth="2.5" strokeDasharray={dash} />
              </svg>
              <span className="max-w-56 truncate">{series?.label}</span>
              {series && series.undated > 0 ? (
                <span className="text-faint">{formatCount(series.undated, 'article')} without a date</span>
              ) : null}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
