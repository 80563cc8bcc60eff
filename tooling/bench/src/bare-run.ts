// Run as a process of its own: writes the rows of a recorded import into a new archive, and nothing else.
import { openSqliteStore } from '@pressmark/store';
import Database, { type Statement } from 'better-sqlite3';
import { type Insert, recordedInserts } from './record.ts';

const [record = '', path = ''] = process.argv.slice(2);
// Makes the tables.
await (await openSqliteStore({ path })).close();

const sqlite = new Database(path);
sqlite.pragma('journal_mode = WAL');
sqlite.pragma('synchronous = NORMAL');
sqlite.pragma('cache_size = -65536');
sqlite.pragma('temp_store = MEMORY');

const statements = new Map<string, Statement>();
function insert([sql, values]: Insert): void {
  let statement = statements.get(sql);
  if (!statement) {
    statement = sqlite.prepare(sql);
    statements.set(sql, statement);
  }
  statement.run(...values);
}

const insertAll = sqlite.transaction((inserts: Insert[]) => inserts.forEach(insert));
let [seconds, cpuSeconds] = [0, 0];
for (const inserts of recordedInserts(record)) {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  insertAll(inserts);
  const { user, system } = process.cpuUsage(cpu);
  seconds += (performance.now() - start) / 1000;
  cpuSeconds += (user + system) / 1e6;
}
const articles = sqlite.prepare('SELECT count(*) FROM articles').pluck().get();
sqlite.close();
console.log(JSON.stringify({ articles, seconds, cpuSeconds }));
