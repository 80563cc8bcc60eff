import type { Diagnostic } from '../../diagnostic.ts';
import { type Charset, charsets } from './charsets.ts';
import { damaged, type Examined, type Kind, mostPlaces, wordAround } from './place.ts';

/** Text written in UTF-8 and read in another character set, once or several times over. */
export const mojibake: readonly Kind[] = charsets.map((charset) => ({
  pairs: charset.pairs,
  find: (examined, known) => misread(examined, charset, unspaced.has(known.language)),
}));

/** Languages in whose texts accented letters are rare: one misread character tells. */
const unspaced = new Set(['zh', 'ja', 'ko']);

interface Stretch {
  start: number;
  end: number;
  /** What the bytes say in UTF-8. */
  text: string;
}

/** How often a text may have gone through the same mistake. */
const mostRounds = 3;

function misread({ path, text }: Examined, charset: Charset, sure: boolean): Diagnostic[] {
  const words: { start: number; end: number }[] = [];
  for (const { start, end } of stretches(text, charset, sure)) {
    const word = wordAround(text, { start, end });
    const last = words.at(-1);
    if (last && word.start <= last.end) last.end = Math.max(last.end, word.end);
    else words.push(word);
  }
  const [first, last] = [words[0], words.at(-1)];
  // A text that is damaged throughout is one place.
  const places = words.length > mostPlaces && first && last ? [{ start: first.start, end: last.end }] : words;
  // Where the text that comes out is a mistake again, the mistake was made twice, and with every character.
  const deep = stretches(reread(text, charset, [sure]), charset, false).length > 0;
  const rounds = deep ? Array.from({ length: mostRounds }, (_, round) => sure || round > 0) : [sure];
  return places.map(({ start, end }) =>
    damaged('damage-mojibake', path, {
      start,
      end,
      message: `Text in UTF-8 was read as ${charset.name}.`,
      candidates: [
        { text: reread(text.slice(start, end), charset, rounds), reason: 'the same bytes read as UTF-8' },
      ],
    }),
  );
}

/** The text with every misread stretch read as UTF-8, once for each round while there are any; a round may be sure of itself. */
function reread(text: string, charset: Charset, rounds: readonly boolean[]): string {
  let now = text;
  for (const sure of rounds) {
    const found = stretches(now, charset, sure);
    if (found.length === 0) break;
    const parts = found.map(
      ({ start, text: read }, index) => now.slice(found[index - 1]?.end ?? 0, start) + read,
    );
    now = parts.join('') + now.slice(found.at(-1)?.end);
  }
  return now;
}

/** Stretches whose bytes are UTF-8 and hardly anything else. */
function stretches(text: string, charset: Charset, sure: boolean): Stretch[] {
  const found: Stretch[] = [];
  for (const { index, 0: run } of text.matchAll(charset.runs)) {
    let at = 0;
    while (at < run.length) {
      const sequences = readSequences(run, at, charset);
      const end = sequences.at(-1)?.end ?? at;
      if (isMisread(sequences, { charset, sure, before: text[index + at - 1], after: text[index + end] })) {
        const read = sequences
          .map(({ point }) => (point === 0xfeff ? '' : String.fromCodePoint(point)))
          .join('');
        found.push({ start: index + at, end: index + end, text: read });
      }
      at = Math.max(end, at + 1);
    }
  }
  return charset.lossy ? withLossy(found, text, charset.lossy) : found;
}

/** Joins what lost one of its bytes on the way to what did not. */
function withLossy(found: Stretch[], text: string, lossy: NonNullable<Charset['lossy']>): Stretch[] {
  const more = [...text.matchAll(lossy.pattern)].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
    text: lossy.read(match),
  }));
  if (more.length === 0) return found;
  const all = [...found, ...more].sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Stretch[] = [];
  for (const one of all) if (one.start >= (apart.at(-1)?.end ?? 0)) apart.push(one);
  return apart;
}

interface Sequence {
  bytes: number[];
  point: number;
  end: number;
}

/** UTF-8 sequences one after the other, from a place on. */
function readSequences(run: string, from: number, { bytes }: Charset): Sequence[] {
  const found: Sequence[] = [];
  let at = from;
  for (;;) {
    const lead = bytes.get(run[at] ?? '') ?? 0;
    const length =
      lead >= 0xc2 && lead <= 0xdf
        ? 2
        : lead >= 0xe0 && lead <= 0xef
          ? 3
          : lead >= 0xf0 && lead <= 0xf4
            ? 4
            : 0;
    if (length === 0) return found;
    const read = Array.from(run.slice(at, at + length), (unit) => bytes.get(unit) ?? 0);
    if (read.length < length || read.slice(1).some((byte) => byte < 0x80 || byte > 0xbf)) return found;
    const point = read.slice(1).reduce((sum, byte) => sum * 64 + (byte & 63), lead & (0xff >> (length + 1)));
    const overlong = (length === 3 && point < 0x800) || (length === 4 && point < 0x10000);
    if (overlong || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return found;
    at += length;
    found.push({ bytes: read, point, end: at });
  }
}

interface Context {
  charset: Charset;
  /** Whether any sequence is a mistake. */
  sure: boolean;
  before: string | undefined;
  after: string | undefined;
}

// With the control characters of a text that went through the mistake once more.
const written = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\p{Cf}\u0080-\u009f]*$/u;

/** Whether sequences are more likely a mistake than text that happens to look like one. */
function isMisread(sequences: Sequence[], context: Context): boolean {
  const [first] = sequences;
  if (!first) return false;
  if (!written.test(sequences.map(({ point }) => String.fromCodePoint(point)).join(''))) return false;
  return context.sure || sequences.length > 1 || isFirm(first, context);
}

const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;

/** Whether one sequence alone tells: a capital with an accent may stand before a quotation mark, `IRMÃ”`. */
function isFirm({ bytes }: Sequence, { charset, before = ' ', after = ' ' }: Context): boolean {
  const [lead = 0, second = 0] = bytes;
  if (bytes.length === 4) return second === 0x9f;
  if (bytes.length === 3)
    return lead === 0xe2 ? charset.seconds.has(second) : lead === 0xef && second === 0xbb;
  const joined = lower.test(before) || lower.test(after);
  if (lead === 0xc2 || lead === 0xc3) {
    const ends = upper.test(before) && !lower.test(after) && charset.closing.has(second);
    return charset.latin === 'alone' ? !ends : charset.latin === 'joined' && joined;
  }
  return (lead === 0xc4 || lead === 0xc5) && charset.latin === 'alone' && joined && !upper.test(before);
}
