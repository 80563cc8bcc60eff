import clsx from 'clsx';
import { useEffect, useRef } from 'react';
import { formatNumber } from '@/format/numbers.ts';
import type { Option } from './completions.ts';

interface OptionListProps {
  id: string;
  options: Option[];
  /** The option the arrow keys have reached; -1 for none. */
  active: number;
  /** Where in the text the completed part begins: the list stands below it. */
  start: number;
  onChoose(option: Option): void;
}

/** The ways to go on with what is typed. The input keeps the focus. */
export function OptionList({ id, options, active, start, onChoose }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className="absolute inset-x-0 top-full z-30 font-mono text-base">
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label="Completions"
        style={{ marginLeft: `clamp(0px, ${start}ch, max(0px, 100% - 28rem))` }}
        className="mt-2 max-h-80 w-[28rem] max-w-full overflow-y-auto rounded-md border border-hairline bg-raised p-1 shadow-lg shadow-shade/10"
      >
        {options.map((option, index) => (
          <div
            key={option.insert}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // The input keeps the focus: a press of the mouse must not take it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
            onKeyDown={() => {}}
            className={clsx(
              'flex cursor-pointer items-baseline gap-3 rounded px-2.5 py-1.5 text-sm',
              index === active ? 'bg-accent-soft text-accent' : 'hover:bg-sunken',
            )}
          >
            <span className="shrink-0 whitespace-pre">{option.insert.trimEnd()}</span>
            <span className="min-w-0 flex-1 truncate font-sans text-soft" title={option.note}>
              {option.note}
            </span>
            {option.count === null ? null : (
              <span className="shrink-0 font-sans text-faint text-xs tabular-nums">
                {formatNumber(option.count)}
                <span className="sr-only"> articles</span>
              </span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
