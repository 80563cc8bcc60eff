'use client';
import { type DependencyList, type RefObject, useEffect, useState } from 'react';

export interface HitWalk {
  count: number;
  /** Index of the hit at hand, or -1 before the first step. */
  current: number;
  move(step: number): void;
}

function show(all: HTMLElement[], wanted: number): void {
  for (const hit of all) delete hit.dataset['current'];
  const hit = all[wanted];
  if (!hit) return;
  hit.dataset['current'] = '';
  hit.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

/** Steps through the hits of a text in reading order, round and round; begins at the hit of the place `at` (`body.3.text:120`). */
export function useHitWalk(
  column: RefObject<HTMLElement | null>,
  { at, shown }: { at: string | null; shown: DependencyList },
): HitWalk {
  const [count, setCount] = useState(0);
  const [current, setCurrent] = useState(-1);
  const hits = () => [...(column.current?.querySelectorAll<HTMLElement>('mark[data-hit]') ?? [])];
  useEffect(() => {
    const all = hits();
    setCount(all.length);
    const first = at === null ? -1 : all.findIndex((hit) => hit.dataset['hit'] === at);
    if (first >= 0) show(all, first);
    setCurrent(first);
  }, [...shown, at]);
  const move = (step: number) => {
    const all = hits();
    if (all.length === 0) return;
    const next = current < 0 && step < 0 ? all.length - 1 : (current + step + all.length) % all.length;
    show(all, next);
    setCurrent(next);
  };
  return { count, current, move };
}
