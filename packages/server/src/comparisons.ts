import { type DateOrder, type Dialect, printQuery, QueryProblem } from '@pressmark/core/query';
import { Period, Selection, type Store, type Wanted } from '@pressmark/store';
import { z } from 'zod';
import { QueryText, reading, readQuery } from './articles.ts';
import { refusalOf } from './refusal.ts';

/** One of several queries to compare. */
export const Compared = z.strictObject({ label: z.string().max(1_000), q: QueryText });
type Compared = z.infer<typeof Compared>;

const compared = { ...reading, selection: Selection.optional() };

/** What every answer to one of several queries says: it stands alone, so that one that fails costs no other. */
const answered = {
  label: z.string(),
  /** In canonical form; null where it cannot be read. */
  query: z.string().nullable(),
  problems: z.array(QueryProblem),
  /** Why it has no numbers, where that is not the text of the query. */
  error: z.string().nullable(),
};

type Answer<T> = { label: string; query: string | null; problems: QueryProblem[]; error: string | null } & T;

/** Runs one of several queries; what is wrong with it is said in its own answer. */
async function answer<T extends object>(
  { label, q }: Compared,
  { none, ...how }: { dialect: Dialect; dateOrder: DateOrder; none: T },
  run: (query: Wanted['query']) => Promise<T>,
): Promise<Answer<T>> {
  let query: string | null = null;
  try {
    const read = readQuery({ q, ...how });
    query = printQuery(read.query);
    return { label, query, problems: read.notes, error: null, ...(await run(read.query)) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const { problems, message } = refusal;
    return { label, query, problems, error: problems.length > 0 ? null : message, ...none };
  }
}

/** Queries counted by one call: who has more asks more often, and can stop in between. */
const mostCounted = 100;

export const CountsInput = z.strictObject({
  ...compared,
  queries: z.array(Compared).min(1).max(mostCounted),
});

/** For each query, in the order given: the exact number of hits and the days of the first and the last one; null without a date, or where there are no numbers. */
export const CountsOutput = z.array(
  z.strictObject({
    ...answered,
    hits: z.int().nonnegative().nullable(),
    first: z.iso.date().nullable(),
    last: z.iso.date().nullable(),
  }),
);

export async function countQueries(
  store: Store,
  { queries, dialect, dateOrder, selection }: z.infer<typeof CountsInput>,
): Promise<z.infer<typeof CountsOutput>> {
  const none = { hits: null, first: null, last: null };
  const rows: z.infer<typeof CountsOutput> = [];
  for (const one of queries) {
    rows.push(
      await answer<Omit<z.infer<typeof CountsOutput>[number], keyof typeof answered>>(
        one,
        { dialect, dateOrder, none },
        async (query) => {
          const { total, counts } = await store.count({ query, selection }, ['day']);
          const days = (counts.day ?? []).map(({ value }) => value).filter((day) => day !== '');
          return { hits: total, first: days[0] ?? null, last: days.at(-1) ?? null };
        },
      ),
    );
  }
  return rows;
}

/** Lines that can be told apart in one chart are far fewer. */
const mostSeries = 50;

export const SeriesInput = z.strictObject({
  ...compared,
  queries: z.array(Compared).min(1).max(mostSeries),
  by: Period,
});

/** Several queries over time: the periods are the same for all of them, from the first hit of any to the last. */
export const SeriesOutput = z.strictObject({
  by: Period,
  periods: z.array(z.string()),
  /** All articles of the archive in each period, within what is chosen: what a share is a share of. */
  all: z.array(z.int().nonnegative()),
  series: z.array(
    z.strictObject({
      ...answered,
      total: z.int().nonnegative().nullable(),
      undated: z.int().nonnegative(),
      /** Hits in each period; empty where there are no numbers. */
      counts: z.array(z.int().nonnegative()),
    }),
  ),
});

export async function countSeries(
  store: Store,
  { queries, dialect, dateOrder, selection, by }: z.infer<typeof SeriesInput>,
): Promise<z.infer<typeof SeriesOutput>> {
  const none = { total: null, undated: 0, buckets: [] as { value: string; count: number }[] };
  const found = [];
  for (const one of queries) {
    found.push(
      await answer<{ total: number | null; undated: number; buckets: { value: string; count: number }[] }>(
        one,
        { dialect, dateOrder, none },
        async (query) => {
          const { total, buckets, undated } = await store.timeline({ query, selection }, by);
          return { total, undated: undated.count, buckets };
        },
      ),
    );
  }
  const values = found.flatMap(({ buckets }) =>
    buckets.filter(({ count }) => count > 0).map(({ value }) => value),
  );
  const [from, to] = [values.reduce(least, values[0] ?? ''), values.reduce(greatest, '')];
  const whole = await store.timeline({ query: { type: 'all' }, selection }, by);
  const axis = whole.buckets.filter(({ value }) => value >= from && value <= to);
  return {
    by,
    periods: axis.map(({ value }) => value),
    all: axis.map(({ all }) => all),
    series: found.map(({ buckets, ...series }) => {
      const counts = new Map(buckets.map(({ value, count }) => [value, count]));
      return {
        ...series,
        counts: series.total === null ? [] : axis.map(({ value }) => counts.get(value) ?? 0),
      };
    }),
  };
}

const least = (a: string, b: string): string => (b < a ? b : a);
const greatest = (a: string, b: string): string => (b > a ? b : a);
