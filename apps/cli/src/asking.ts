import { type Client, withArchive } from './archive.ts';
import { type FindOptions, type QueryOptions, selectionOf } from './choices.ts';
import { say } from './output.ts';

/** The text of a query, and how the archive is to read it. */
export interface Typed extends ReturnType<typeof readingOf> {
  q: string;
}

/** How the options of a command have queries read. */
export function readingOf({ dialect, dateOrder }: QueryOptions) {
  return { dialect, dateOrder: dateOrder === 'month' ? 'mdy' : 'dmy' } as const;
}

/** The same, with what is chosen among the hits. */
export interface Wanted extends Typed {
  selection: ReturnType<typeof selectionOf>;
}

/** Opens the archive for a query, and says how the query is read where its text leaves that open. */
export function withQuery<Result>(
  options: FindOptions,
  q: string,
  use: (client: Client, wanted: Wanted) => Promise<Result>,
): Promise<Result> {
  const typed = { q, ...readingOf(options) };
  const selection = selectionOf(options);
  return withArchive(options, { missing: 'stop', query: q }, async (client) => {
    await sayReading(typed);
    return use(client, { ...typed, selection });
  });
}

/** Says a query of another language as Factiva's, and how dates that could be two days are read. */
export async function sayReading({ q, ...reading }: Typed): Promise<void> {
  const { localDay, parseQuery, printQuery } = await import('@pressmark/core/query');
  const parsed = parseQuery(q, { ...reading, today: localDay() });
  if (!parsed.ok) return;
  if (reading.dialect !== 'factiva') say('Read as ', printQuery(parsed.query));
  for (const { message } of parsed.notes) say(message);
}
