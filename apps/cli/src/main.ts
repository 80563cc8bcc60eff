import { suits } from './node-version.ts';

// Nothing else is loaded before this check: better-sqlite3 takes an old Node down without a word.
if (suits(process.versions.node)) {
  const { run } = await import('./program.ts');
  process.exitCode = await run(process.argv.slice(2));
} else {
  process.stderr.write(
    `pressmark: Node ${process.versions.node} is too old; Pressmark needs 22.18+, 24.11+ or newer.\n`,
  );
  process.exitCode = 1;
}
