'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '@/data/api.ts';

/** The ways to change the tags and the note of an article, and what was last done in words. */
export function useKnown() {
  const api = useApi();
  const cache = useQueryClient();
  const [said, setSaid] = useState('');
  // What is found and counted may change with a tag or a note.
  const onSuccess = async () => {
    await Promise.all(
      [api.articles.pathKey(), api.tags.pathKey()].map((queryKey) => cache.invalidateQueries({ queryKey })),
    );
  };
  return {
    said,
    setSaid,
    add: useMutation(api.tags.add.mutationOptions({ onSuccess })),
    remove: useMutation(api.tags.remove.mutationOptions({ onSuccess })),
    write: useMutation(api.notes.write.mutationOptions({ onSuccess })),
    clear: useMutation(api.notes.clear.mutationOptions({ onSuccess })),
  };
}
