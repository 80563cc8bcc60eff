import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';

/** The platform's own list behind a quiet line of text, as wide as what is chosen. */
export function Select({ label, className, ...select }: ComponentProps<'select'> & { label: string }) {
  return (
    <span className="relative inline-flex items-center">
      <select
        aria-label={label}
        {...select}
        className={clsx(
          'field-sizing-content h-8 appearance-none rounded bg-transparent pr-6 pl-2 hover:bg-sunken hover:text-ink [&>option]:bg-raised [&>option]:text-ink',
          className,
        )}
      />
      <ChevronDown size={13} aria-hidden="true" className="pointer-events-none absolute right-2 text-faint" />
    </span>
  );
}
