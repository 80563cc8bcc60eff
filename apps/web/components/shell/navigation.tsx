'use client';
import clsx from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { NewsBadge } from '@/components/saved/news-badge.tsx';

const sections: { href: string; label: string; holds: RegExp; badge?: () => ReactNode }[] = [
  { href: '/', label: 'Overview', holds: /^\/$/ },
  { href: '/search', label: 'Search', holds: /^\/(search|articles)/ },
  { href: '/compare', label: 'Compare', holds: /^\/compare/ },
  { href: '/saved', label: 'Saved', holds: /^\/saved/, badge: NewsBadge },
  { href: '/imports', label: 'Imports', holds: /^\/(imports|files)/ },
];

export function Navigation() {
  const path = usePathname();
  const nav = useRef<HTMLElement>(null);
  // Where there is no room for all sections, the one at hand is in sight. Scrolling it into view would have Tab begin at it.
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (!nav.current || !current) return;
    nav.current.scrollLeft = current.offsetLeft - (nav.current.clientWidth - current.offsetWidth) / 2;
  }, [path]);
  return (
    <nav
      ref={nav}
      aria-label="Sections"
      className="relative flex h-full min-w-0 items-stretch gap-3 overflow-x-auto text-sm [scrollbar-width:none] sm:gap-6"
    >
      {sections.map(({ href, label, holds, badge: Badge }) => {
        const current = holds.test(path);
        return (
          <Link
            key={href}
            href={href}
            aria-current={current ? 'page' : undefined}
            className={clsx(
              'relative shrink-0 items-center border-b-2 pt-0.5',
              // In narrow windows the emblem alone leads to the overview.
              href === '/' ? 'hidden min-[480px]:flex' : 'flex',
              current ? 'border-accent text-ink' : 'border-transparent text-soft hover:text-ink',
            )}
          >
            {label}
            {Badge ? <Badge /> : null}
          </Link>
        );
      })}
    </nav>
  );
}
