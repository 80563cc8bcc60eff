import clsx from 'clsx';
import { Check, Minus } from 'lucide-react';
import { formatNumber } from '@/format/numbers.ts';

/** What is asked of a value: nothing, that an article has it, or that it has not. */
export type Choice = 'free' | 'chosen' | 'excluded';

const next: Record<Choice, { choice: Choice; does: string }> = {
  free: { choice: 'chosen', does: 'Choose' },
  chosen: { choice: 'excluded', does: 'Exclude instead' },
  excluded: { choice: 'free', does: 'Clear' },
};

interface FacetValueProps {
  label: string;
  count: number;
  choice: Choice;
  onChoose(choice: Choice): void;
}

/** One value of a facet: the first press chooses it, the second excludes it, the third clears it. */
export function FacetValue({ label, count, choice, onChoose }: FacetValueProps) {
  const { choice: following, does } = next[choice];
  return (
    <li>
      <button
        type="button"
        data-choice={choice}
        title={`${label}\n${does}`}
        onClick={() => onChoose(following)}
        className={clsx(
          'group flex w-full items-baseline gap-2 rounded-sm py-[3px] text-left text-sm',
          choice === 'free' && 'text-ink hover:text-accent',
          choice === 'chosen' && 'font-medium text-accent',
          choice === 'excluded' && 'text-error',
        )}
      >
        <span
          aria-hidden="true"
          className={clsx(
            'grid size-3 shrink-0 translate-y-px place-items-center rounded-[3px] border',
            choice === 'free' && 'border-rule group-hover:border-accent',
            choice === 'chosen' && 'border-accent bg-accent text-accent-ink',
            choice === 'excluded' && 'border-error text-error',
          )}
        >
          {choice === 'chosen' ? <Check size={9} strokeWidth={4} /> : null}
          {choice === 'excluded' ? <Minus size={9} strokeWidth={4} /> : null}
        </span>
        <span className={clsx('min-w-0 flex-1 truncate', choice === 'excluded' && 'line-through')}>
          {label}
        </span>
        <span className="font-normal text-faint text-xs tabular-nums">{formatNumber(count)}</span>
        <span className="sr-only">
          {choice === 'free' ? '' : `, ${choice}`}. {does}
        </span>
      </button>
    </li>
  );
}
