import clsx from 'clsx';
import { useId, useState } from 'react';
import { isDay, spanOf } from '@/components/timeline/spans.ts';
import { datesChange, type SearchAddress } from './address.ts';
import type { ChangeSearch } from './use-search.ts';

/** First and last day by keyboard; what a drag over the timeline chooses stands here too. */
export function DateRange({ search, change }: { search: SearchAddress; change: ChangeSearch }) {
  const { from, to } = search;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 text-faint text-xs">
      <DayField
        key={`from ${from}`}
        name="First day"
        word="From"
        value={from}
        dayOf={(typed) => spanOf(typed).from}
        onChange={(day) => change(datesChange(day, to))}
      />
      <DayField
        key={`to ${to}`}
        name="Last day"
        word="to"
        value={to}
        dayOf={(typed) => spanOf(typed).to}
        onChange={(day) => change(datesChange(from, day))}
      />
    </div>
  );
}

interface DayFieldProps {
  name: string;
  word: string;
  value: string | null;
  /** The day that a period stands for. */
  dayOf(typed: string): string;
  onChange(day: string | null): void;
}

const form = /^\d{4}(-\d\d(-\d\d)?)?$/;

/** A day, a month or a year takes hold when the field is left or confirmed: half a year typed is another year. */
function DayField({ name, word, value, dayOf, onChange }: DayFieldProps) {
  const [typed, setTyped] = useState(value ?? '');
  const [isWrong, setWrong] = useState(false);
  const problem = useId();
  const settle = () => {
    const text = typed.trim();
    const named = form.test(text) ? dayOf(text) : '';
    const day = isDay(named) && named.startsWith(text) ? named : null;
    setWrong(text !== '' && day === null);
    if ((text === '' || day !== null) && day !== value) onChange(day);
  };
  return (
    <label className="flex items-center gap-1.5">
      {word}
      <input
        type="text"
        value={typed}
        aria-label={name}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? problem : undefined}
        placeholder="yyyy-mm-dd"
        maxLength={10}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
        className={clsx(
          'w-24 rounded border bg-transparent px-1.5 py-0.5 text-soft tabular-nums outline-none placeholder:text-faint focus:border-accent',
          isWrong ? 'border-error' : 'border-hairline hover:border-rule',
        )}
      />
      {isWrong ? (
        <span id={problem} role="alert" className="text-error">
          a year, a month or a day: 2017, 2017-04, 2017-04-08
        </span>
      ) : null}
    </label>
  );
}
