import { Select } from '@/components/ui/select.tsx';
import type { Period } from '@/data/types.ts';
import { periods } from './address.ts';

/** How long a bar lasts. */
export function StepSelect({ value, onChange }: { value: Period; onChange(step: Period): void }) {
  return (
    <Select
      label="Length of a bar"
      value={value}
      onChange={(event) => onChange(event.target.value as Period)}
      className="text-faint text-xs"
    >
      {periods.map((period) => (
        <option key={period} value={period}>
          by {period}
        </option>
      ))}
    </Select>
  );
}
