const encoder = new TextEncoder();
const encoded = new Uint8Array(32 * 1024);
/** Below this a look at each unit costs less than a call of the encoder. */
const shortRun = 24;

/** Whether all units are below 0x80: in UTF-8 each is one byte then. */
export function isAscii(units: string): boolean {
  if (units.length < shortRun) return isShortAscii(units);
  for (let from = 0; from < units.length; ) {
    const { read, written } = encoder.encodeInto(from === 0 ? units : units.slice(from), encoded);
    if (read !== written) return false;
    from += read;
  }
  return true;
}

function isShortAscii(units: string): boolean {
  for (let index = 0; index < units.length; index++) {
    if (units.charCodeAt(index) > 0x7f) return false;
  }
  return true;
}
