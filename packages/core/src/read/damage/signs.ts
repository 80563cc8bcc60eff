/** One UTF-16 code unit directly behind another; behind any where the first is null. */
export type Pair = readonly [before: RegExp | null, at: RegExp];

// Beyond lie scripts without capitals, whose texts show one sign only, and shapes of letters.
const units = 0x2600;
const alphabet = `${Array.from({ length: units }, (_, unit) => String.fromCharCode(unit)).join('')}\ufffd`;
/** Pairs have a bit each in the tables. */
const most = 16;

/**
 * Makes the function that tells which kinds of damage a text may hold: bit n of its answer is set where one of the pairs of
 * kind n stands in the text. It looks at each code unit once and fast, since it looks at every text there is.
 */
export function openSigns(kinds: readonly (readonly Pair[])[]): (text: string) => number {
  const pairs = kinds.flatMap((own, kind) => own.map((pair) => ({ pair, kind })));
  if (pairs.length > most) throw new Error(`More than ${most} pairs do not fit.`);
  const before = new Uint16Array(0x10000);
  const at = new Uint16Array(0x10000);
  const anywhere = pairs.reduce((bits, { pair }, number) => bits | (pair[0] === null ? 1 << number : 0), 0);
  before.fill(anywhere);
  for (const [number, { pair }] of pairs.entries()) {
    const bit = 1 << number;
    for (const unit of pair[0] ? unitsOf(pair[0]) : []) before[unit] = (before[unit] as number) | bit;
    for (const unit of unitsOf(pair[1])) at[unit] = (at[unit] as number) | bit;
  }
  const scan = (text: string): number => {
    let seen = 0;
    let last = anywhere;
    for (let place = 0; place < text.length; place++) {
      const unit = text.charCodeAt(place);
      seen |= last & (at[unit] as number);
      last = before[unit] as number;
    }
    return seen;
  };
  return (text) => {
    const seen = scan(text);
    if (seen === 0) return 0;
    return pairs.reduce((bits, { kind }, number) => bits | (((seen >> number) & 1) << kind), 0);
  };
}

/** The code units that a pattern for one of them fits. */
function unitsOf(pattern: RegExp): number[] {
  const found = alphabet.match(new RegExp(pattern, `${pattern.flags}g`)) ?? [];
  return found.map((unit) => unit.charCodeAt(0));
}
