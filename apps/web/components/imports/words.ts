import type { Import, ImportFile } from '@/data/types.ts';
import { formatNumber } from '@/format/numbers.ts';

type Sums = Pick<Import, 'found' | 'new' | 'unchanged' | 'updated' | 'rejected'>;

/** `found 100, 87 new, 11 already there, 2 rejected`. */
export function sumLine(sums: Sums): string {
  if (sums.found + sums.rejected === 0) return 'no articles found';
  return [
    `found ${formatNumber(sums.found)}`,
    `${formatNumber(sums.new)} new`,
    ...(sums.updated > 0 ? [`${formatNumber(sums.updated)} updated`] : []),
    `${formatNumber(sums.unchanged)} already there`,
    ...(sums.rejected > 0 ? [`${formatNumber(sums.rejected)} rejected`] : []),
  ].join(', ');
}

/** The same with what the file said of itself in front. */
export function fileLine(file: ImportFile): string {
  return file.declared === null ? sumLine(file) : `declared ${formatNumber(file.declared)}, ${sumLine(file)}`;
}
