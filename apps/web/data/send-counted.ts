import type { Counted } from '@pressmark/client';

/** As `fetch`, which does not tell how much of a body has been sent: a browser's older request does. */
export function sendCounted(url: string, init: Counted): Promise<Response> {
  const { method = 'GET', headers, body, signal, onProgress } = init;
  const request = new XMLHttpRequest();
  request.open(method, url);
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
  const stop = () => request.abort();
  signal?.addEventListener('abort', stop, { once: true });
  return new Promise<Response>((resolve, reject) => {
    request.addEventListener('load', () =>
      resolve(new Response(request.responseText, { status: request.status })),
    );
    request.addEventListener('error', () => reject(new TypeError('The connection broke off.')));
    request.addEventListener('abort', () => reject(signal?.reason));
    if (signal?.aborted) reject(signal.reason);
    else request.send(body as XMLHttpRequestBodyInit);
  }).finally(() => signal?.removeEventListener('abort', stop));
}
