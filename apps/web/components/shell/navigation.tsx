'use client';
import clsx from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';

const sections = [
  { href: '/', label: 'Overview', holds: /^\/$/ },
  { href: '/search', label: 'Search', holds: /^\/(search|articles)/ },
  { href: '/imports', label: 'Imports', holds: /^\/imports/ },
];

export function Navigation() {
  const path = usePathname();
  return (
    <nav aria-label="Sections" className="flex h-full items-stretch gap-4 text-sm sm:gap-6">
      {sections.map(({ href, label, holds }) => {
        const current = holds.test(path);
        return (
          <Link
            key={href}
            href={href}
            aria-current={current ? 'page' : undefined}
            className={clsx(
              'flex items-center border-b-2 pt-0.5',
              current ? 'border-accent text-ink' : 'border-transparent text-soft hover:text-ink',
            )}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
