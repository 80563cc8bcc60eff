'use client';
import { AlignCenter, List } from 'lucide-react';
import { tool } from '@/components/ui/tool.ts';
import { useView } from './address.ts';

const views = [
  { view: 'articles', label: 'Articles', Icon: List },
  { view: 'lines', label: 'Lines', Icon: AlignCenter },
] as const;

/** Articles found, or every hit of them in its context. */
export function ViewSwitch() {
  const { view: current, change } = useView();
  return (
    <fieldset className="flex">
      <legend className="sr-only">View</legend>
      {views.map(({ view, label, Icon }) => (
        <button
          key={view}
          type="button"
          aria-pressed={view === current}
          onClick={() => change({ view: view === 'articles' ? null : view, order: null })}
          title={label}
          className={tool}
        >
          <Icon size={14} aria-hidden="true" />
          <span className="@max-[46rem]/bar:sr-only">{label}</span>
        </button>
      ))}
    </fieldset>
  );
}
