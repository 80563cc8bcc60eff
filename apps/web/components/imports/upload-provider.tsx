'use client';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useMemo, useRef } from 'react';
import { useDropzone } from 'react-dropzone';
import { DropOverlay } from './drop-overlay.tsx';
import { filesFromFolder, sampleFiles } from './sample.ts';
import { UploadContext, type Uploads } from './upload-context.ts';
import { UploadTray } from './upload-tray.tsx';
import { useQueue } from './use-queue.ts';

/** Takes files dropped anywhere, chosen, or of the sample, and sends them; outlives a change of page. */
export function UploadProvider({ children }: { children: ReactNode }) {
  const sending = useSending();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const { getRootProps, isDragActive } = useDropzone({
    noClick: true,
    noKeyboard: true,
    onDrop: sending.start,
  });
  const value = useMemo(
    () => ({
      ...sending,
      pickFiles: () => files.current?.click(),
      pickFolder: () => folder.current?.click(),
    }),
    [sending],
  );
  const take = (input: HTMLInputElement) => {
    sending.start(filesFromFolder([...(input.files ?? [])]));
    input.value = '';
  };
  const hidden = { type: 'file', multiple: true, hidden: true, tabIndex: -1 } as const;
  return (
    <UploadContext value={value}>
      <div {...getRootProps({ role: undefined })} className="min-h-dvh">
        {children}
        <input ref={files} {...hidden} data-testid="files" onChange={(event) => take(event.currentTarget)} />
        <input
          ref={folder}
          {...hidden}
          data-testid="folder"
          {...{ webkitdirectory: '' }}
          onChange={(event) => take(event.currentTarget)}
        />
        {isDragActive ? <DropOverlay /> : null}
        <UploadTray />
      </div>
    </UploadContext>
  );
}

function useSending(): Omit<Uploads, 'pickFiles' | 'pickFolder'> {
  const router = useRouter();
  const path = usePathname();
  const { sending, queued, send, isSending, cancel, dismiss } = useQueue();
  return useMemo(() => {
    const opened = (id: number) => {
      if (path !== `/imports/${id}`) router.push(`/imports/${id}`);
    };
    return {
      sending,
      queued,
      start: (files: File[]) => void (files.length > 0 && send({ wanted: files, opened })),
      startSample: () => void (isSending() || send({ wanted: sampleFiles(), opened })),
      cancel,
      dismiss,
    };
  }, [sending, queued, send, isSending, cancel, dismiss, path, router]);
}
