import { useState } from 'react';
import { datesChange, type SearchAddress } from './address.ts';
import type { ChangeSearch } from './use-search.ts';

/** First and last day by keyboard; what a drag over the timeline chooses stands here too. */
export function DateRange({ search, change }: { search: SearchAddress; change: ChangeSearch }) {
  const { from, to } = search;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 text-faint text-xs">
      <DayField
        key={`from ${from}`}
        name="From"
        value={from}
        onChange={(day) => change(datesChange(day, to))}
      />
      <DayField key={`to ${to}`} name="to" value={to} onChange={(day) => change(datesChange(from, day))} />
    </div>
  );
}

interface DayFieldProps {
  name: string;
  value: string | null;
  onChange(day: string | null): void;
}

/** A day takes hold when it is left or confirmed: half a year typed is another year. */
function DayField({ name, value, onChange }: DayFieldProps) {
  const [typed, setTyped] = useState(value ?? '');
  const settle = () => {
    if (typed !== (value ?? '')) onChange(typed || null);
  };
  return (
    <label className="flex items-center gap-1.5">
      {name}
      <input
        type="date"
        value={typed}
        aria-label={name === 'From' ? 'First day' : 'Last day'}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
        className="rounded border border-hairline bg-transparent px-1.5 py-0.5 text-soft tabular-nums hover:border-rule"
      />
    </label>
  );
}
