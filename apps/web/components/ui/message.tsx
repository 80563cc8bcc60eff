import clsx from 'clsx';
import type { ReactNode } from 'react';

interface MessageProps {
  title: string;
  children?: ReactNode;
  tone?: 'plain' | 'error';
  /** Set where the message is all the page has. */
  alone?: boolean;
  className?: string;
}

/** What a page says where it has nothing else to show: empty, missing, failed. */
export function Message({ title, children, tone = 'plain', alone = false, className }: MessageProps) {
  const Title = alone ? 'h1' : 'h2';
  return (
    <section className={clsx('max-w-xl space-y-3', className)} role={tone === 'error' ? 'alert' : undefined}>
      <Title className={clsx('headline text-2xl', tone === 'error' && 'text-error')}>{title}</Title>
      <div className="space-y-3 text-soft">{children}</div>
    </section>
  );
}
