'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/data/api.ts';

/** Every saved search with what is new of it; asked again whenever the page is looked at again. */
export function useSaved() {
  const api = useApi();
  return useQuery(api.searches.list.queryOptions(undefined, { refetchOnWindowFocus: true }));
}

/** What can be done with saved searches; the list is asked for again after each. */
export function useSavedChanges() {
  const api = useApi();
  const cache = useQueryClient();
  const onSettled = () => cache.invalidateQueries({ queryKey: api.searches.pathKey() });
  return {
    save: useMutation(api.searches.save.mutationOptions({ onSettled })),
    rename: useMutation(api.searches.rename.mutationOptions({ onSettled })),
    reread: useMutation(api.searches.reread.mutationOptions({ onSettled })),
    markSeen: useMutation(api.searches.markSeen.mutationOptions({ onSettled })),
    remove: useMutation(api.searches.remove.mutationOptions({ onSettled })),
    restore: useMutation(api.searches.restore.mutationOptions({ onSettled })),
  };
}
