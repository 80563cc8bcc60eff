import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNode, pinnedNode, pinnedPnpm, root, suits, tools } from './node.mjs';
import { fail, run } from './spawn.mjs';

/** Makes the checkout ready to run: a suitable Node, the pinned pnpm, the locked dependencies. */
export function install() {
  fetchTools();
  installPackages();
}

function fetchTools() {
  const wanted = { ...missingNode(), ...missingPnpm() };
  if (Object.keys(wanted).length === 0) return;
  const manifest = JSON.stringify({ private: true, dependencies: wanted });
  const stamp = join(tools, 'ready.json');
  if (readIfThere(stamp) === manifest) return;

  console.error(`Fetching ${Object.keys(wanted).join(' and ')} into .tools`);
  rmSync(tools, { recursive: true, force: true });
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, 'package.json'), manifest);
  // One install for both: a second would prune the first.
  run(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'],
    {
      cwd: tools,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  // pnpm's own install script, skipped above, puts the binary for this system in place.
  if (wanted.pnpm) run(process.execPath, [join(tools, 'node_modules', 'pnpm', 'install.js')], { cwd: tools });
  writeFileSync(stamp, manifest);
}

function missingNode() {
  if (suits(process.versions.node)) return {};
  const { platform, arch } = process;
  if (platform !== 'linux' || !['x64', 'arm64'].includes(arch)) {
    fail(`Pressmark needs Node ${pinnedNode} (22.18+ or 24.11+ will do); this is ${process.versions.node}.`);
  }
  return { [`node-linux-${arch}`]: pinnedNode };
}

function missingPnpm() {
  const version = pinnedPnpm();
  const found = spawnSync('pnpm', ['--version'], {
    // Outside the checkout, and with corepack's shim kept from the network: neither may fetch another pnpm.
    cwd: tmpdir(),
    env: { ...process.env, COREPACK_ENABLE_NETWORK: '0' },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return found.stdout?.trim() === version ? {} : { pnpm: version };
}

function installPackages() {
  const stamp = join(root, 'node_modules', '.installed');
  const state = fingerprint();
  if (readIfThere(stamp) === state) return;
  console.error('Installing dependencies');
  run('pnpm', ['install', '--frozen-lockfile', '--loglevel=error']);
  writeFileSync(stamp, state);
}

/** Everything that decides what an install would do. */
function fingerprint() {
  const workspaces = ['packages', 'apps', 'tooling'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(group, name, 'package.json')),
  );
  const hash = createHash('sha256').update(findNode() ?? '');
  for (const file of ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', ...workspaces.sort()]) {
    hash.update(`\n${file}\n`).update(readIfThere(join(root, file)) ?? '');
  }
  return hash.digest('hex');
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
