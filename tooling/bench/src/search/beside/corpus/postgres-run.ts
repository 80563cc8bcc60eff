// Run as a process of its own: makes a PostgreSQL cluster of the generated articles in a folder and stops it again.
import { startPostgres } from '../postgres-server.ts';
import { documentsOf } from './documents.ts';
import { initPostgres } from './init-postgres.ts';

const [folder = '', count = '0'] = process.argv.slice(2);
await initPostgres(folder);
const { client, stop } = await startPostgres(folder);

// One row an article with all of its words, one row a facet value: counted by joining the two.
await client.query(`
  CREATE TABLE articles (key integer PRIMARY KEY, day date, month text, source text, words tsvector);
  CREATE TABLE facets (key integer, dimension text, value text)`);

let stored = 0;
for await (const documents of documentsOf(Number(count))) {
  const rows = documents.map(({ paragraphs, facets, ...document }) => ({
    ...document,
    month: document.day.slice(0, 7),
    source: facets.find(([dimension]) => dimension === 'source')?.[1] ?? '',
    body: paragraphs.join('\n'),
  }));
  const values = documents.flatMap(({ key, facets }) =>
    facets.map(([dimension, value]) => ({ key, dimension, value })),
  );
  await client.query(
    `INSERT INTO articles SELECT key, day, month, source,
       setweight(to_tsvector('simple', headline), 'A') || setweight(to_tsvector('simple', notes), 'B') || to_tsvector('simple', body)
     FROM json_to_recordset($1) AS row (key integer, day date, month text, source text, headline text, notes text, body text)`,
    [JSON.stringify(rows)],
  );
  await client.query(
    'INSERT INTO facets SELECT DISTINCT * FROM json_to_recordset($1) AS row (key integer, dimension text, value text)',
    [JSON.stringify(values)],
  );
  stored += documents.length;
  if (stored % 20_000 === 0) process.stderr.write(`PostgreSQL: ${stored} articles\n`);
}
process.stderr.write('PostgreSQL: indexing ...\n');
for (const statement of [
  'CREATE INDEX ON articles USING gin (words)',
  'CREATE INDEX ON articles (day DESC, key DESC)',
  'CREATE INDEX ON articles (source)',
  'CREATE INDEX ON facets (key, dimension)',
  'VACUUM ANALYZE',
  'CHECKPOINT',
]) {
  await client.query(statement);
}
await stop();
console.log(JSON.stringify({ stored }));
