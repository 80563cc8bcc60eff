import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { onTestFinished } from 'vitest';

interface Fetcher {
  fetch(request: Request): Promise<Response>;
}

/** Serves a fetch over HTTP on a free port of this machine, and gives the URL. */
export async function listen(server: Fetcher): Promise<string> {
  const http = createServer(async (incoming, outgoing) => {
    const response = await server.fetch(requestOf(incoming));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    const body = response.body ? Readable.fromWeb(response.body as WebStream) : Readable.from([]);
    await pipeline(body, outgoing).catch(() => {});
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

function requestOf(incoming: IncomingMessage): Request {
  const hasBody = !['GET', 'HEAD'].includes(incoming.method ?? 'GET');
  return new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method: incoming.method ?? 'GET',
    headers: Object.entries(incoming.headers).map(
      ([name, value]) => [name, String(value)] as [string, string],
    ),
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' }),
  } as RequestInit);
}
