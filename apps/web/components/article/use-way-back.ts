import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { visited } from '@/components/search/visited.ts';

/** The way back to the results: a step back where they were the page before, so that pages and place return with them. */
export function useWayBack() {
  const router = useRouter();
  const [href, setHref] = useState('/search');
  useEffect(() => setHref(visited.href), []);
  const stepBack = (): boolean => {
    const isBefore = pathBefore() === '/search';
    if (isBefore) router.back();
    return isBefore;
  };
  return {
    href,
    goBack: () => {
      if (!stepBack()) router.push(href);
    },
    /** For a link to `href`. */
    onNavigate: (event: { preventDefault(): void }) => {
      if (stepBack()) event.preventDefault();
    },
  };
}

/** The path of the page before this one in the history of the tab. */
function pathBefore(): string | undefined {
  const { navigation } = window as Partial<Window>;
  const before = navigation?.entries()[(navigation.currentEntry?.index ?? 0) - 1];
  return before?.url ? new URL(before.url).pathname : undefined;
}
