import { Refusal } from './refusal.ts';

/** What a caller may do. A caller on this machine may do everything; tokens will carry fewer. */
export type Scope = 'read' | 'write';

/** Who sends a request, as far as its headers tell. */
export interface Caller {
  scopes: ReadonlySet<Scope>;
  /** Why there are no scopes. */
  reason?: string;
}

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/** Whether a Host header names this machine: another site can point a name of its own at this address. */
export function isOwnHost(host: string): boolean {
  return loopback.test(host);
}

const ownPages = ['same-origin', 'none'];

/**
 * Tells from the headers whether a request comes from this machine and from our own pages. Host is checked against names
 * another site rebinds to this address, Sec-Fetch-Site and Origin against pages of other sites.
 */
export function identify(request: Request): Caller {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (!isOwnHost(host)) return refused('Ask for this archive by 127.0.0.1 or localhost.');
  if (site !== null && !ownPages.includes(site))
    return refused('Pages of other sites may not use this archive.');
  if (origin !== null && !isOrigin(origin, host))
    return refused('Pages of other origins may not use this archive.');
  return { scopes: new Set<Scope>(['read', 'write']) };
}

/** Throws unless the caller has the scope. */
export function demand(caller: Caller, scope: Scope): void {
  if (!caller.scopes.has(scope))
    throw new Refusal('FORBIDDEN', caller.reason ?? 'This caller may not do that.');
}

const refused = (reason: string): Caller => ({ scopes: new Set(), reason });

function isOrigin(origin: string, host: string): boolean {
  return [`http://${host}`, `https://${host}`].some((own) => own.toLowerCase() === origin.toLowerCase());
}
