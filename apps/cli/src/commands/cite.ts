import { isNotFound, withArchive } from '../archive.ts';
import type { Command, Globals } from '../command.ts';
import { exit, Stop } from '../exit.ts';
import { type CitationFormat, citationFormats } from '../formats.ts';
import { writeData } from '../output.ts';

interface CiteOptions extends Globals {
  to?: CitationFormat;
  repaired?: boolean;
}

export const cite: Command<CiteOptions> = {
  name: 'cite',
  summary: 'Print references to articles.',
  argument: { name: '<id...>', summary: 'ids, or accession numbers' },
  options: [
    {
      flags: '--to <format>',
      summary: 'what to print (apa; csl-json with --json)',
      choices: citationFormats,
    },
    { flags: '--repaired', summary: 'with the repairs that hold, instead of as the files have it' },
  ],
  example: `pressmark cite WSJO000020170408ed48001rx --to bibtex >> sources.bib
  pressmark export 'hd=ferry' --to ris > ferry.ris`,
  run({ args: ids, options }) {
    const { json, to = json ? 'csl-json' : 'apa', repaired = false } = options;
    return withArchive(options, { missing: 'stop' }, async (client) => {
      const { text } = await client.api.articles.cite.query({ ids, to, repaired }).catch((error: unknown) => {
        if (isNotFound(error)) throw new Stop(exit.nothing, (error as Error).message);
        throw error;
      });
      await writeData(text);
      return exit.ok;
    });
  },
};
