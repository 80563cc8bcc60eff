'use client';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { datesChange, periodChange, searchHref } from '@/components/search/address.ts';
import { spanBetween } from '@/components/timeline/spans.ts';
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
  const fine = years.data !== undefined && years.data.buckets.length <= fewYears;
  const months = useQuery(api.articles.timeline.queryOptions({ q: '', by: 'month' }, { enabled: fine }));
  const by: Period = fine ? 'month' : 'year';
  const hrefOf = (value: string) => searchHref(periodChange(by, value));
  return (
    <Timeline
      title={`Articles by ${by}`}
      timeline={(fine ? months : years).data}
      by={by}
      height={190}
      onPick={(value) => router.push(hrefOf(value))}
      onBrush={(first, last) => {
        const { from, to } = spanBetween(first, last);
        router.push(searchHref(datesChange(from, to)));
      }}
      hrefOf={hrefOf}
    />
  );
}
