// Writes the generated migrations into a module, so that no bundler has to find SQL files at run time.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Journal {
  entries: { tag: string }[];
}

const folder = new URL('../drizzle/', import.meta.url);
const target = new URL('../src/sqlite/migrations.ts', import.meta.url);

/** The text of the module that the drizzle folder stands for. */
export function embedMigrations(): string {
  const journal = JSON.parse(readFileSync(new URL('meta/_journal.json', folder), 'utf8')) as Journal;
  const entries = journal.entries.map(({ tag }) => {
    const sql = readFileSync(new URL(`${tag}.sql`, folder), 'utf8').replaceAll(
      '--> statement-breakpoint',
      '',
    );
    return `  {\n    name: '${tag}',\n    sql: \`\n${sql.replaceAll('`', '"').trim()}\n\`,\n  },\n`;
  });
  return [
    '// Generated from the drizzle folder by `pnpm migrations`; do not edit.\n',
    `export const migrations: { name: string; sql: string }[] = [\n${entries.join('')}];\n`,
  ].join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, embedMigrations());
