import type { BuiltScripts } from '../../built.ts';
import { cached } from '../../corpus.ts';
import { runScript } from '../../process.ts';
import { type Archive, needRoom, stampOf } from '../archive.ts';
import type { Compared, Places } from './beside-run.ts';
import { indexSphinx } from './corpus/index-sphinx.ts';
import { postgresProgram } from './postgres-server.ts';
import { printHits, printTimes } from './print-compared.ts';
import { findProgram } from './program.ts';

/** What ours can be asked beside: SQL over the very same index, and two servers. */
export const besideNames = ['plain', 'postgres', 'sphinx'] as const;
export type BesideName = (typeof besideNames)[number];

const code = ['tooling/bench/src/search/corpus', 'tooling/bench/src/search/beside/corpus'];

/** How the archive of each engine comes about; null where its programs are not installed. */
const makers: Record<BesideName, (articles: number, archive: Archive) => Promise<string | null>> = {
  plain: async (_, { plain }) => plain,
  async postgres(articles) {
    if (!(await postgresProgram('postgres')) || !(await postgresProgram('initdb'))) return null;
    const make = async (folder: string): Promise<void> => {
      await needRoom(articles, 'postgres');
      await runScript('search/beside/corpus/postgres-run.ts', folder, String(articles));
    };
    return cached(`postgres-${articles}`, make, await stampOf(...code));
  },
  async sphinx(articles) {
    if (!(await findProgram('searchd')) || !(await findProgram('indexer'))) return null;
    const make = async (folder: string): Promise<void> => {
      await needRoom(articles, 'sphinx');
      await indexSphinx(folder, articles);
    };
    return cached(`sphinx-${articles}`, make, await stampOf(...code));
  },
};

interface Comparison {
  articles: number;
  archive: Archive;
  beside: readonly BesideName[];
  scripts: BuiltScripts;
}

/** Puts the mix to ours and to other engines over the same articles, in turns within one process. */
export async function benchBeside({ articles, archive, beside, scripts }: Comparison): Promise<void> {
  const places: Places = { database: archive.database, reader: scripts.reader };
  for (const name of beside) {
    const place = await makers[name](articles, archive);
    if (place === null)
      console.log(`\n!! ${name} is NOT compared: its programs are not installed (README.md says which).`);
    else places[name] = place;
  }
  const compared = await runScript<Compared>(scripts.beside, JSON.stringify(places));
  printTimes(compared, articles);
  printHits(compared);
}
