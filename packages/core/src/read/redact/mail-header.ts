import { coverAll } from './cover.ts';
import { encodings } from './mail-encodings.ts';

/** Headers by which programs know what a message is made of; the moment of sending says nothing of an article. */
const kept = /^(?:mime-version|content-transfer-encoding|date|lines|content-length|x-unsent)$/i;
const parted = /^content-(?:type|disposition)$/i;
const line = /^([!-9;-~]{1,70})(:[ \t]*)((?:.*(?:\r?\n[ \t].*)*))/gm;

/** Covers the header of a message or a part in as many units; names of headers and what tells the parts stay. */
export function coverHeader(header: string): string {
  return header.replace(line, (...[whole, name = '', colon = '', value = '']: string[]) => {
    if (kept.test(name)) return whole ?? '';
    return name + colon + (parted.test(name) ? coverParameters(value) : coverWords(value));
  });
}

/** The value of a header, unfolded; undefined where there is none. */
export function headerValue(header: string, name: string): string | undefined {
  const match = new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(header);
  return match?.[1]?.replace(/\r?\n[ \t]+/g, ' ').trim();
}

/** A parameter of the value of a header (`charset=utf-8`), without its quotation marks. */
export function parameter(value: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, 'i').exec(value);
  return match?.[1] ?? match?.[2];
}

const parameterOf = /(;\s*([\w*-]+)\s*=\s*)("[^"]*"|[^\s;"]+)/g;
const telling = /^(?:boundary|charset|format|delsp|type|size|protocol|micalg|report-type|method)$/i;

function coverParameters(value: string): string {
  return value.replace(parameterOf, (...[whole = '', before = '', name = '', said = '']: string[]) =>
    telling.test(name) ? whole : before + coverName(said),
  );
}

/** A name keeps its ending, which says what a file is. */
function coverName(said: string): string {
  const ending = /\.[a-z\d]{1,5}"?$/i.exec(said)?.[0] ?? '';
  const charset = /^"?[\w-]*'[\w-]*'/.exec(said)?.[0] ?? '';
  const name = said.slice(charset.length, said.length - ending.length);
  return charset + coverWords(name.replace(/%[\da-f]{2}/gi, '%71')) + ending;
}

/** `=?utf-8?Q?F=C3=A4hren?=`: letters that a header may not hold. Bytes in hex stay such, so that the length does. */
const encodedWord = /(=\?[\w-]+(?:\*[\w-]+)?\?)([bq])(\?)([^?\s]*)(\?=)/gi;

function coverWords(value: string): string {
  let out = '';
  let from = 0;
  for (const match of value.matchAll(encodedWord)) {
    const [whole, opening = '', way = '', mark = '', said = '', closing = ''] = match;
    out += coverPlain(value.slice(from, match.index));
    out += opening + way + mark + coverEncoded(said, way) + closing;
    from = match.index + whole.length;
  }
  return out + coverPlain(value.slice(from));
}

function coverEncoded(said: string, way: string): string {
  const encoded = encodings[way.toLowerCase() === 'b' ? 'base64' : 'quoted-printable']?.(said);
  if (!encoded) return '';
  return encoded.write(
    encoded.bytes.map((byte) => (byte > 0x7f ? 0x71 : coverPlain(String.fromCharCode(byte)).charCodeAt(0))),
  );
}

/** Units of a header are bytes, and in which charset nothing says. */
function coverPlain(units: string): string {
  return coverAll(units.replace(/[^\0-\x7f]/g, 'q')).replace(/%00/g, '%71');
}
