'use client';
import { useView } from './address.ts';

const widths = [30, 60, 90, 150];

/** How much stands on each side of a hit. */
export function WidthSelect() {
  const { width, change } = useView();
  return (
    <select
      aria-label="Width of the context"
      value={width}
      onChange={(event) => change({ width: Number(event.target.value) })}
      className="h-8 rounded bg-transparent px-1.5 text-faint text-xs hover:bg-sunken hover:text-ink"
    >
      {[...new Set([...widths, width])].map((most) => (
        <option key={most} value={most}>
          {most} characters
        </option>
      ))}
    </select>
  );
}
