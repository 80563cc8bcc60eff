import { toUnits } from '../units.ts';

/** What a part says, and how other bytes are written in its place: as many in as many units. */
export interface Encoded {
  bytes: Uint8Array;
  write(bytes: Uint8Array): string;
}

/** The transfer encodings of e-mail, by name. */
export const encodings: Record<string, (content: string) => Encoded> = {
  base64,
  'quoted-printable': quotedPrintable,
  '8bit': (content) => ({ bytes: bytesOf(content), write: toUnits }),
};

function base64(content: string): Encoded {
  const letters = content.replace(/[^A-Za-z\d+/]/g, '');
  // A letter alone, behind groups of four, holds no byte.
  const whole = letters.length % 4 === 1 ? letters.slice(0, -1) : letters;
  const bytes = bytesOf(atob(whole));
  return {
    bytes,
    write(covered) {
      const written = encodeBase64(covered);
      if (covered.length !== bytes.length) return written.replace(/.{76}/g, '$&\r\n');
      let at = 0;
      // Each letter stands where one stood; what is no letter of it stays.
      return content.replace(/[A-Za-z\d+/]/g, () => written[at++] ?? 'A');
    },
  };
}

function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += piece) parts.push(btoa(unitsOf(bytes.subarray(at, at + piece))));
  return parts.join('');
}

// A multiple of three, so that the pieces join.
const piece = 3 * 8192;

const unitsOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** A byte in hex, a line end that is none of the text, or bytes as they are. */
const token = /=([\dA-Fa-f]{2})|=[ \t]*(?:\r?\n|$)|[^=]+|=/g;
const isBreak = /^=[ \t]*(?:\r?\n|$)/;

function quotedPrintable(content: string): Encoded {
  const all = new Uint8Array(content.length);
  let length = 0;
  for (const { 0: units, 1: hex } of content.matchAll(token)) {
    if (hex !== undefined) all[length++] = Number.parseInt(hex, 16);
    else if (units === '=' || !isBreak.test(units))
      for (let at = 0; at < units.length; at++) all[length++] = units.charCodeAt(at);
  }
  const bytes = all.subarray(0, length);
  return {
    bytes,
    write(covered) {
      if (covered.length !== length) return Array.from(covered, quoted).join('').replace(wide, '$&=\r\n');
      let at = 0;
      return content.replace(token, (units: string, hex: string | undefined) => {
        if (hex !== undefined) return quoted(covered[at++] ?? 0);
        if (units !== '=' && isBreak.test(units)) return units;
        at += units.length;
        return toUnits(covered.subarray(at - units.length, at));
      });
    },
  };
}

const wide = /(?:=..){24}/g;

const quoted = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;

function bytesOf(units: string): Uint8Array {
  const bytes = new Uint8Array(units.length);
  for (let at = 0; at < units.length; at++) bytes[at] = units.charCodeAt(at);
  return bytes;
}
