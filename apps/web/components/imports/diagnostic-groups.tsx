import { diagnosticCodes } from '@pressmark/core';
import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ImportFile } from '@/data/types.ts';
import { formatCount } from '@/format/numbers.ts';
import { formatPath } from '@/format/paths.ts';
import { PlaceLink } from './place-link.tsx';

type FileDiagnostic = ImportFile['diagnostics'][number];

const severityText = { error: 'text-error', warning: 'text-damage', info: 'text-faint' };
const severityWords = { error: 'error', warning: 'warning', info: 'note' };
const severityOrder = { error: 0, warning: 1, info: 2 };

/** What was noteworthy in a file, a line for each kind, each opening to its places. */
export function DiagnosticGroups({ file }: { file: ImportFile }) {
  const groups = groupDiagnostics(file.diagnostics);
  if (groups.length === 0) return null;
  return (
    <div className="mt-3 border-hairline border-t pt-2">
      {groups.map((group) => (
        <details key={group.code} className="group py-0.5 text-sm">
          <summary className="flex list-none items-baseline gap-2 py-1 [&::-webkit-details-marker]:hidden">
            <ChevronRight
              size={14}
              aria-hidden="true"
              className="shrink-0 translate-y-0.5 text-faint transition-transform group-open:rotate-90"
            />
            <span
              className={clsx('whitespace-nowrap font-medium tabular-nums', severityText[group.severity])}
            >
              {formatCount(group.times, severityWords[group.severity])}
            </span>
            <span className="text-soft">{diagnosticCodes[group.code].meaning}</span>
          </summary>
          <ul className="mt-1 mb-3 ml-[1.4rem] max-h-80 space-y-2 overflow-y-auto border-hairline border-l pl-4">
            {group.entries.map((entry, index) => (
              <Entry key={index} entry={entry} file={file} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function Entry({ entry, file }: { entry: FileDiagnostic; file: ImportFile }) {
  return (
    <li>
      <p className="break-words">{entry.message}</p>
      <p className="flex flex-wrap gap-x-4 text-faint text-xs">
        {entry.article ? (
          <Link href={`/articles/${encodeURIComponent(entry.article)}`} className="link">
            Article {entry.article}
          </Link>
        ) : null}
        {entry.path ? <span>in {formatPath(entry.path)}</span> : null}
        {entry.span && !entry.path ? <PlaceLink file={file.id} span={entry.span} /> : null}
      </p>
    </li>
  );
}

function groupDiagnostics(diagnostics: FileDiagnostic[]) {
  const byCode = Map.groupBy(diagnostics, (entry) => entry.code);
  return [...byCode]
    .map(([code, entries]) => ({
      code,
      severity: entries[0]?.severity ?? 'info',
      entries,
      times: entries.reduce((sum, { count = 1 }) => sum + count, 0),
    }))
    .sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity] || b.times - a.times);
}
