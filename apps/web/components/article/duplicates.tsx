import Link from 'next/link';
import { articleHref } from '@/components/search/address.ts';
import type { Stored } from '@/data/types.ts';
import { formatNumber } from '@/format/numbers.ts';

/** More say no more. */
const mostShown = 10;

/** The other articles of the archive with the same text. */
export function Duplicates({ stored }: { stored: Stored }) {
  const { duplicates } = stored;
  if (duplicates.length === 0) return null;
  const more = duplicates.length - mostShown;
  return (
    <section>
      <h2 className="label border-hairline border-b pb-1.5">Same text</h2>
      <ul className="mt-2 space-y-1">
        {duplicates.slice(0, mostShown).map((id) => (
          <li key={id}>
            <Link href={articleHref(id, '')} prefetch={false} className="link break-all font-mono text-xs">
              {id}
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="mt-1 text-faint">and {formatNumber(more)} more</p> : null}
    </section>
  );
}
