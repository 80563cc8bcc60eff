'use client';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '@/data/api.ts';
import type { ImportFile } from '@/data/types.ts';
import { formatBytes } from '@/format/numbers.ts';
import { PlaceLink } from './place-link.tsx';

/** The stretches of a file that became nothing, with how each begins. */
export function UnreadSpans({ file }: { file: ImportFile }) {
  const [open, setOpen] = useState(false);
  const api = useApi();
  const spans = useQuery(api.imports.spans.queryOptions({ file: file.id }, { enabled: open }));
  const unread = spans.data?.filter((span) => span.kind === 'unread');
  return (
    <details className="group py-0.5 text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex list-none items-baseline gap-2 py-1 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          size={14}
          aria-hidden="true"
          className="shrink-0 translate-y-0.5 text-faint transition-transform group-open:rotate-90"
        />
        <span className="font-medium text-damage">{formatBytes(file.unreadBytes)} not read</span>
      </summary>
      <ul className="mt-1 mb-2 ml-[1.4rem] space-y-2 border-hairline border-l pl-4">
        {unread ? null : <li className="skeleton h-4 w-64" />}
        {unread?.map((span) => (
          <li key={span.start}>
            <PlaceLink file={file.id} span={span} />
            <p className="line-clamp-3 break-all font-mono text-soft text-xs">{span.text}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
