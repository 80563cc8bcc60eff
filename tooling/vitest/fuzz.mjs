// Long-running property tests: src/**/*.fuzz.ts, run by `npm run fuzz` only.
export default {
  test: {
    include: ['src/**/*.fuzz.ts'],
    passWithNoTests: true,
    testTimeout: 600_000,
  },
};
