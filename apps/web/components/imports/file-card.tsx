import { readerLabel } from '@pressmark/core';
import { CircleAlert, CircleCheck, FileText } from 'lucide-react';
import { Badge } from '@/components/ui/badge.tsx';
import type { ImportFile } from '@/data/types.ts';
import { formatBytes } from '@/format/numbers.ts';
import { DiagnosticGroups } from './diagnostic-groups.tsx';
import { Progress } from './progress.tsx';
import { SearchSummary } from './search-summary.tsx';
import { isAnnounced, isUnsent, stateLabels, stateTones } from './states.ts';
import { UnreadSpans } from './unread-spans.tsx';
import { useUploads } from './upload-context.ts';
import { fileLine } from './words.ts';

/** The account of one file. */
export function FileCard({ file }: { file: ImportFile }) {
  return (
    <li className="border-rule border-t py-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 className="flex min-w-0 items-baseline gap-2 font-medium">
          <FileText size={15} className="shrink-0 translate-y-0.5 text-faint" aria-hidden="true" />
          <span className="min-w-0 break-all">{file.file}</span>
        </h2>
        <Verdict file={file} />
      </div>
      <p className="mt-1 text-base tabular-nums">
        <Outcome file={file} />
      </p>
      <p className="text-faint text-sm">
        {formatBytes(file.bytes)}
        {file.reader ? `, read as ${readerLabel(file.reader)}` : ''}
        {file.unreadBytes > 0 ? `, ${formatBytes(file.unreadBytes)} not read` : ''}
      </p>
      {file.state === 'running' ? (
        <div className="mt-3">
          <Progress label={`Read of ${file.file}`} value={file.read} of={file.bytes} />
        </div>
      ) : null}
      <SearchSummary file={file} />
      <DiagnosticGroups file={file} />
      {file.unreadBytes > 0 ? <UnreadSpans file={file} /> : null}
    </li>
  );
}

function Outcome({ file }: { file: ImportFile }) {
  if (isAnnounced(file)) return <Announced file={file} />;
  if (isUnsent(file)) return <>Not sent. Drop it again.</>;
  return file.state === 'waiting' ? <>Sent, not read yet</> : <>{capital(fileLine(file))}</>;
}

function Announced({ file }: { file: ImportFile }) {
  const { sending } = useUploads();
  if (!sending?.rows.includes(file.id) || sending.failure) {
    return <>Not sent, unless another window or command is sending it. Drop it again.</>;
  }
  return sending.row === file.id ? <>Being sent</> : <>To be sent</>;
}

function Verdict({ file }: { file: ImportFile }) {
  if (isUnsent(file)) return <Badge tone="error">Not sent</Badge>;
  if (file.state !== 'done') return <Badge tone={stateTones[file.state]}>{stateLabels[file.state]}</Badge>;
  return file.balanced ? (
    <Badge tone="good" title="Every byte of the file is part of an article or of known front matter.">
      <CircleCheck size={12} aria-hidden="true" /> Balanced
    </Badge>
  ) : (
    <Badge
      tone="warn"
      title="The file declares another number than was found, or a part of it could not be read."
    >
      <CircleAlert size={12} aria-hidden="true" /> Does not balance
    </Badge>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
