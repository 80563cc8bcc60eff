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
    <section
      className={clsx(alone && 'mx-auto max-w-5xl', className)}
      role={tone === 'error' ? 'alert' : undefined}
    >
      <div className="max-w-xl space-y-3">
        <Title
          className={clsx('headline', alone ? 'text-3xl' : 'text-2xl', tone === 'error' && 'text-error')}
        >
          {title}
        </Title>
        <div className="space-y-3 text-soft">{children}</div>
      </div>
    </section>
  );
}
