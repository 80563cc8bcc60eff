import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const tools = join(root, '.tools');
export const toolsBin = join(tools, 'node_modules', '.bin');

/** The Node to fetch where the one in place will not do. */
export const pinnedNode = '24.21.0';

/**
 * better-sqlite3 crashes on Node 20, and older 22 and 24 cannot run TypeScript as it stands.
 * apps/cli/bin/pressmark states the same rule in shell.
 */
export function suits(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  if (major === 22) return minor >= 18;
  if (major === 24) return minor >= 11;
  return major > 24;
}

/** The path of a suitable Node: the one running, or the one in .tools; undefined where there is neither. */
export function findNode() {
  if (suits(process.versions.node)) return process.execPath;
  const fetched = join(toolsBin, 'node');
  return existsSync(fetched) ? fetched : undefined;
}

export function nodeVersion(node) {
  if (node === process.execPath) return process.versions.node;
  return execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim();
}

export function pinnedPnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return packageManager.replace('pnpm@', '');
}
