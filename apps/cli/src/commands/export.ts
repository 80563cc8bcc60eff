import { withQuery } from '../asking.ts';
import { type FindOptions, findOptions } from '../choices.ts';
import type { Command } from '../command.ts';
import { exit } from '../exit.ts';
import { type Format, formats } from '../formats.ts';
import { say, writeData } from '../output.ts';

interface ExportOptions extends FindOptions {
  to: Format;
  repaired?: boolean;
}

export const exportCommand: Command<ExportOptions> = {
  name: 'export',
  summary: 'Print every article that matches.',
  argument: { name: '[query...]', summary: 'as in search; nothing exports all' },
  options: [
    { flags: '--to <format>', summary: 'what to print', choices: formats, default: 'jsonl' },
    { flags: '--repaired', summary: 'with the repairs that hold, instead of as the files have it' },
    ...findOptions,
  ],
  example: `pressmark export 'sc=WSJO' --to csv > wsjo.csv
  pressmark export 'hd=ferry' --to ris > ferry.ris`,
  run({ args, options }) {
    return withQuery(options, args.join(' '), async (client, wanted) => {
      const { total } = await client.api.articles.search.query({ ...wanted, limit: 1 });
      const { to, repaired = false } = options;
      for await (const chunk of await client.exportArticles({ ...wanted, to, repaired }))
        await writeData(chunk);
      if (total === 0) say('Nothing matched.');
      return total > 0 ? exit.ok : exit.nothing;
    });
  },
};
