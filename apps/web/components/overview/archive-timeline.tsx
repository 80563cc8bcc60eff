'use client';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { periodChange, searchHref } from '@/components/search/address.ts';
import { Timeline } from '@/components/timeline/timeline.tsx';
import { useApi } from '@/data/api.ts';
import type { Period } from '@/data/types.ts';

/** Fewer years than this are drawn as months. */
const fewYears = 3;

/** The whole archive over time; a bar leads to its articles. */
export function ArchiveTimeline() {
  const api = useApi();
  const router = useRouter();
  const years = useQuery(api.articles.timeline.queryOptions({ q: '', by: 'year' }));
  const fine =
    years.data !== undefined && years.data.buckets.filter((year) => year.value !== '').length <= fewYears;
  const months = useQuery(api.articles.timeline.queryOptions({ q: '', by: 'month' }, { enabled: fine }));
  const by: Period = fine ? 'month' : 'year';
  const hrefOf = (value: string) => searchHref(periodChange(by, value));
  return (
    <Timeline
      title={`Articles by ${by}`}
      buckets={(fine ? months : years).data?.buckets}
      by={by}
      height={190}
      onPick={(value) => router.push(hrefOf(value))}
      hrefOf={hrefOf}
    />
  );
}
