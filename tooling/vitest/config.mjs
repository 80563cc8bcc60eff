import { fileURLToPath } from 'node:url';

const ofPdf = new Set(['FormatError', 'ParserEOFException', 'UnknownErrorException', 'XRefEntryException']);

/** pdf.js drops promises that fail; core keeps them from ending a process, which a runner that counts them cannot see. */
export const onUnhandledError = ({ name }) => (ofPdf.has(name) ? false : undefined);

// The one test set-up of every package; the JSON file is what `.ci/run` counts.
export default {
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**', 'e2e/**'],
    // A limit against hanging, not a measure: machines may be slow and busy.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    onUnhandledError,
    // Threads and processes that tests start run from source: what one has compiled, the next need not.
    env: {
      NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)),
    },
    reporters: ['default', 'json'],
    outputFile: { json: '.results/vitest.json' },
  },
};
