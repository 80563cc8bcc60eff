import type { Asked } from '../mix.ts';
import type { Answers, Engine } from './engine.ts';
import { startPostgres } from './postgres-server.ts';
import { boundsOf, type Language, translate } from './translate.ts';

/** `<N>` is exactly N words on, so a distance up to N is each of them, of articles with both words; a paragraph is no unit. */
const language: Language = {
  phrase: (terms, where) =>
    `(${terms
      .map(({ text, prefix }) => {
        const marks = `${prefix ? '*' : ''}${where === 'headline' ? 'A' : ''}`;
        return `'${text.replaceAll("'", "''")}'${marks && `:${marks}`}`;
      })
      .join(' <-> ')})`,
  and: (parts) => `(${parts.join(' & ')})`,
  or: (parts) => `(${parts.join(' | ')})`,
  after: (a, b, words) => `(${a} & ${b} & (${reaching(a, b, words).join(' | ')}))`,
  near: (a, b, words) =>
    `(${a} & ${b} & (${[...reaching(a, b, words), ...reaching(b, a, words)].join(' | ')}))`,
};

const reaching = (a: string, b: string, words: number): string[] =>
  Array.from({ length: words }, (_, at) => `${a} <${at + 1}> ${b}`);

/** What is found, as the end of a statement, with its values. */
function foundBy(query: string, { selection }: Asked): { found: string; values: string[] } {
  const { from, to, source } = boundsOf(selection);
  const values = [query];
  let found = `FROM articles, to_tsquery('simple', $1) AS query WHERE words @@ query`;
  if (from && to) found += ` AND day BETWEEN $${values.push(from)} AND $${values.push(to)}`;
  if (source) found += ` AND source = $${values.push(source)}`;
  return { found, values };
}

/** Fewer than these are found first and sorted then; of more the newest are met soon on a walk by date. */
const few = 2_000;

/** The planner expects as many hits of a phrase as of its words together, and would walk through all articles for few. */
const newestOf = (found: string, hits: number): string =>
  hits < few
    ? `WITH found AS MATERIALIZED (SELECT key, day ${found}) SELECT key FROM found ORDER BY day DESC, key DESC LIMIT 20`
    : `SELECT key ${found} ORDER BY day DESC, key DESC LIMIT 20`;

const countsOf = (found: string): string => `
  WITH found AS MATERIALIZED (SELECT key, month ${found}),
    counted AS (SELECT dimension, value, count(*) AS n FROM found JOIN facets USING (key) GROUP BY dimension, value),
    ranked AS (SELECT *, row_number() OVER (PARTITION BY dimension ORDER BY n DESC, value) AS place FROM counted)
  SELECT dimension, value, n::int FROM ranked WHERE place <= 10
  UNION ALL SELECT 'month', month, count(*)::int FROM found GROUP BY month`;

/** PostgreSQL with a `tsvector` and a GIN index over it; to its advantage six facets and the timeline are one statement, and the newest are looked for as their number suggests. */
export async function openPostgresEngine(folder: string): Promise<Engine> {
  const { client, version, stop } = await startPostgres(folder);
  // Left to itself the planner takes a look into an article's words for cheap, and reads every article for a distance.
  await client.query('ALTER FUNCTION pg_catalog.ts_match_vq(tsvector, tsquery) COST 10000');

  function ask(asked: Asked): Answers | null {
    const query = translate(asked.q, language);
    if (query === null) return null;
    const { found, values } = foundBy(query, asked);
    const total = async (): Promise<number> =>
      (await client.query<{ n: number }>(`SELECT count(*)::int AS n ${found}`, values)).rows[0]?.n ?? 0;
    return {
      async page() {
        const hits = await total();
        await client.query(newestOf(found, hits), values);
        return hits;
      },
      async best() {
        await client.query(`SELECT key ${found} ORDER BY ts_rank(words, query) DESC LIMIT 20`, values);
        return total();
      },
      async counts() {
        const { rows } = await client.query<{ dimension: string; n: number }>(countsOf(found), values);
        return rows.reduce((sum, { dimension, n }) => sum + (dimension === 'month' ? n : 0), 0);
      },
    };
  }
  return { label: `PostgreSQL ${version}`, ask, close: stop };
}
