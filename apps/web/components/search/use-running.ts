'use client';
import {
  notifyManager,
  type Query,
  type UseBaseQueryResult,
  useIsFetching,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';

/** What a search asks of the archive: neither what is being typed nor the article beside it. */
const asked = new Set([
  'articles.page',
  'articles.timeline',
  'articles.facets',
  'articles.explain',
  'articles.loosen',
  'lines.page',
  'lines.count',
]);

const isAsked = ({ queryKey: [path] }: Query) => Array.isArray(path) && asked.has(path.join('.'));

const isUnanswered = (query: Query) =>
  isAsked(query) &&
  query.isActive() &&
  query.state.status === 'pending' &&
  query.state.fetchStatus === 'idle';

type Asking = Pick<UseBaseQueryResult, 'fetchStatus' | 'isPending' | 'isPlaceholderData'>;

/** Whether a question that is wanted has no answer and is not being asked: it was stopped. */
export function isStopped({ fetchStatus, isPending, isPlaceholderData }: Asking): boolean {
  return fetchStatus === 'idle' && (isPending || isPlaceholderData);
}

/** Milliseconds after which a search is said to run. */
const long = 1_000;

export interface Running {
  /** Whether it has run for so long that it is to be said. */
  isLong: boolean;
  hasStopped: boolean;
  stop(): void;
  askAgain(): void;
}

/** Whether the questions of a search are still being answered, and how to stop them and ask them again. */
export function useRunning(): Running {
  const cache = useQueryClient();
  const isRunning = useIsFetching({ predicate: isAsked }) > 0;
  const hasStopped = useHasStopped() && !isRunning;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isRunning) return setLong(false);
    const timer = setTimeout(() => setLong(true), long);
    return () => clearTimeout(timer);
  }, [isRunning]);
  return {
    isLong: isRunning && isLong,
    hasStopped,
    stop: () => void cache.cancelQueries({ predicate: isAsked }),
    askAgain: () => {
      // The button that was pressed stays where it is.
      setLong(true);
      void cache.refetchQueries({ predicate: isUnanswered });
    },
  };
}

function useHasStopped(): boolean {
  const queries = useQueryClient().getQueryCache();
  const subscribe = useCallback(
    (onChange: () => void) => queries.subscribe(notifyManager.batchCalls(onChange)),
    [queries],
  );
  const read = () => queries.getAll().some(isUnanswered);
  return useSyncExternalStore(subscribe, read, read);
}
