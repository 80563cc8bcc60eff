import { isAscii } from '../../ascii.ts';
import type { Source } from '../decode.ts';
import { toUnits } from '../units.ts';
import { utf8Length } from '../utf8.ts';

/** Writes changed text back into the units of its file, each character in as many units as the one it stands for. */
export class Coder {
  readonly #source: Pick<Source, 'charset'>;
  readonly #wide: boolean;

  constructor(source: Pick<Source, 'charset'>) {
    this.#source = source;
    this.#wide = source.charset.startsWith('utf-16');
  }

  get #charset(): string {
    return this.#source.charset;
  }

  /** `covered` has as many characters as `text`, which `units` decode to. */
  encode(units: string, text: string, covered: string): string {
    if (covered === text) return units;
    if (this.#wide || isAscii(units)) return covered;
    const parts: string[] = [];
    // Bytes that are not in the charset were decoded one by one, as Windows-1252.
    const single = this.#charset !== 'utf-8' && units.length === text.length;
    const to = [...covered];
    let at = 0;
    for (const [index, character] of [...text].entries()) {
      const length = single ? 1 : this.#lengthAt(units, at);
      const own = units.slice(at, at + length);
      const change = to[index] ?? character;
      parts.push(change === character ? own : this.#encodeOne(change, own));
      at += length;
    }
    return parts.join('') + units.slice(at);
  }

  #encodeOne(character: string, own: string): string {
    const isHigh = own.length === 1 && own > '\u007f';
    // A byte that fits nothing stays what it is: another might fit what follows.
    if (isHigh && this.#charset === 'utf-8') return own;
    if (character <= '\u007f' && own.length === 1) return isHigh ? highOf(character) : character;
    const known = this.#charset === 'utf-8' ? utf8(character) : this.#lookUp(character);
    if (known?.length === own.length) return known;
    if (isHigh) return highOf(character);
    return 'q'.repeat(own.length);
  }

  #lengthAt(units: string, at: number): number {
    const first = units.charCodeAt(at);
    if (first < 0x80) return 1;
    if (this.#charset === 'utf-8') return utf8Length(units, at);
    const second = units.charCodeAt(at + 1);
    if (/^gb/.test(this.#charset) && second >= 0x30 && second <= 0x39) return 4;
    if (/jis/.test(this.#charset) && first >= 0xa1 && first <= 0xdf) return 1;
    return this.#charset === 'euc-jp' && first === 0x8f ? 3 : 2;
  }

  /** Units of a character in a charset that only decoders know: found by decoding all that one or two bytes can be. */
  #lookUp(character: string): string | undefined {
    const reverse = reverses.get(this.#charset) ?? reverseOf(this.#charset);
    reverses.set(this.#charset, reverse);
    return reverse.get(character);
  }
}

// A byte above ASCII stays one, so that the bytes fit their charset, or do not, as before.
function highOf(character: string): string {
  return character === character.toLowerCase() ? '\u00e9' : '\u00c9';
}

function utf8(character: string): string {
  return toUnits(new TextEncoder().encode(character));
}

// Finding one takes longer than covering a short file.
const reverses = new Map<string, ReadonlyMap<string, string>>();

function reverseOf(charset: string): Map<string, string> {
  const decoder = new TextDecoder(charset, { fatal: true });
  const found = new Map<string, string>();
  const add = (bytes: number[]) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !found.has(text)) found.set(text, String.fromCharCode(...bytes));
    } catch {
      // These bytes are no character.
    }
  };
  for (let high = 0x80; high <= 0xff; high++) add([high]);
  for (let high = 0x81; high <= 0xfe && !found.has('某'); high++)
    for (let low = 0x40; low <= 0xfe; low++) add([high, low]);
  return found;
}
