import { onUnhandledError } from './config.mjs';

// Long-running property tests: src/**/*.fuzz.ts, run by `npm run fuzz` only.
export default {
  test: {
    include: ['src/**/*.fuzz.ts'],
    passWithNoTests: true,
    testTimeout: 600_000,
    onUnhandledError,
  },
};
