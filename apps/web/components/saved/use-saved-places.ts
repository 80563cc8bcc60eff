'use client';
import { savedHref } from './address.ts';
import { useSaved } from './use-saved.ts';

/** Every saved search as a place to go to, and what is new of it as another. */
export function useSavedPlaces(): { label: string; href: string }[] {
  const saved = useSaved();
  return (saved.data ?? []).flatMap((search) => [
    { label: `Saved: ${search.name}`, href: savedHref(search) },
    ...(search.news && search.news.new > 0
      ? [{ label: `New for ${search.name}`, href: savedHref(search, search.since) }]
      : []),
  ]);
}
