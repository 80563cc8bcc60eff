import { errorOf } from './archive-error.ts';

/** Headers of every request, or what makes them. */
export type RequestHeaders = Record<string, string> | (() => Promise<Record<string, string>>);

/** A request whose progress is told in bytes of its body. */
export interface Counted extends RequestInit {
  headers: Record<string, string>;
  onProgress(bytes: number): void;
}

/** Where the archive is: over the network, or in this process. `url` is the origin; '' means the page's own. */
export type Target = (
  | {
      url: string;
      /** Sends a blob and tells how far it is; without it, `fetch` tells of its end alone. */
      sendCounted?: (url: string, init: Counted) => Promise<Response>;
    }
  | { server: { fetch(request: Request): Promise<Response> } }
) & {
  headers?: RequestHeaders;
};

/** The one way to the archive. */
export interface Line {
  /** What paths are put behind. */
  base: string;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  sendCounted?: ((url: string, init: Counted) => Promise<Response>) | undefined;
  headers(): Promise<Record<string, string>>;
}

/** Node wants to be told that a streamed request body is not answered before its end; the DOM's types do not know it. */
type StreamInit = RequestInit & {
  duplex?: 'half';
  /** Told the bytes of a blob that were sent so far, where that can be known. */
  onProgress?: ((bytes: number) => void) | undefined;
};

/** Where a dashboard answers unless told otherwise: what a server in this process takes for its address in links. */
const dashboard = 'http://127.0.0.1:4317';

export function openLine(target: Target): Line {
  const headers = async () =>
    typeof target.headers === 'function' ? await target.headers() : (target.headers ?? {});
  if ('url' in target)
    return {
      base: target.url.replace(/\/$/, ''),
      fetch: (url, init) => fetch(url, init),
      sendCounted: target.sendCounted,
      headers,
    };
  const { server } = target;
  return { base: dashboard, fetch: (url, init) => server.fetch(new Request(url, init)), headers };
}

/** Sends a request to a streamed route; throws an ArchiveError where it is not met. */
export async function send(
  line: Line,
  path: string,
  { onProgress, ...init }: StreamInit = {},
): Promise<Response> {
  const request = { ...init, headers: await line.headers() };
  const response = await (onProgress && line.sendCounted
    ? line.sendCounted(line.base + path, { ...request, onProgress })
    : line.fetch(line.base + path, request));
  if (!response.ok) throw await errorOf(response);
  return response;
}
