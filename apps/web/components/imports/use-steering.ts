'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/data/api.ts';

/** Starts an import that waits, or goes on with one that was stopped. */
export function useResume(id: number) {
  return useMutation(useApi().imports.resume.mutationOptions({ onSettled: useRefresh(id) }));
}

/** Stops an import; what is in the archive stays. */
export function useCancel(id: number) {
  return useMutation(useApi().imports.cancel.mutationOptions({ onSettled: useRefresh(id) }));
}

function useRefresh(id: number) {
  const api = useApi();
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: api.imports.get.queryKey({ id }) });
}
