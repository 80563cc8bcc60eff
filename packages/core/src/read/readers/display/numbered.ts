import type { Block, Draft, Piece } from '../../reader.ts';

/** So many articles in a row whose headlines begin with their numbers show that the display counts them. */
const leastInRow = 3;
/** A header has no more lines above the headline. */
const mostAbove = 3;
// What stands between articles is a few pieces; nothing else is held back.
const mostHeld = 200;

/**
 * Tells articles of a display that counts its headlines (`1. Ferry put off`) their numbers. One number alone may be the
 * headline's (`1. FC Harbour wins`), so the first ones are held back until others follow.
 */
export async function* withNumbers(steps: AsyncIterable<readonly Piece[]>): AsyncIterable<readonly Piece[]> {
  const held: Piece[] = [];
  let inRow = 0;
  let count = 0;
  let isCounted = false;
  const numbered = (piece: Piece): Piece[] => {
    if (isOne(piece)) {
      count++;
      inRow = opensWith(piece.blocks, count) ? inRow + 1 : 0;
      isCounted ||= inRow >= leastInRow;
      if (inRow > 0) piece.running = count;
    }
    held.push(piece);
    return inRow > 0 && !isCounted && held.length < mostHeld ? [] : release();
  };
  const release = (): Piece[] => {
    for (const piece of held) if (!isCounted && piece.running !== undefined) delete piece.running;
    return held.splice(0);
  };
  for await (const pieces of steps) yield pieces.flatMap(numbered);
  yield release();
}

/** The headline of a draft without the number of its piece. */
export function withoutNumber(draft: Draft, { running }: Piece): Draft {
  const number = `${running}.`;
  if (running !== undefined && draft.headline.startsWith(number))
    draft.headline = draft.headline.slice(number.length).trimStart();
  return draft;
}

function isOne({ kind }: Piece): boolean {
  return kind === 'article' || kind === 'headline';
}

function opensWith(blocks: Block[], count: number): boolean {
  const number = `${count}.`;
  return blocks.some((block, index) => {
    const isHeadline = block.kind === 'field' ? block.label === 'HD' : index <= mostAbove;
    const text = block.kind === 'field' ? block.values[0]?.text : block.value.text;
    return (
      isHeadline && text?.startsWith(number) && /^\s\S/.test(text.slice(number.length, number.length + 2))
    );
  });
}
