import { type Client, withArchive } from '../archive.ts';
import type { Command } from '../command.ts';
import { exit } from '../exit.ts';
import { breakOf } from '../import-inputs.ts';
import { bold, count, print, say, size, writeJson } from '../output.ts';

/** Imports looked at for some that broke off. */
const mostImports = 500;

export const stats: Command = {
  name: 'stats',
  summary: 'Print what the archive holds, and which imports broke off.',
  options: [],
  example: 'pressmark stats --json',
  run({ options }) {
    return withArchive(options, { missing: 'stop' }, async (client) => {
      const totals = await client.api.archive.totals.query();
      const interrupted = await findInterrupted(client);
      if (options.json) {
        await writeJson({ ...totals, interrupted });
        return exit.ok;
      }
      const { from, to, bytes, ...counts } = totals;
      const rows: [string, string][] = [
        ...Object.entries(counts).map(([name, value]): [string, string] => [name, count(value)]),
        ['dates', from && to ? `${from} to ${to}` : 'none'],
        ['database', size(bytes)],
      ];
      for (const [name, value] of rows) await print(name.padEnd(12), bold(value.padStart(10)));
      for (const { id, startedAt, trouble } of interrupted) {
        say(`Import ${id} of ${startedAt.slice(0, 10)}: ${breakOf({ trouble })}`);
        say('  pressmark serve goes on with it.');
      }
      return exit.ok;
    });
  },
};

async function findInterrupted({ api }: Client) {
  const imports = await api.imports.list.query({ limit: mostImports });
  return imports
    .filter(({ state }) => state === 'interrupted')
    .map(({ id, startedAt, trouble }) => ({ id, startedAt, trouble }));
}
