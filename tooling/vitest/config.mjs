// The one test set-up of every package; the JSON file is what `.ci/run` counts.
export default {
  test: {
    include: ['src/**/*.test.{ts,tsx,mjs}', 'test/**/*.test.{ts,tsx,mjs}'],
    passWithNoTests: true,
    reporters: ['default', 'json'],
    outputFile: { json: '.results/vitest.json' },
  },
};
