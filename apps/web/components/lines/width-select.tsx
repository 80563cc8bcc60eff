'use client';
import { Select } from '@/components/ui/select.tsx';
import { useView } from './address.ts';

const widths = [30, 60, 90, 150];

/** How much stands on each side of a hit. */
export function WidthSelect() {
  const { width, change } = useView();
  return (
    <Select
      label="Width of the context"
      value={width}
      onChange={(event) => change({ width: Number(event.target.value) })}
      className="text-faint text-xs"
    >
      {[...new Set([...widths, width])].map((most) => (
        <option key={most} value={most}>
          {most} characters
        </option>
      ))}
    </Select>
  );
}
