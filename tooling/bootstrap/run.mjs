// What `npm start`, `npm test` and the other root scripts run. No dependencies; Node 18 and later.
import { join } from 'node:path';
import { install } from './install.mjs';
import { root } from './node.mjs';
import { become, exitCode, fail, run } from './spawn.mjs';

const lint = ['check', '--error-on-warnings'];
// One broken task must not hide what the others would have said.
const turbo = (...args) => [
  'run',
  ...args,
  '--log-order=grouped',
  '--continue=dependencies-successful',
  // Each test task has workers of its own: one task a processor is enough.
  '--concurrency=100%',
];
const loud = (task, args) => ['run', task, '--log-prefix=none', '--concurrency=1', '--', ...args];

const tasks = {
  start(args) {
    run('turbo', turbo('build', '--output-logs=errors-only'));
    become('node', [join(root, 'apps', 'cli', 'dist', 'main.mjs'), 'serve', ...args]);
  },
  test(args) {
    const linted = exitCode('biome', lint);
    const tested = exitCode('turbo', turbo('typecheck', 'test', 'build', '--output-logs=new-only', ...args));
    // Pages are tried when nothing else asks for the processors, as a person would try them.
    const browsed = exitCode('turbo', turbo('e2e', '--output-logs=new-only', ...args));
    process.exit(linted || tested || browsed);
  },
  build: () => run('turbo', turbo('build', '--output-logs=errors-only')),
  bench: (args) => run('turbo', loud('bench', args)),
  fuzz: (args) => run('turbo', loud('fuzz', args)),
  lint: () => run('biome', lint),
  format: () => run('biome', ['check', '--write']),
  // `npm run do -- pnpm add zod`: any command, with the project's Node and pnpm.
  do: ([command, ...args]) => become(command, args),
};

const [name = '', ...args] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
if (!task) fail(`Say one of: ${Object.keys(tasks).join(', ')}.`);
install();
task(args);
