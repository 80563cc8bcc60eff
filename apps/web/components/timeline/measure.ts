import type { TimelineBucket } from '@/data/types.ts';

/** What of all articles of the period are hits, from 0 to 1; 0 where there are none. */
export function shareOf({ count, all }: Pick<TimelineBucket, 'count' | 'all'>): number {
  return all === 0 ? 0 : count / all;
}

/** Half of what a letter of an axis takes up, in pixels. */
const halfLetter = 3.3;

/** Where the middle of a label stands: under its bar, or as far in as keeps it whole. */
export function labelMiddle(x: number, label: string): number {
  return Math.max(x, label.length * halfLetter);
}
