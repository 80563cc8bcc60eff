import { withArchive } from '../archive.ts';
import type { Command } from '../command.ts';
import { exit } from '../exit.ts';
import { bold, count, print, size, writeJson } from '../output.ts';

export const stats: Command = {
  name: 'stats',
  summary: 'Print what the archive holds.',
  options: [],
  example: 'pressmark stats --json',
  run({ options }) {
    return withArchive(options, { missing: 'stop' }, async (client) => {
      const totals = await client.api.archive.totals.query();
      if (options.json) {
        await writeJson(totals);
        return exit.ok;
      }
      const { from, to, bytes, ...counts } = totals;
      const rows: [string, string][] = [
        ...Object.entries(counts).map(([name, value]): [string, string] => [name, count(value)]),
        ['dates', from && to ? `${from} to ${to}` : 'none'],
        ['database', size(bytes)],
      ];
      for (const [name, value] of rows) await print(name.padEnd(12), bold(value.padStart(10)));
      return exit.ok;
    });
  },
};
