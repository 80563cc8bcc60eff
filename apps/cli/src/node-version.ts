/** Whether a Node version will do: the same rule as tooling/bootstrap/node.mjs. Older ones crash in better-sqlite3. */
export function suits(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === 22) return minor >= 18;
  if (major === 24) return minor >= 11;
  return major > 24;
}
