'use client';
import { type Article, applyRepairs, spanInFile, textAt } from '@pressmark/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { RepairContext, type Repairs } from '@/components/text/repair-context.ts';
import { useApi } from '@/data/api.ts';
import type { Stored } from '@/data/types.ts';

interface RepairProviderProps {
  stored: Stored;
  /** Earlier versions are looked at only. */
  readOnly?: boolean;
  /** Shows the article with its repairs. */
  children(shown: Article): ReactNode;
}

/** Gives what is inside the repairs of an article, and the ways to accept one and to take it back. */
export function RepairProvider({ stored, readOnly = false, children }: RepairProviderProps) {
  const { article } = stored;
  const { refresh, accept, takeBack, said } = useRepairActions();
  const repaired = useMemo(
    () => applyRepairs(article, readOnly ? [] : stored.repairs.filter((repair) => repair.applied)),
    [article, stored.repairs, readOnly],
  );
  const fromOf: Repairs['fromOf'] = ({ path, span }) =>
    textAt(repaired.article, path).slice(span.start, span.end);
  const looked: Repairs = { places: repaired.places, fromOf };
  const value: Repairs = readOnly
    ? looked
    : {
        ...looked,
        async accept(damage, wanted) {
          const span = spanInFile(damage.span, damage.path, repaired.places);
          const place = { article: article.id, path: damage.path, span, from: fromOf(damage) };
          await accept({ ...place, ...wanted });
          await refresh('The repair is accepted.');
        },
        async takeBack({ id }) {
          await takeBack({ id });
          await refresh('The repair is taken back.');
        },
      };
  return (
    <RepairContext value={value}>
      {children(repaired.article)}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </RepairContext>
  );
}

function useRepairActions() {
  const api = useApi();
  const cache = useQueryClient();
  const [said, setSaid] = useState('');
  const accept = useMutation(api.repairs.accept.mutationOptions());
  const takeBack = useMutation(api.repairs.takeBack.mutationOptions());
  return {
    accept: accept.mutateAsync,
    takeBack: takeBack.mutateAsync,
    said,
    async refresh(words: string) {
      setSaid(words);
      // What is shown, found and counted may all change with a word.
      await cache.invalidateQueries({ queryKey: api.articles.pathKey() });
    },
  };
}
