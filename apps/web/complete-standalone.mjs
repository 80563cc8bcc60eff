// Next leaves these two out of its standalone output; without them no page comes alive.
import { cpSync, existsSync } from 'node:fs';

const app = '.next/standalone/apps/web';
for (const folder of ['.next/static', 'public']) {
  if (existsSync(folder)) cpSync(folder, `${app}/${folder}`, { recursive: true });
}
