/** One UTF-16 code unit directly behind another; behind any where the first is null. */
export type Pair = readonly [before: RegExp | null, at: RegExp];

// Beyond lie scripts without capitals, whose texts show one sign only, and shapes of letters.
const units = 0x2600;
const alphabet = `${Array.from({ length: units }, (_, unit) => String.fromCharCode(unit)).join('')}\ufffd`;
/** Pairs have a bit each in the tables. */
const most = 16;

/**
 * Tables by which one look at each code unit of a text tells which kinds of damage it may hold: a pair stands where
 * `before` of the unit before (`anywhere` at the beginning) and `at` of the unit share its bit.
 */
export interface Signs {
  before: Uint16Array;
  at: Uint16Array;
  anywhere: number;
  /** Bit n is set where one of these pairs is of kind n. */
  kindsOf(pairs: number): number;
}

/** Makes the tables for the pairs of each kind. */
export function signsOf(kinds: readonly (readonly Pair[])[]): Signs {
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
  const kindsOf = (seen: number) =>
    pairs.reduce((bits, { kind }, number) => bits | (((seen >> number) & 1) << kind), 0);
  return { before, at, anywhere, kindsOf };
}

/** The code units that a pattern for one of them fits. */
function unitsOf(pattern: RegExp): number[] {
  const found = alphabet.match(new RegExp(pattern, `${pattern.flags}g`)) ?? [];
  return found.map((unit) => unit.charCodeAt(0));
}
