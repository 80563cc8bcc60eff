import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    read: 'src/read/index.ts',
    write: 'src/write/index.ts',
    query: 'src/query/index.ts',
  },
  platform: 'neutral',
  dts: true,
});
