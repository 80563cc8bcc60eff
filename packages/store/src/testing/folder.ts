import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for the archives of a test file, removed after its tests. */
export function useFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-store-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}
