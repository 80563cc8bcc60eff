// The one test set-up of every package; the JSON file is what `.ci/run` counts.
export default {
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**', 'e2e/**'],
    passWithNoTests: true,
    reporters: ['default', 'json'],
    outputFile: { json: '.results/vitest.json' },
  },
};
