import clsx from 'clsx';
import type { ComponentProps } from 'react';

type Look = 'solid' | 'line' | 'quiet';

const looks: Record<Look, string> = {
  solid: 'bg-accent text-accent-ink hover:opacity-90',
  line: 'border border-rule text-ink hover:border-accent hover:text-accent',
  quiet: 'text-accent hover:bg-accent-soft',
};

export function Button({ look = 'line', className, ...button }: ComponentProps<'button'> & { look?: Look }) {
  return (
    <button
      type="button"
      {...button}
      className={clsx(
        'inline-flex h-9 items-center justify-center gap-2 whitespace-nowrap rounded px-3.5 font-medium text-sm disabled:opacity-50',
        looks[look],
        className,
      )}
    />
  );
}

/** A button that shows an icon and says its name. */
export function IconButton({ label, className, ...button }: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...button}
      className={clsx(
        'inline-flex size-9 items-center justify-center rounded text-soft hover:bg-sunken hover:text-ink disabled:opacity-40',
        className,
      )}
    />
  );
}
