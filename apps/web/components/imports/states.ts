import type { Import } from '@/data/types.ts';

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

export function isUnderWay(state: State | undefined): boolean {
  return state === 'waiting' || state === 'running';
}

export function isResumable(state: State): boolean {
  return state === 'cancelled' || state === 'failed' || state === 'interrupted';
}
