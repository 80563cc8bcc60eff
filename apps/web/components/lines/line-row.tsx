import clsx from 'clsx';
import Link from 'next/link';
import { visited } from '@/components/search/visited.ts';
import type { Line } from '@/data/types.ts';
import { formatShortDay } from '@/format/dates.ts';
import { directionOf } from '@/format/direction.ts';
import { lineGrid } from './lines-head.tsx';

// Context that goes on beyond its column fades, rather than end within a letter.
const fadesLeft = '[mask-image:linear-gradient(to_right,transparent,black_1rem)]';
const fadesRight = '[mask-image:linear-gradient(to_left,transparent,black_1rem)]';

/** One hit: what stands before it runs up to it, what comes after runs on; the hit leads to its place in the article. */
export function LineRow({ line, q }: { line: Line; q: string }) {
  const { id, path, start, left, key, right, date, source, headline, language } = line;
  const flipped = directionOf(key) === 'rtl';
  const href = `/articles/${encodeURIComponent(id)}?${new URLSearchParams({ q, at: `${path}:${start}` })}`;
  const before = clsx(
    'flex overflow-hidden whitespace-pre',
    flipped ? `order-3 ${fadesRight}` : `justify-end ${fadesLeft}`,
  );
  const after = clsx(
    'flex overflow-hidden whitespace-pre',
    flipped ? `order-1 justify-end ${fadesLeft}` : fadesRight,
  );
  return (
    <tr lang={language} className={clsx(lineGrid, 'border-hairline border-b py-1 hover:bg-sunken')}>
      <td className={before}>
        <bdi className="shrink-0">{left}</bdi>
      </td>
      <td className={clsx('px-1', flipped && 'order-2 text-right')}>
        <Link
          href={href}
          prefetch={false}
          data-hit={id}
          title={headline || 'Without a headline'}
          onClick={() => {
            visited.id = id;
          }}
          className="whitespace-pre font-semibold text-accent hover:underline"
        >
          <bdi>{key}</bdi>
        </Link>
      </td>
      <td className={after}>
        <bdi className="shrink-0">{right}</bdi>
      </td>
      <td
        lang="en"
        className="order-4 col-span-3 text-faint text-xs tabular-nums max-lg:hidden lg:col-span-1 lg:pl-4"
      >
        {date ? formatShortDay(date) : 'No date'}
      </td>
      <td className="order-5 truncate text-faint text-xs max-lg:hidden lg:pl-4" title={source}>
        {source}
      </td>
      <td lang="en" className="order-6 col-span-3 truncate pt-0.5 text-center text-faint text-xs lg:hidden">
        {[source, date ? formatShortDay(date) : null].filter(Boolean).join(', ')}
      </td>
    </tr>
  );
}
