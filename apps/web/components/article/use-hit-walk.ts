'use client';
import { type DependencyList, type RefObject, useEffect, useState } from 'react';

export interface HitWalk {
  count: number;
  /** Index of the hit at hand, or -1 before the first step. */
  current: number;
  move(step: number): void;
}

/** Steps through the hits of a text in reading order, round and round. */
export function useHitWalk(column: RefObject<HTMLElement | null>, shown: DependencyList): HitWalk {
  const [count, setCount] = useState(0);
  const [current, setCurrent] = useState(-1);
  const hits = () => [...(column.current?.querySelectorAll<HTMLElement>('mark[data-hit]') ?? [])];
  useEffect(() => {
    setCount(hits().length);
    setCurrent(-1);
  }, shown);
  const move = (step: number) => {
    const all = hits();
    if (all.length === 0) return;
    const next = current < 0 && step < 0 ? all.length - 1 : (current + step + all.length) % all.length;
    for (const hit of all) delete hit.dataset['current'];
    const hit = all[next];
    if (hit) {
      hit.dataset['current'] = '';
      hit.scrollIntoView({ block: 'center', behavior: 'smooth' });
    }
    setCurrent(next);
  };
  return { count, current, move };
}
