'use client';
import { useSearchAddress } from './use-search.ts';

/** Asks why an article is among the results. */
export function WhyButton({ id }: { id: string }) {
  const [search, change] = useSearchAddress();
  if (search.q === '') return null;
  return (
    <button
      type="button"
      onClick={() => change({ why: id })}
      className="rounded text-faint text-xs underline decoration-hairline underline-offset-2 hover:text-accent"
    >
      Why is this here?
    </button>
  );
}
