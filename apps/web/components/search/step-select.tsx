import type { Period } from '@/data/types.ts';
import { periods } from './address.ts';

/** How long a bar lasts. */
export function StepSelect({ value, onChange }: { value: Period; onChange(step: Period): void }) {
  return (
    <select
      aria-label="Length of a bar"
      value={value}
      onChange={(event) => onChange(event.target.value as Period)}
      className="h-8 rounded bg-transparent px-1.5 text-faint text-xs hover:bg-sunken hover:text-ink"
    >
      {periods.map((period) => (
        <option key={period} value={period}>
          by {period}
        </option>
      ))}
    </select>
  );
}
