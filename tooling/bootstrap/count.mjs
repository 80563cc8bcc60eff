// Sums what vitest and Playwright wrote in each package's .results/, failures by name; `--clear` removes it first.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node.mjs';

const folders = ['packages', 'apps', 'tooling'].flatMap((group) =>
  readdirSync(join(root, group)).map((name) => join(root, group, name, '.results')),
);

// A file that does not even load has no assertions, yet has failed.
const fromVitest = ({ testResults }) =>
  testResults.map(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const unloaded =
      status === 'failed' && failed.length === 0 ? [{ fullName: name, failureMessages: [message] }] : [];
    return {
      passed: assertionResults.filter((test) => test.status === 'passed').length,
      failures: [...failed, ...unloaded].map((test) => ({
        test: test.fullName,
        why: test.failureMessages[0],
      })),
    };
  });

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

const fromPlaywright = ({ suites, stats, errors }) => {
  const failed = suites.flatMap(specsOf).filter((spec) => !spec.ok);
  const whyOf = (spec) => spec.tests.flatMap((test) => test.results).find((result) => result.error)?.error;
  return [
    {
      passed: stats.expected + stats.flaky,
      unsteady: suites.flatMap(specsOf).filter((spec) => spec.tests.some((test) => test.status === 'flaky')),
      failures: [
        ...failed.map((spec) => ({ test: `${spec.file} ${spec.title}`, why: whyOf(spec)?.message })),
        ...errors.map((error) => ({ test: 'Playwright', why: error.message })),
      ],
    },
  ];
};

const sources = [
  ['vitest.json', fromVitest],
  ['playwright.json', fromPlaywright],
];

function results() {
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
  const all = results();
  const passed = all.reduce((sum, one) => sum + one.passed, 0);
  const failures = all.flatMap((one) => one.failures);
  for (const spec of all.flatMap((one) => one.unsteady ?? [])) {
    console.log(`passed only when tried again: ${spec.file} ${spec.title}`);
  }
  for (const { test, why } of failures) {
    console.log(`failed: ${test}\n${String(why).split('\n').slice(0, 12).join('\n')}`);
  }
  // Lint, types and build have no tests to count: a gate they close counts as one failure.
  const failed = failures.length || Number(gate !== 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = gate || Number(failed > 0);
}
