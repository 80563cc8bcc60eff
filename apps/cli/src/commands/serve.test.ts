import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { dashboard } from '../paths.ts';
import { main, runCli, useFolder } from '../testing.ts';

const at = useFolder();

describe('serve', () => {
  test.each(['0.0.0.0', '::', '192.168.1.7', 'archive.example'])('refuses %s: exit 2', async (host) => {
    const ran = await runCli(['serve', '--host', host, '--db', at('never.db')]);
    expect(ran).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(`The archive does not answer at ${host}`),
    });
  });

  test('refuses to serve another dashboard: exit 2', async () => {
    expect(await runCli(['serve', '--server', 'http://127.0.0.1:1'])).toMatchObject({ code: 2, stdout: '' });
  });
});

// An older build may be left from before the dashboard had its routes.
const built = existsSync(join(dirname(dashboard), '.next', 'server', 'app', 'api'));
if (!built) console.warn('SKIPPED: the dashboard is not built; serving it is not tested here.');

describe.skipIf(!built)('serve, with the built dashboard', () => {
  test('says that a port is in use: exit 1', async () => {
    const server = createServer().listen({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const ran = await runCli(['serve', '--port', String(port), '--db', at('never.db')]);
    server.close();
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain(`Port ${port} on 127.0.0.1 is in use`);
  });

  test('says in words why an archive cannot be opened: exit 1', async () => {
    await writeFile(at('other.rtf'), '{\\rtf1 This is no archive.}'.repeat(99));
    const ran = await runCli(['serve', '--port', '0', '--db', at('other.rtf')]);
    expect(ran).toEqual({
      code: 1,
      stdout: '',
      stderr: `pressmark: cannot open the archive ${at('other.rtf')}: It is a file of another kind.\n`,
    });
  });

  test('prints its address last, when it answers, serves the archive to other commands, and ends with its child', async () => {
    const serve = [main, 'serve', '--port', '0', '--db', at('served', 'archive.db')];
    // Data and words in one stream, as a terminal shows them.
    const child = spawn('sh', ['-c', 'exec "$@" 2>&1', 'sh', process.execPath, ...serve], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(child, 'exit');
    try {
      const before: string[] = [];
      let address = '';
      for await (const line of createInterface(child.stdout)) {
        if (/^http:/.test(line)) address = line;
        if (address) break;
        before.push(line);
      }
      expect(before.at(-1)).toMatch(/^The archive is /);
      const stats = await runCli(['stats', '--json', '--server', address]);
      expect({ code: stats.code, ...JSON.parse(stats.stdout) }).toMatchObject({
        code: 0,
        articles: 0,
        from: null,
      });
    } finally {
      child.kill('SIGTERM');
    }
    const [code] = await ended;
    expect([0, 143]).toContain(code);
  });
});
