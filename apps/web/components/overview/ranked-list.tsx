import Link from 'next/link';
import { searchHref } from '@/components/search/address.ts';
import { bucketLabel } from '@/components/search/labels.ts';
import type { Bucket } from '@/data/types.ts';
import { formatNumber } from '@/format/numbers.ts';

interface RankedListProps {
  title: string;
  dimension: 'source' | 'language';
  buckets: Bucket[] | undefined;
}

/** The largest values of a dimension; the hairline under each is as long as its share. */
export function RankedList({ title, dimension, buckets }: RankedListProps) {
  const largest = Math.max(1, ...(buckets ?? []).map((bucket) => bucket.count));
  return (
    <section>
      <h2 className="label border-hairline border-b pb-2">{title}</h2>
      <ol>
        {buckets?.map((bucket) => (
          <li key={bucket.value}>
            <Link
              href={searchHref({ [dimension]: [bucket.value] })}
              className="group relative flex items-baseline justify-between gap-4 border-hairline border-b py-2 text-sm"
            >
              <span className="min-w-0 truncate group-hover:text-accent">
                {bucketLabel(dimension, bucket)}
              </span>
              <span className="text-soft tabular-nums">{formatNumber(bucket.count)}</span>
              <span
                aria-hidden="true"
                className="absolute -bottom-px left-0 h-px bg-accent"
                style={{ width: `${(bucket.count / largest) * 100}%` }}
              />
            </Link>
          </li>
        )) ?? <RankedSkeleton />}
      </ol>
    </section>
  );
}

function RankedSkeleton() {
  return ['w-40', 'w-52', 'w-36', 'w-44', 'w-32'].map((width) => (
    <li key={width} aria-hidden="true" className="py-3">
      <div className={`skeleton h-3.5 max-w-full ${width}`} />
    </li>
  ));
}
