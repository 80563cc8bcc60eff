import { isOwnHost } from '@pressmark/server/caller';
import { type NextRequest, NextResponse } from 'next/server';

/** Gives every page a Content-Security-Policy with a nonce of its own, and none to who asks for another host: the API checks its callers itself. */
export function proxy(request: NextRequest): NextResponse {
  if (!isOwnHost(request.headers.get('host') ?? ''))
    return new NextResponse('Ask for Pressmark by 127.0.0.1 or localhost.\n', { status: 403 });
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('referrer-policy', 'no-referrer');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  return response;
}

export const config = { matcher: '/((?!api/|_next/static/).*)' };

function contentPolicy(nonce: string): string {
  // React needs eval in development only, to rebuild the server's stack traces.
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Bars and progress carry their length in a style attribute; an attribute of ours cannot load or run anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
