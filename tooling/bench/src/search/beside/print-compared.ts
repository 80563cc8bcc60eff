import { median, percentile } from '../../measure.ts';
import { digits, printMarkdown } from '../../table.ts';
import { mix } from '../mix.ts';
import type { Compared, Turn } from './beside-run.ts';
import { type Question, questions } from './engine.ts';

const titles: Record<Question, string> = {
  page: 'Newest twenty and the exact total',
  best: 'Best twenty and the exact total',
  counts: 'Six facets and a timeline by month, over all hits',
};

/** p50 and p95 of the times of each engine, ours first, then theirs / ours of both; `-` where an engine cannot say the queries. */
function rowOf(name: string, times: readonly number[][]): string[] {
  const [ours = []] = times;
  const cell = (list: readonly number[], show: (share: number) => string): string =>
    list.length > 0 ? `${show(0.5)} / ${show(0.95)}` : '-';
  const shown = times.map((list) => cell(list, (share) => digits(percentile(list, share))));
  const ratios = times
    .slice(1)
    .map((list) => cell(list, (share) => digits(percentile(list, share) / percentile(ours, share), 2)));
  return [name, String(ours.length), ...shown, ...ratios];
}

/** A table for each question: milliseconds of every engine by class, and their ratios to ours. */
export function printTimes({ engines, turns }: Compared, articles: number): void {
  const headings = ['queries', 'asked', ...engines, ...engines.slice(1).map((name) => `${name} / ours`)];
  for (const question of questions) {
    const rows = mix.map(({ name }) => {
      const times = engines.map((engine) =>
        turns
          .filter((turn) => turn.kind === name && turn.engine === engine)
          .map(({ milliseconds }) => milliseconds[question]),
      );
      return rowOf(name, times);
    });
    printMarkdown(`${titles[question]}; ${articles} articles, ms p50 / p95, in turns, warm`, headings, rows);
  }
}

const keyOf = ({ kind, q }: Turn): string => `${kind} ${q}`;

/** A table of where engines found another number of hits than ours, and every query for which one told two numbers itself. */
export function printHits({ engines: [ours, ...others], turns }: Compared): void {
  const told = new Map(
    turns.filter(({ engine }) => engine === ours).map((turn) => [keyOf(turn), turn.hits.page]),
  );
  const cell = (own: readonly Turn[]): string => {
    const apart = own
      .map((turn) => ({ theirs: turn.hits.page, wanted: told.get(keyOf(turn)) ?? 0 }))
      .filter(({ theirs, wanted }) => theirs !== wanted)
      .sort((a, b) => Math.abs(b.theirs - b.wanted) - Math.abs(a.theirs - a.wanted));
    const [widest] = apart;
    if (own.length === 0) return '-';
    return widest
      ? `${apart.length} of ${own.length}, at most ${widest.theirs} for ${widest.wanted}`
      : 'equal';
  };
  printMarkdown(
    'Totals that differ from ours (README.md says why)',
    ['queries', ...others],
    mix.map(({ name }) => {
      const own = turns.filter(({ kind }) => kind === name);
      const middle = String(Math.round(median(own.map((turn) => told.get(keyOf(turn)) ?? 0))));
      return [
        `${name} (${middle} hits)`,
        ...others.map((engine) => cell(own.filter((turn) => turn.engine === engine))),
      ];
    }),
  );
  for (const { engine, q, hits } of turns) {
    if (new Set(Object.values(hits)).size > 1)
      console.log(`!! ${engine} told two totals of ${q}: ${JSON.stringify(hits)}`);
  }
}
