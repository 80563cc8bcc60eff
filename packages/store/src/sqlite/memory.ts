/** How much is kept. */
interface Bounds<Kept> {
  most: number;
  /** Summed over the lengths of what is kept. */
  mostLength: number;
  /** Whether something is worth to be kept. */
  isKept?: (made: Kept) => boolean;
}

/** Remembers what was made for a name until the archive changes, the last used longest. */
export function openMemory<Kept extends { length: number }>(
  versionOf: () => unknown,
  { most, mostLength, isKept = () => true }: Bounds<Kept>,
): (name: string, make: () => Kept) => Kept {
  const kept = new Map<string, Kept>();
  let version: unknown;
  let size = 0;

  const forget = (name: string): void => {
    size -= kept.get(name)?.length ?? 0;
    kept.delete(name);
  };

  return (name, make) => {
    const now = versionOf();
    if (now !== version) for (const old of [...kept.keys()]) forget(old);
    version = now;
    const known = kept.get(name);
    const found = known ?? make();
    if (!known && !isKept(found)) return found;
    forget(name);
    kept.set(name, found);
    size += found.length;
    for (const old of kept.keys()) {
      if (kept.size <= most && size <= mostLength) break;
      if (old !== name) forget(old);
    }
    return found;
  };
}
