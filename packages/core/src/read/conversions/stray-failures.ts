/** What pdf.js calls its own failures. */
const own = new Set([
  'AbortException',
  'FormatError',
  'InvalidPDFException',
  'MissingDataException',
  'ParserEOFException',
  'UnknownErrorException',
  'XRefEntryException',
  'XRefParseException',
]);

type Listener = (reason: unknown) => void;

/** What of a process is needed; a browser has none, and only logs. */
interface Host {
  on(event: 'unhandledRejection', listener: Listener): void;
  off(event: 'unhandledRejection', listener: Listener): void;
  listenerCount(event: 'unhandledRejection'): number;
}

const host = (globalThis as { process?: Partial<Host> }).process;
let held = 0;

/**
 * Holds what a damaged PDF does to a process that has no listener for it: pdf.js fetches pages ahead and drops their
 * promises where another page fails first, and Node ends at a failure that nobody waits for. Call what it gives when
 * the PDF is closed. Failures of others go where they would have gone.
 */
export function holdStrayFailures(): () => Promise<void> {
  if (!isHost(host)) return async () => {};
  if (held++ === 0) host.on('unhandledRejection', pass);
  return async () => {
    // The last ones are told when all that is ready has run.
    await new Promise((resolve) => setTimeout(resolve));
    if (--held === 0) host.off('unhandledRejection', pass);
  };
}

function isHost(process: Partial<Host> | undefined): process is Host {
  return typeof process?.on === 'function' && typeof process.off === 'function';
}

function pass(reason: unknown): void {
  if (reason instanceof Error && own.has(reason.name)) return;
  if (isHost(host) && host.listenerCount('unhandledRejection') === 1) throw reason;
}
