import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { test as base } from '@playwright/test';

/** Tests of the built dashboard, one server for each worker, on a free port. */
export const test = base.extend<object, { dashboard: string }>({
  dashboard: [
    async ({}, use) => {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const server = spawn(process.execPath, ['.next/standalone/apps/web/server.js'], {
        env: { ...process.env, PORT: String(port), HOSTNAME: '127.0.0.1' },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      try {
        await answering(url);
        await use(url);
      } finally {
        server.kill();
      }
    },
    { scope: 'worker' },
  ],
  baseURL: ({ dashboard }, use) => use(dashboard),
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The dashboard did not answer at ${url}`);
}
