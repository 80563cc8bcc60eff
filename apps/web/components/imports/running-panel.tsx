'use client';
import { Button } from '@/components/ui/button.tsx';
import type { ImportDetail } from '@/data/types.ts';
import { formatBytes, formatNumber, formatRemaining } from '@/format/numbers.ts';
import { Progress } from './progress.tsx';
import { useUploads } from './upload-context.ts';
import { useCancel } from './use-steering.ts';
import { queueLine } from './words.ts';

/** How far an import is, while it is on its way or being read. */
export function RunningPanel({ detail }: { detail: ImportDetail }) {
  const { sending, queued, cancel } = useUploads();
  const batch = detail.import;
  if (sending?.importId === batch.id && !sending.failure) {
    return (
      <Panel label="Sent" value={sending.sent} of={sending.bytes} cancel={cancel}>
        Sending {sending.file}: {formatBytes(sending.sent)} of {formatBytes(sending.bytes)}
        {queued > 0 ? ` · ${queueLine(queued)}` : null}
      </Panel>
    );
  }
  return batch.state === 'running' ? <Reading detail={detail} /> : null;
}

function Reading({ detail }: { detail: ImportDetail }) {
  const { import: batch, rate } = detail;
  const stop = useCancel(batch.id);
  return (
    <Panel label="Read" value={batch.read} of={batch.bytes} cancel={() => stop.mutate({ id: batch.id })}>
      {formatBytes(batch.read)} of {formatBytes(batch.bytes)}
      {rate && rate.bytes > 0 ? (
        <>
          {' · '}
          {formatNumber(Math.round(rate.articles))} articles a second{' · '}
          {formatRemaining((batch.bytes - batch.read) / rate.bytes)} left
        </>
      ) : null}
    </Panel>
  );
}

interface PanelProps {
  label: string;
  value: number;
  of: number;
  cancel(): void;
  children: React.ReactNode;
}

function Panel({ label, value, of, cancel, children }: PanelProps) {
  return (
    <section aria-label="Progress" className="mt-6 space-y-3">
      <Progress label={label} value={value} of={of} />
      <div className="flex items-center justify-between gap-4 text-sm">
        <p className="wrap-anywhere min-w-0 text-soft tabular-nums">{children}</p>
        <Button look="quiet" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
