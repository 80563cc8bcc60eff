import clsx from 'clsx';
import type { ReactNode } from 'react';

const tones = { plain: 'text-faint', warn: 'text-damage', error: 'text-error', good: 'text-accent' };

interface BadgeProps {
  children: ReactNode;
  tone?: keyof typeof tones;
  /** What the words mean, shown on hover. */
  title?: string;
}

/** A word or two beside a title. */
export function Badge({ children, tone = 'plain', title }: BadgeProps) {
  return (
    <span
      title={title}
      className={clsx(
        'inline-flex items-center gap-1 whitespace-nowrap rounded-sm border border-current/25 px-1.5 font-medium text-2xs leading-[1.125rem]',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
