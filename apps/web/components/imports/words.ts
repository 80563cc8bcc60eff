import type { Import, ImportFile } from '@/data/types.ts';
import { formatCount, formatNumber } from '@/format/numbers.ts';
import { isUnderWay } from './states.ts';

type Sums = Pick<Import, 'state' | 'found' | 'new' | 'unchanged' | 'updated' | 'rejected'>;

/** `found 100, 87 new, 11 already there, 2 rejected`. */
export function sumLine(sums: Sums): string {
  if (sums.found + sums.rejected === 0) {
    return isUnderWay(sums.state) ? 'no articles yet' : 'no articles found';
  }
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

/** The files of an import that gave nothing, or not everything. */
export function shortfallsOf({ failed, unbalanced }: Pick<Import, 'failed' | 'unbalanced'>) {
  return [
    {
      kind: 'failed' as const,
      tone: 'error' as const,
      files: failed,
      words: `${formatCount(failed, 'file')} not read`,
    },
    {
      kind: 'unbalanced' as const,
      tone: 'warn' as const,
      files: unbalanced,
      words: formatCount(unbalanced, 'file does not balance', 'files do not balance'),
    },
  ].filter(({ files }) => files > 0);
}

export type Shortfall = ReturnType<typeof shortfallsOf>[number]['kind'];

/** Whether a file is one of those. */
export function fallsShort({ state, balanced }: ImportFile, kind: Shortfall): boolean {
  return kind === 'failed' ? state === 'failed' : state === 'done' && !balanced;
}

/** Where an import broke off, and why. */
export function breakOf({ file, message }: NonNullable<Import['trouble']>): string {
  return file === null ? `It broke off. ${message}` : `It broke off at ${file}. ${message}`;
}

/** What is sent after the files on their way. */
export function queueLine(imports: number): string {
  return `${formatCount(imports, 'more import')} to send`;
}
