import Link from 'next/link';
import type { Stored } from '@/data/types.ts';
import { formatMoment } from '@/format/dates.ts';

/** Earlier versions of the article, where an import brought a newer one. */
export function Versions({ stored }: { stored: Stored }) {
  if (stored.versions.length === 0) return null;
  return (
    <section>
      <h2 className="label border-hairline border-b pb-1.5">Earlier versions</h2>
      <ul className="mt-2 space-y-1">
        {stored.versions.map(({ version, replacedAt }) => (
          <li key={version}>
            <Link
              href={`/articles/${encodeURIComponent(stored.article.id)}?version=${version}`}
              prefetch={false}
              className="link"
            >
              Version {version}
            </Link>
            <span className="text-faint">
              , until <time suppressHydrationWarning>{formatMoment(replacedAt)}</time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
