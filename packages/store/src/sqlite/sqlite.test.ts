import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteStore } from '../open.ts';
import { testStore } from '../test-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'pressmark-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

testStore((name) => openSqliteStore({ path: join(folder, `${name}.db`) }));
