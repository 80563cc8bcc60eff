import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchDamage } from './damage.ts';
import { benchImport } from './importing.ts';
import { benchReading } from './reading.ts';
import { benchSearch } from './search/bench-search.ts';
import { besideNames } from './search/beside/bench-beside.ts';
import { benchStreaming } from './streaming.ts';

const usage = `Measures Pressmark on generated articles; every ratio is taken within one run.
  npm run bench -- [--only reading|streaming|import|search|damage] [--articles 100000] [--rounds 3]
                   [--beside plain,postgres,sphinx]    what searching is compared with, or none
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    articles: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    beside: { type: 'string', default: besideNames.join(',') },
    help: { type: 'boolean', default: false },
  },
});

const articles = Number(values.articles);
const rounds = Number(values.rounds);
const beside = besideNames.filter((name) => values.beside.split(',').includes(name));
const suites: Record<string, () => Promise<void>> = {
  reading: () => benchReading(rounds),
  streaming: () => benchStreaming(2 * articles),
  import: () => benchImport(rounds, articles),
  search: () => benchSearch(articles, beside),
  damage: () => benchDamage(),
};
const wanted = values.only === undefined ? Object.keys(suites) : [values.only];
const named = values.beside === 'none' || values.beside.split(',').length === beside.length;
const sound = articles > 0 && rounds > 0 && named && wanted.every((name) => name in suites);

if (values.help || !sound) {
  process.stderr.write(usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  console.log(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
  );
  for (const name of wanted) await suites[name]?.();
}
