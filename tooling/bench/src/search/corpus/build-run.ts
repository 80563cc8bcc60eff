// Run as a process of its own: stores generated articles in a new archive, without files, and prints what it took.
import { openSqliteStore } from '@pressmark/store';
import { timed } from '../../measure.ts';
import { entriesOf } from './entries.ts';
import { articlesPerFile } from './generate.ts';
import { openPlain } from './plain.ts';

const [database = '', plain = '', count = '0'] = process.argv.slice(2);
const articles = Number(count);
const store = await openSqliteStore({ path: database });
const { id } = await store.imports.create();
await store.imports.setState(id, 'running');
const columns = openPlain(plain, database);

let file = 0;
let stored = 0;
let seconds = 0;
/** Batch by batch: articles stored so far, the seconds of the batch by the clock, and those of this thread's processor. */
const pace: [stored: number, seconds: number, cpu: number][] = [];
for await (const entries of entriesOf(articles, 1)) {
  if (stored % articlesPerFile === 0) {
    const name = `generated-${stored / articlesPerFile}.txt`;
    file = (await store.imports.addFile(id, { file: name, sha256: '', bytes: articlesPerFile })).id;
  }
  const before = process.threadCpuUsage();
  const read = (stored % articlesPerFile) + entries.length;
  const spent = (await timed(() => store.put(entries, { file, read }))) / 1000;
  const { user, system } = process.threadCpuUsage(before);
  stored += entries.length;
  seconds += spent;
  pace.push([stored, spent, (user + system) / 1e6]);
  columns.add(entries);
  if (stored % 20_000 === 0)
    process.stderr.write(`Pressmark: ${stored} of ${articles} articles, ${Math.round(seconds)} s\n`);
}
process.stderr.write('Pressmark: merging the index ...\n');
const merge = (await timed(() => store.imports.setState(id, 'done'))) / 1000;
const kept = (await store.totals()).articles;
if (kept !== articles) throw new Error(`The archive holds ${kept} of ${articles} articles.`);
await store.close();
columns.close();
console.log(JSON.stringify({ articles: stored, seconds, merge, pace }));
