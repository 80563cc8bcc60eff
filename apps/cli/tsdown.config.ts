import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { main: 'src/main.ts', thread: 'src/thread.ts' },
  platform: 'node',
  target: 'node22',
  fixedExtension: true,
  dts: false,
  // Everything in it, but for the native module.
  deps: { alwaysBundle: [/./], neverBundle: ['better-sqlite3'], onlyBundle: false },
});
