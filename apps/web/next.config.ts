import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: { root },
  transpilePackages: ['@pressmark/client', '@pressmark/core', '@pressmark/server', '@pressmark/store'],
  serverExternalPackages: ['better-sqlite3'],
  poweredByHeader: false,
};

export default config;
