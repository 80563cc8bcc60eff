import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { addressOf, freePort, isLoopback } from './dashboard.ts';

test('tells loopback addresses from all others', () => {
  const hosts = [
    '127.0.0.1',
    '127.8.9.1',
    '::1',
    'localhost',
    '0.0.0.0',
    '::',
    '192.168.1.2',
    '127.0.0.1.example.org',
    'archive.local',
    '',
  ];
  expect(hosts.filter(isLoopback)).toEqual(['127.0.0.1', '127.8.9.1', '::1', 'localhost']);
  expect([addressOf('127.0.0.1', 80), addressOf('::1', 80)]).toEqual([
    'http://127.0.0.1:80',
    'http://[::1]:80',
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
    mend: expect.stringMatching(/^Or take another: pressmark serve --port \d+$/),
  });
  server.close();
});
