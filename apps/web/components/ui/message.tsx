import clsx from 'clsx';
import type { ReactNode } from 'react';

interface MessageProps {
  title: string;
  children?: ReactNode;
  tone?: 'plain' | 'error';
  className?: string;
}

/** What a page says where it has nothing else to show: empty, missing, failed. */
export function Message({ title, children, tone = 'plain', className }: MessageProps) {
  return (
    <section className={clsx('max-w-xl space-y-3', className)} role={tone === 'error' ? 'alert' : undefined}>
      <h2 className={clsx('headline text-2xl', tone === 'error' && 'text-error')}>{title}</h2>
      <div className="space-y-3 text-soft">{children}</div>
    </section>
  );
}
