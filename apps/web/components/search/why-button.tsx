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
      className="[@media(hover:hover)]:absolute [@media(hover:hover)]:right-0 [@media(hover:hover)]:bottom-0 rounded text-faint text-xs underline decoration-hairline underline-offset-2 transition-opacity hover:text-accent focus-visible:opacity-100 [@media(hover:hover)]:opacity-0 [@media(hover:hover)]:group-hover/hit:opacity-100 [@media(hover:hover)]:group-focus-within/hit:opacity-100"
    >
      Why is this here?
    </button>
  );
}
