// Sums what vitest and Playwright wrote in each package's .results/; `--clear` removes it first.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node.mjs';

const folders = ['packages', 'apps', 'tooling'].flatMap((group) =>
  readdirSync(join(root, group)).map((name) => join(root, group, name, '.results')),
);

// A file that does not even load has no assertions, yet has failed.
const fromVitest = ({ testResults }) =>
  testResults.map(({ status, assertionResults }) => ({
    passed: assertionResults.filter((test) => test.status === 'passed').length,
    failed: assertionResults.filter((test) => test.status === 'failed').length || Number(status === 'failed'),
  }));

const fromPlaywright = ({ stats, errors }) => [
  { passed: stats.expected + stats.flaky, failed: stats.unexpected || Number(errors.length > 0) },
];

const sources = [
  ['vitest.json', fromVitest],
  ['playwright.json', fromPlaywright],
];

function counts() {
  return folders.flatMap((folder) =>
    sources.flatMap(([name, read]) => {
      const file = join(folder, name);
      return existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : [];
    }),
  );
}

if (process.argv.includes('--clear')) {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
} else {
  const gate = Number(process.argv[2] ?? 0);
  const total = counts().reduce(
    (sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }),
    {
      passed: 0,
      failed: 0,
    },
  );
  // Lint, types and build have no tests to count: a gate they close counts as one failure.
  const failed = total.failed || Number(gate !== 0);
  console.log(`${total.passed} passed, ${failed} failed`);
  process.exitCode = gate || Number(failed > 0);
}
