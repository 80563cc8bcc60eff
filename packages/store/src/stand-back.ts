import { setPriority } from 'node:os';

/** Lets threads that someone waits for go first while this one works; elsewhere than on Linux priorities are those of whole processes. */
export function standBack(): void {
  if (process.platform === 'linux') setPriority(10);
}
