'use client';
import { createContext, useContext } from 'react';
import type { Sending } from './send.ts';

export interface Uploads {
  /** What is on its way from this window, or went wrong on its way; null while nothing is. */
  sending: Sending | null;
  /** Number of imports that wait until those files are sent. */
  queued: number;
  start(files: File[]): void;
  startSample(): void;
  pickFiles(): void;
  pickFolder(): void;
  cancel(): void;
  dismiss(): void;
}

export const UploadContext = createContext<Uploads | null>(null);

export function useUploads(): Uploads {
  const uploads = useContext(UploadContext);
  if (!uploads) throw new Error('Uploads are used outside of their provider.');
  return uploads;
}
