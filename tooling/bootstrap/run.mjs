// What `npm start`, `npm test` and the other root scripts run. No dependencies; Node 18 and later.
import { join } from 'node:path';
import { install } from './install.mjs';
import { root } from './node.mjs';
import { become, fail, run } from './spawn.mjs';

// One broken task does not hide what the others would have said.
const turbo = (...tasks) =>
  run('turbo', [
    'run',
    ...tasks,
    '--output-logs=errors-only',
    '--log-order=grouped',
    '--continue=dependencies-successful',
  ]);
const loud = (...tasks) =>
  run('turbo', ['run', ...tasks, '--output-logs=full', '--log-prefix=none', '--concurrency=1']);

const tasks = {
  start(args) {
    turbo('build');
    become('node', [join(root, 'apps', 'cli', 'dist', 'main.mjs'), 'serve', ...args]);
  },
  test(args) {
    run('biome', ['check', '--error-on-warnings']);
    run('turbo', [
      'run',
      'typecheck',
      'test',
      'build',
      'e2e',
      '--output-logs=new-only',
      '--log-order=grouped',
      '--continue=dependencies-successful',
      ...args,
    ]);
  },
  build: () => turbo('build'),
  bench: () => loud('bench'),
  fuzz: () => loud('fuzz'),
  lint: () => run('biome', ['check', '--error-on-warnings']),
  format: () => run('biome', ['check', '--write']),
  // `npm run do -- pnpm add zod`: any command, with the project's Node and pnpm.
  do: ([command, ...args]) => become(command, args),
};

const [name = '', ...args] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
if (!task) fail(`Say one of: ${Object.keys(tasks).join(', ')}.`);
install();
task(args);
