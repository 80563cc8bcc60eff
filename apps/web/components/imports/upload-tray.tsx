'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Button } from '@/components/ui/button.tsx';
import { formatBytes, formatCount } from '@/format/numbers.ts';
import { Progress } from './progress.tsx';
import { useUploads } from './upload-context.ts';
import { queueLine } from './words.ts';

/** How far the files are, in a corner of every page but the import's own. */
export function UploadTray() {
  const { sending, queued, cancel, dismiss } = useUploads();
  const path = usePathname();
  if (!sending || (path === `/imports/${sending.importId}` && !sending.failure)) return null;
  return (
    <section
      aria-label="Files on their way"
      className="fixed right-4 bottom-4 z-40 w-[min(22rem,calc(100vw-2rem))] space-y-3 rounded-lg border border-hairline bg-raised p-4 text-sm shadow-lg shadow-shade/10"
    >
      {sending.failure ? (
        <>
          <p role="alert" className="break-words text-error">
            The files could not be sent: {sending.failure}
          </p>
          <Button onClick={dismiss}>{queued > 0 ? `Go on: ${queueLine(queued)}` : 'Close'}</Button>
        </>
      ) : (
        <>
          <p>
            Sending {formatCount(sending.files, 'file')}, {formatBytes(sending.sent)} of{' '}
            {formatBytes(sending.bytes)}
            {queued > 0 ? ` · ${queueLine(queued)}` : null}
          </p>
          <Progress label="Sent" value={sending.sent} of={sending.bytes} />
          <p className="flex items-center justify-between">
            {sending.importId === null ? (
              <span />
            ) : (
              <Link href={`/imports/${sending.importId}`} className="link">
                Show the import
              </Link>
            )}
            <Button look="quiet" onClick={cancel}>
              Cancel
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
