'use client';
import clsx from 'clsx';
import { AlignCenter, List } from 'lucide-react';
import { useView } from './address.ts';

const views = [
  { view: 'articles', label: 'Articles', Icon: List },
  { view: 'lines', label: 'Lines', Icon: AlignCenter },
] as const;

/** Articles found, or every hit of them in its context. */
export function ViewSwitch() {
  const { view: current, change } = useView();
  return (
    <fieldset className="mr-1 flex">
      <legend className="sr-only">View</legend>
      {views.map(({ view, label, Icon }) => (
        <button
          key={view}
          type="button"
          aria-pressed={view === current}
          onClick={() => change({ view: view === 'articles' ? null : view, order: null })}
          className={clsx(
            'flex h-8 items-center gap-1.5 rounded px-2 text-sm',
            view === current ? 'bg-accent-soft text-accent' : 'text-soft hover:bg-sunken hover:text-ink',
          )}
        >
          <Icon size={14} aria-hidden="true" />
          <span className="max-sm:sr-only">{label}</span>
        </button>
      ))}
    </fieldset>
  );
}
