'use client';
import Link from 'next/link';
import { formatNumber } from '@/format/numbers.ts';
import { savedHref } from './address.ts';
import { useSaved } from './use-saved.ts';

/** What is new for each saved search, in one line; nothing where nothing is. */
export function NewsList() {
  const saved = useSaved();
  const news = saved.data?.filter((search) => search.news && search.news.new > 0) ?? [];
  if (news.length === 0) return null;
  return (
    <section aria-labelledby="news" className="mt-5">
      <h2 id="news" className="label">
        New for your saved searches
      </h2>
      <ul className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1 text-sm tabular-nums">
        {news.map((search) => (
          <li key={search.id}>
            <Link href={savedHref(search, search.since)} className="link">
              {formatNumber(search.news?.new ?? 0)} new for {search.name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
