import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Asked } from '../mix.ts';
import type { Answers, Engine } from './engine.ts';
import { facetFields, startSphinx, valuesFile } from './sphinx-server.ts';
import { boundsOf, type Language, translate } from './translate.ts';

/** `*` in a phrase is any one word, so a distance up to N is a phrase of each length. */
const language: Language = {
  phrase(terms, where) {
    if (!terms.every(({ text }) => /^[\p{L}\p{N}]+$/u.test(text))) return null;
    const words = terms.map(({ text, prefix }) => `${text}${prefix ? '*' : ''}`).join(' ');
    const phrase = terms.length > 1 ? `"${words}"` : words;
    return where === 'headline' ? `(@headline ${phrase})` : phrase;
  },
  and: (parts) => `(${parts.join(' ')})`,
  or: (parts) => `(${parts.join(' | ')})`,
  after: (a, b, words) =>
    `(${Array.from({ length: words }, (_, gap) => `"${a}${' *'.repeat(gap)} ${b}"`).join(' | ')})`,
  near: (a, b, words) => `(${a} NEAR/${words} ${b})`,
  sameParagraph: (a, b) => `(${a} PARAGRAPH ${b})`,
};

const compact = (iso: string): string => iso.replaceAll('-', '');

/** Sphinx over the same articles. It knows values by number only. */
export async function openSphinxEngine(folder: string): Promise<Engine> {
  const numbers = JSON.parse(await readFile(join(folder, valuesFile), 'utf8')) as Record<
    string,
    Record<string, number>
  >;
  const { connection, version, stop } = await startSphinx(folder);
  const run = async (statement: string): Promise<Record<string, number | string>[][]> =>
    (await connection.query(statement))[0] as Record<string, number | string>[][];

  function ask(asked: Asked): Answers | null {
    const match = translate(asked.q, language);
    if (match === null) return null;
    const { from, to, source } = boundsOf(asked.selection);
    const days = from && to ? ` AND day BETWEEN ${compact(from)} AND ${compact(to)}` : '';
    const inSource = source ? ` AND source IN (${numbers.source?.[source] ?? 0})` : '';
    const found = `SELECT id FROM articles WHERE MATCH(${connection.escape(match)})${days}${inSource}`;
    const rank = async (order: string): Promise<number> => {
      const [, meta = []] = await run(`${found} ${order}; SHOW META`);
      return Number(meta.find(({ Variable_name }) => Variable_name === 'total_found')?.Value);
    };
    return {
      page: () => rank('ORDER BY day DESC, id ASC LIMIT 20 OPTION ranker=none'),
      best: () => rank('LIMIT 20 OPTION ranker=bm25'),
      async counts() {
        const facets = facetFields.map((name) => `FACET ${name} ORDER BY COUNT(*) DESC LIMIT 10`);
        const answers = await run(
          `${found} LIMIT 1 OPTION ranker=none ${facets.join(' ')} FACET month ORDER BY month ASC LIMIT 1000`,
        );
        return (answers.at(-1) ?? []).reduce((sum, row) => sum + Number(row['count(*)']), 0);
      },
    };
  }
  return { label: `Sphinx ${version}`, ask, close: stop };
}
