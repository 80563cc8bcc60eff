/** Searches whose hits are kept, so that a page after the first costs nothing. */
const most = 16;
/** Keys kept over all of them: 8 MB. */
const mostKeys = 1_000_000;

/** Remembers what was made for a name until the archive changes, the last used longest. */
export function openMemory<Kept extends { length: number }>(
  versionOf: () => unknown,
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
    const found = kept.get(name) ?? make();
    forget(name);
    kept.set(name, found);
    size += found.length;
    for (const old of [...kept.keys()])
      if (kept.size > most || (size > mostKeys && old !== name)) forget(old);
    return found;
  };
}
