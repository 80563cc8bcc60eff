/** How a word of a sorted list compares with a wanted one, and where to look on. */
export interface Edits {
  /** Whether so many edits make one of the other. */
  within: boolean;
  /** No word between this one and `next` is within them; undefined at the end of the list. */
  next: string | undefined;
}

/** Edits by how much of the wanted word is taken, for one character of the token more than `before`. */
interface Row {
  edits: number[];
  before: Row | undefined;
  /** The character taken last. */
  taken: string;
}

/** The first text after all that begin with a text, in the order of code points. */
function successor(text: string): string | undefined {
  const characters = [...text];
  while (characters.length > 0) {
    const last = (characters.pop() as string).codePointAt(0) as number;
    if (last < 0x10ffff)
      return characters.join('') + String.fromCodePoint(last === 0xd7ff ? 0xe000 : last + 1);
  }
  return undefined;
}

/** Edits where the two characters taken last are those of the wanted word in the other order. */
function swapped(wanted: string[], row: Row, { at, taken }: { at: number; taken: string }): number {
  const isSwapped = at > 1 && wanted[at - 1] === row.taken && wanted[at - 2] === taken;
  return isSwapped && row.before ? (row.before.edits[at - 2] as number) + 1 : Number.POSITIVE_INFINITY;
}

function nextRow(wanted: string[], row: Row, taken: string): Row {
  const edits = [(row.edits[0] as number) + 1];
  for (let at = 1; at <= wanted.length; at++) {
    edits.push(
      Math.min(
        (row.edits[at - 1] as number) + (wanted[at - 1] === taken ? 0 : 1),
        (row.edits[at] as number) + 1,
        (edits[at - 1] as number) + 1,
        swapped(wanted, row, { at, taken }),
      ),
    );
  }
  return { edits, before: row, taken };
}

/** The characters that may follow a row in which no edit is left. */
function* following(wanted: string[], row: Row, most: number): Generator<string> {
  for (const [at, character] of wanted.entries()) {
    if ((row.edits[at] as number) <= most) yield character;
    if (swapped(wanted, row, { at: at + 2, taken: character }) <= most) yield character;
  }
}

/** Compares a token of a sorted list with the wanted word. Edits: a character more, less, another, or two that changed places. */
export function editsFrom(word: string, token: string, most: number): Edits {
  const wanted = [...word];
  let row: Row = { edits: [...wanted.keys(), wanted.length], before: undefined, taken: '' };
  let prefix = '';
  for (const taken of token) {
    const next = nextRow(wanted, row, taken);
    // A swap reaches back over a row.
    if (Math.min(...next.edits) > most && Math.min(...row.edits) >= most) {
      const later = [...following(wanted, row, most)].filter((one) => one > taken).sort();
      return { within: false, next: later[0] === undefined ? successor(prefix) : prefix + later[0] };
    }
    prefix += taken;
    row = next;
  }
  return { within: (row.edits.at(-1) as number) <= most, next: `${token}\u0001` };
}
