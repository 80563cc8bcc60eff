import type { Import, ImportFile } from '@/data/types.ts';

type State = Import['state'];

export const stateLabels: Record<State, string> = {
  waiting: 'Waiting',
  running: 'Reading',
  done: 'Done',
  cancelled: 'Cancelled',
  failed: 'Failed',
  interrupted: 'Interrupted',
};

export const stateTones: Record<State, 'plain' | 'warn' | 'error' | 'good'> = {
  waiting: 'plain',
  running: 'good',
  done: 'good',
  cancelled: 'warn',
  failed: 'error',
  interrupted: 'warn',
};

/** Whether a file of an import was announced and is not in the archive, or not yet. */
export function isAnnounced({ within, sha256, state }: ImportFile): boolean {
  return within === null && sha256 === '' && state === 'waiting';
}

/** Whether it was announced and never came. */
export function isUnsent({ diagnostics }: ImportFile): boolean {
  return diagnostics.some(({ code }) => code === 'file-unsent');
}

export function isUnderWay(state: State | undefined): boolean {
  return state === 'waiting' || state === 'running';
}

export function isResumable(state: State): boolean {
  return state === 'cancelled' || state === 'failed' || state === 'interrupted';
}
