import { fileURLToPath } from 'node:url';
import shared from '../../tooling/vitest/config.mjs';

export default { ...shared, resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } } };
