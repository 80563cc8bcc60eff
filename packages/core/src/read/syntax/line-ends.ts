import type { Source } from '../decode.ts';

/** NEL and the line separators of Unicode: the only line ends in text that a mainframe or a word processor wrote. */
const rareEnds = /[\u0085\u2028\u2029]/;
const anyRareEnd = /[\u0085\u2028\u2029]/g;
/** The same in UTF-8, one unit a byte; and what a chunk may cut of them. */
const bytesOfEnds = /\xc2\x85|\xe2\x80[\xa8\xa9]/g;
const cutEnd = /(?:\xc2|\xe2\x80?)$/;

/** The text with line feeds for rare line ends, where it has no others. */
export function withLineFeeds(text: string): string {
  return /[\n\r]/.test(text) || !rareEnds.test(text) ? text : text.replace(anyRareEnd, '\n');
}

/** The units of a text with line feeds for rare line ends, each in its place. */
export async function* lineFedUnits({ sample, charset, chunks }: Source): AsyncIterable<string> {
  if (withLineFeeds(sample) === sample) yield* chunks();
  else if (charset !== 'utf-8') for await (const units of chunks()) yield units.replace(anyRareEnd, '\n');
  else yield* fed(chunks());
}

async function* fed(chunks: AsyncIterable<string>): AsyncIterable<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const units = rest + chunk;
    rest = cutEnd.exec(units)?.[0] ?? '';
    const whole = rest === '' ? units : units.slice(0, -rest.length);
    if (whole !== '') yield whole.replace(bytesOfEnds, (end) => '\n'.padStart(end.length));
  }
  if (rest !== '') yield rest;
}
