'use client';
import clsx from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type LineSort, useView } from './address.ts';

/** The columns of the table: context, hit, context, and where there is room date and source; hits begin below one another. */
export const linesGrid =
  'grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)_6.5rem_minmax(0,9rem)]';
/** A part of the table that keeps its columns. */
export const lineGrid = 'col-span-full grid grid-cols-subgrid items-baseline';

const columns: { sort: LineSort; label: string; className: string }[] = [
  { sort: 'left', label: 'Left', className: 'text-right justify-end' },
  { sort: 'key', label: 'Key', className: '' },
  { sort: 'right', label: 'Right', className: '' },
  { sort: 'date', label: 'Date', className: 'max-lg:hidden pl-3' },
  { sort: 'source', label: 'Source', className: 'max-lg:hidden pl-3' },
];

/** The heads of the columns; a click puts the lines in order by one. */
export function LinesHead() {
  const { order, change } = useView();
  return (
    <thead className={clsx(lineGrid, 'bg-paper')}>
      <tr className={clsx(lineGrid, 'border-hairline border-b text-faint text-xs')}>
        {columns.map(({ sort, label, className }) => {
          const current = sort === order;
          const direction = sort === 'date' ? 'descending' : 'ascending';
          const Arrow = sort === 'date' ? ArrowDown : ArrowUp;
          return (
            <th
              key={sort}
              scope="col"
              aria-sort={current ? direction : 'none'}
              className={clsx('flex font-medium', className)}
            >
              <button
                type="button"
                onClick={() => change({ order: sort === 'date' ? null : sort })}
                className={clsx(
                  'flex h-8 items-center gap-1 rounded px-1 hover:bg-sunken hover:text-ink',
                  current && 'text-accent',
                )}
              >
                {label}
                {current ? <Arrow size={12} aria-hidden="true" /> : null}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
