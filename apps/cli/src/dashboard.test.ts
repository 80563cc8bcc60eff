import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { addressOf, freePort, isOwnHost, startDashboard } from './dashboard.ts';
import { useFolder } from './testing.ts';

const at = useFolder();

test('serves on the addresses that the archive answers by, and on no other', () => {
  const far = [
    '0.0.0.0',
    '127.0.0.2',
    '127.8.9.1',
    '::',
    '192.168.1.2',
    '127.0.0.1.example.org',
    '127.1',
    'archive.local',
    '',
  ];
  const near = ['127.0.0.1', '::1', 'localhost'];
  expect([...near, ...far].filter(isOwnHost)).toEqual(near);
  expect(['127.0.0.1', '::1', 'localhost'].map((host) => addressOf(host, 80))).toEqual([
    'http://127.0.0.1:80',
    'http://[::1]:80',
    'http://localhost:80',
  ]);
});

test('finds a free port for 0, and says what to do about one in use', async () => {
  expect(await freePort(0, '127.0.0.1')).toBeGreaterThan(0);
  const server = createServer().listen({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await expect(freePort(port, '127.0.0.1')).rejects.toMatchObject({
    exit: 1,
    message: `Port ${port} on 127.0.0.1 is in use, perhaps by Pressmark itself: look at http://127.0.0.1:${port}`,
    mend: `Or take another: pressmark serve --port ${port + 1} (or npm start -- --port ${port + 1})`,
  });
  server.close();
});

/** Starts a program of a few lines in the dashboard's place. */
async function start(program: string) {
  const script = at('server.mjs');
  await writeFile(script, program);
  const port = await freePort(0, '127.0.0.1');
  return { port, ...startDashboard({ script, database: at('a.db'), host: '127.0.0.1', port }) };
}

test('waits until the child answers, tells it host, port and archive, and hands a signal on', async () => {
  const { port, answers, ended } = await start(`
    import { createServer } from 'node:http';
    const { HOSTNAME, PORT, PRESSMARK_DB } = process.env;
    const server = createServer((request, response) => response.end(JSON.stringify({ PRESSMARK_DB })));
    setTimeout(() => server.listen(Number(PORT), HOSTNAME), 300);
    process.on('SIGHUP', () => process.exit(7));
  `);
  await answers;
  const told = await fetch(`http://127.0.0.1:${port}`).then((response) => response.json());
  process.emit('SIGHUP', 'SIGHUP');
  expect({ told, code: await ended }).toEqual({ told: { PRESSMARK_DB: at('a.db') }, code: 7 });
});

test('says so where the child ends first, is out of date, or cannot open the archive', async () => {
  const answering = (status: number) => `
    import { createServer } from 'node:http';
    const server = createServer((request, response) => response.writeHead(${status}).end());
    server.listen(Number(process.env.PORT), process.env.HOSTNAME);
  `;
  const dead = await start('process.exit(5)');
  await expect(dead.answers).rejects.toMatchObject({
    exit: 5,
    message: expect.stringContaining('ended before'),
  });
  const old = await start(answering(404));
  await expect(old.answers).rejects.toMatchObject({
    exit: 1,
    message: expect.stringContaining('out of date'),
  });
  const broken = await start(answering(500));
  await expect(broken.answers).rejects.toMatchObject({
    exit: 1,
    message: expect.stringContaining('cannot open'),
  });
  expect(await Promise.all([old.ended, broken.ended])).toEqual([143, 143]);
});
