/** How much is kept. */
interface Bounds<Kept> {
  most: number;
  /** Summed over the lengths of what is kept. */
  mostLength: number;
  /** Whether something is worth to be kept. */
  isKept?: (made: Kept) => boolean;
}

/** What was made for names. */
interface Memory<Kept> {
  has(name: string): boolean;
  /** What was made for a name, or is made now. */
  keep(name: string, make: () => Kept): Kept;
}

/** Remembers what was made for a name until the archive changes, the last used longest. */
export function openMemory<Kept extends { length: number }>(
  versionOf: () => unknown,
  { most, mostLength, isKept = () => true }: Bounds<Kept>,
): Memory<Kept> {
  const kept = new Map<string, Kept>();
  let version: unknown;
  let size = 0;

  const forget = (name: string): void => {
    size -= kept.get(name)?.length ?? 0;
    kept.delete(name);
  };

  const forgetOutdated = (): void => {
    const now = versionOf();
    if (now !== version) for (const old of [...kept.keys()]) forget(old);
    version = now;
  };

  return {
    has(name) {
      forgetOutdated();
      return kept.has(name);
    },
    keep(name, make) {
      forgetOutdated();
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
    },
  };
}
