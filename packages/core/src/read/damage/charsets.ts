import type { Pair } from './signs.ts';

/** A character set that text in UTF-8 is taken for. */
export interface Charset {
  name: string;
  /** A lead byte and a byte that goes on, as this character set shows them. */
  pairs: readonly Pair[];
  /** Two and more characters that are no ASCII, all of the character set. */
  runs: RegExp;
  /** The byte of every character from 0x80 on. */
  bytes: ReadonlyMap<string, number>;
  /** Second bytes of U+2000 to U+2FFF that tell alone, behind 0xE2. */
  seconds: ReadonlySet<number>;
  /** Bytes of what may stand behind a capital at the end of a word: quotation marks, dashes, an ellipsis. */
  closing: ReadonlySet<number>;
  /** Whether a Latin letter of two bytes tells alone, only within a word, or never. */
  latin: 'alone' | 'joined' | 'never';
  /** Stretches of which the way there lost a byte. */
  lossy?: { pattern: RegExp; read(match: string): string };
}

function bytesOf(label: string): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(label);
  const bytes = new Map<string, number>();
  // Programs that know no character for a byte keep its number.
  for (let byte = 0x80; byte < 0xa0; byte++) bytes.set(String.fromCharCode(byte), byte);
  for (let byte = 0x80; byte < 0x100; byte++) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  return bytes;
}

/** The characters of a range of bytes, to stand in a class of a regular expression. */
function classOf(bytes: ReadonlyMap<string, number>, from: number, to: number): string {
  return [...bytes]
    .filter(([, byte]) => byte >= from && byte <= to)
    .map(([character]) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

function charset(
  name: string,
  label: string,
  rest: Pick<Charset, 'seconds' | 'latin' | 'lossy'> & {
    /** Other leads than all that the character set has. */
    leads?: RegExp;
    more?: readonly Pair[];
  },
): Charset {
  const { leads, more, ...known } = rest;
  const bytes = bytesOf(label);
  const next = classOf(bytes, 0x80, 0xbf);
  const closes = [...bytes].filter(([character]) =>
    /[\p{Pd}\p{Pi}\p{Pf}\p{Po}\p{Ps}\p{Zs}®™©ªº]/u.test(character),
  );
  return {
    name,
    pairs: [
      [leads ?? new RegExp(`[${classOf(bytes, 0xc2, 0xf4)}]`), new RegExp(`[${next}]`)],
      ...(more ?? []),
    ],
    runs: new RegExp(`[${classOf(bytes, 0x80, 0xff)}]{2,}`, 'g'),
    bytes,
    closing: new Set(closes.map(([, byte]) => byte)),
    ...known,
  };
}

// General punctuation and its neighbours: quotation marks and dashes, the euro, the trade mark.
const punctuation: ReadonlySet<number> = new Set([0x80, 0x82, 0x84]);

/** What text in UTF-8 is taken for, the most frequent first. */
export const charsets: readonly Charset[] = [
  charset('Windows-1252', 'windows-1252', {
    seconds: punctuation,
    latin: 'alone',
    more: [[/[ÂÃ]/, / /]],
    lossy: {
      // The byte 0x9D is no character in Windows-1252, and a no-break space became a plain one.
      pattern: /â€(?:\ufffd|(?=[\s\p{Ll}\p{Lu}.,;:!?)]|$))|(?<![\p{Lu}])[ÂÃ] (?=[\p{Ll}\d]|$)/gu,
      read: (match) => (match.startsWith('â') ? '”' : match.startsWith('Ã') ? 'à ' : ' '),
    },
  }),
  charset('Windows-1251', 'windows-1251', { seconds: punctuation, latin: 'never' }),
  // Its other leads stand in any text: quotation marks before accented letters.
  charset('Macintosh Roman', 'macintosh', { seconds: punctuation, latin: 'joined', leads: /[√¬‚]/ }),
];
