import type { Article } from '@pressmark/core';
import clsx from 'clsx';
import { formatPath } from '@/format/paths.ts';

const severityWords = { error: 'Error', warning: 'Warning', info: 'Note' };
const tones = { error: 'border-error', warning: 'border-damage', info: 'border-hairline' };

/** Everything the reader of the file noted about this article. */
export function Findings({ article }: { article: Article }) {
  if (article.diagnostics.length === 0) return null;
  return (
    <section>
      <h2 className="label border-hairline border-b pb-1.5">Noted while reading</h2>
      <ul className="mt-2 space-y-2">
        {article.diagnostics.map((item, place) => (
          <li key={place} className={clsx('border-l-2 pl-3', tones[item.severity])}>
            <p className="break-words">{item.message}</p>
            <p className="text-faint text-xs">
              {severityWords[item.severity]}
              {item.path ? ` in ${formatPath(item.path)}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
