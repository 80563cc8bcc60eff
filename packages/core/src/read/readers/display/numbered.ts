import type { Block, Draft, Piece } from '../../reader.ts';

/** So many articles in a row whose headlines begin with their numbers show that the display counts them. */
const leastInRow = 3;
/** A header has no more lines above the headline. */
const mostAbove = 3;
// What stands between articles is a few pieces; nothing else is held back.
const mostHeld = 200;

/**
 * Tells articles of a display that counts its headlines (`1. Ferry put off`, `1) Ferry put off`) their numbers. One number
 * alone may be the headline's (`1. FC Harbour wins`, `7) Seven wonders`), so the first ones are held back until others follow.
 */
export async function* withNumbers(steps: AsyncIterable<readonly Piece[]>): AsyncIterable<readonly Piece[]> {
  const held: Piece[] = [];
  const row = new Row();
  const numbered = (piece: Piece): Piece[] => {
    if (isOne(piece)) {
      const number = row.next(piece.blocks);
      if (number !== undefined) piece.running = number;
    }
    held.push(piece);
    return row.isOpen && held.length < mostHeld ? [] : release();
  };
  const release = (): Piece[] => {
    for (const piece of held) if (!row.isCounted && piece.running !== undefined) delete piece.running;
    return held.splice(0);
  };
  for await (const pieces of steps) yield pieces.flatMap(numbered);
  yield release();
}

/** The numbers that articles begin with, one after the other. */
class Row {
  /** Whether the display counts its headlines. */
  isCounted = false;
  #length = 0;
  #count = 0;
  #last = 0;

  /** Whether it has begun, and what follows has to tell whether it is one. */
  get isOpen(): boolean {
    return this.#length > 0 && !this.isCounted;
  }

  /** The number of the next article, where it may be one of the row. */
  next(blocks: Block[]): string | undefined {
    this.#count++;
    const found = numbersOf(blocks).find((one) => this.#goesOn(one));
    this.#length = found ? this.#length + 1 : 0;
    if (!found) return undefined;
    const { number, sign } = found;
    this.#last = number;
    this.isCounted ||= this.#length >= leastInRow || (sign === ')' && number === this.#count);
    return `${number}${sign}`;
  }

  /** With a full stop it is the place in the file; with a bracket any row will do, of which one may be lost. */
  #goesOn({ number, sign }: RunningNumber): boolean {
    if (sign === '.' || number === this.#count) return number === this.#count;
    if (this.isCounted) return number > this.#last;
    return this.#length === 0 || number === this.#last + 1;
  }
}

/** The headline of a draft without the number of its piece. */
export function withoutNumber(draft: Draft, { running }: Piece): Draft {
  if (running !== undefined && draft.headline.startsWith(running))
    draft.headline = draft.headline.slice(running.length).trimStart();
  return draft;
}

function isOne({ kind }: Piece): boolean {
  return kind === 'article' || kind === 'headline';
}

interface RunningNumber {
  number: number;
  sign: string;
}

const opening = /^(\d{1,4})([.)])\s\S/;

/** Numbers that blocks which may be the headline begin with. */
function numbersOf(blocks: Block[]): RunningNumber[] {
  const found: RunningNumber[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const isHeadline = block.kind === 'field' ? block.label === 'HD' : index <= mostAbove;
    if (!isHeadline) continue;
    const text = block.kind === 'field' ? block.values[0]?.text : block.value.text;
    if (!text || !isFigure(text.charCodeAt(0))) continue;
    const [, number, sign = ''] = opening.exec(text) ?? [];
    if (number !== undefined) found.push({ number: Number(number), sign });
  }
  return found;
}

function isFigure(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
