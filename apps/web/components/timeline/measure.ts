import type { TimelineBucket } from '@/data/types.ts';

/** What of all articles of the period are hits, from 0 to 1; 0 where there are none. */
export function shareOf({ count, all }: Pick<TimelineBucket, 'count' | 'all'>): number {
  return all === 0 ? 0 : count / all;
}
