/** Stands for undefined: one look-up tells what is remembered. */
const nothing = Symbol('nothing');

/** A copy: a slice of the chunk that was read would keep the whole chunk, and so would what is cut out of it. */
export function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}

/**
 * The same reading of a text, worked out once where texts come again and again: dates, languages, names of sources.
 * Texts are kept apart from the file they stood in, so that what is remembered holds none of it.
 */
export function remember<T>(read: (text: string) => T, most = 10_000): (text: string) => T {
  const known = new Map<string, T | typeof nothing>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found === nothing ? (undefined as T) : found;
    const own = copyOf(text);
    const made = read(own);
    if (known.size >= most) known.clear();
    known.set(own, made === undefined ? nothing : made);
    return made;
  };
}
