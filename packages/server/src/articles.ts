import { Article, applyRepairs, Span } from '@pressmark/core';
import {
  DateOrder,
  Dialect,
  highlight,
  localDay,
  parseQuery,
  printQuery,
  type Query,
  QueryProblem,
} from '@pressmark/core/query';
import {
  Note,
  Page,
  type PageAlone,
  type PageRequest,
  Selection,
  Sort,
  type Store,
  StoredRepair,
  Version,
} from '@pressmark/store';
import { z } from 'zod';
import { cursorFor, storeCursor } from './cursor.ts';
import { Refusal } from './refusal.ts';

/** Longer than any search a person writes; it bounds the work of one request. */
export const QueryText = z.string().max(20_000);

/** How the text of a query is read: the language it is typed in, and 05/06/2020 day or month first. */
export const reading = { dialect: Dialect.default('factiva'), dateOrder: DateOrder.default('dmy') };

/** The text of a query, with how it is read where that is not as usual. */
interface Typed {
  q: string;
  dialect?: Dialect;
  dateOrder?: DateOrder;
}

/** Only what is new since this moment, as `searches.list` names it. */
export const Since = z.int().nonnegative().optional();

/** A cursor has a few characters for each word of a query. */
const longestCursor = 200_000;

export const SearchInput = z.strictObject({
  q: QueryText,
  ...reading,
  selection: Selection.optional(),
  since: Since,
  sort: Sort.default('newest'),
  limit: z.int().min(1).max(500).default(20),
  cursor: z.string().max(longestCursor).optional(),
});
type SearchInput = z.infer<typeof SearchInput>;

/** One page of hits, with the query in canonical form and how ambiguous dates were read. */
export const SearchOutput = Page.extend({ query: z.string(), notes: z.array(QueryProblem) });

/** The same with the number of hits only where it is known without a look at all of them. */
export const PageOutput = SearchOutput.partial({ total: true });

/** Reads the query, asks for its page and says how it was read. */
async function askPage<Asked extends PageAlone>(
  input: SearchInput,
  ask: (request: PageRequest) => Promise<Asked>,
) {
  const { query, notes } = readQuery(input);
  const { selection, since, sort, limit } = input;
  const search = { query: printQuery(query), selection, since, sort };
  const cursor = storeCursor(search, input.cursor);
  const page = await ask({ query, selection, since, sort, limit, cursor });
  return { ...page, next: page.next && cursorFor(search, page.next), query: search.query, notes };
}

/** A page of hits with their exact number; refuses a query that cannot be read, with its problems. */
export const searchArticles = (store: Store, input: SearchInput): Promise<z.infer<typeof SearchOutput>> =>
  askPage(input, store.search);

/** The same page as soon as its hits are found. */
export const pageArticles = (store: Store, input: SearchInput): Promise<z.infer<typeof PageOutput>> =>
  askPage(input, store.page);

export const GetInput = z.strictObject({ id: z.string().max(500), q: QueryText.default('') });

export const GetOutput = z.strictObject({
  /** As the file has it; its damage is judged by the words of the archive. */
  article: Article,
  storedAt: z.string(),
  versions: z.array(Version),
  files: z.array(z.strictObject({ id: z.int(), file: z.string() })),
  /** Repairs ever accepted, oldest first. */
  repairs: z.array(StoredRepair),
  /** Tags that users gave it. */
  tags: z.array(z.string()),
  note: Note.optional(),
  /** Ids of other articles with the same text, at most 100. */
  duplicates: z.array(z.string()),
  /** Set where the vendor took the article back: when it did, and by which file. */
  withdrawn: z
    .strictObject({ at: z.string(), file: z.strictObject({ id: z.int(), file: z.string() }).nullable() })
    .optional(),
  /** Where `q` hits in the article with its repairs applied, by path. Example: `body.3.text`. */
  marks: z.record(z.string(), z.array(Span)),
});

export async function getArticle(
  store: Store,
  { id, q }: z.infer<typeof GetInput>,
): Promise<z.infer<typeof GetOutput>> {
  const { query } = readQuery({ q });
  const stored = await store.get(id);
  if (!stored) throw new Refusal('NOT_FOUND', 'The archive has no article of this id.');
  const { examineArticle } = await import('@pressmark/core/read');
  const article = await examineArticle(stored.article, (words) => store.countWords(words));
  const applied = stored.repairs.filter((repair) => repair.applied);
  return { ...stored, article, marks: highlight(query, applyRepairs(article, applied).article) };
}

export const VersionInput = z.strictObject({ id: z.string().max(500), version: z.int().positive() });

export async function getVersion(
  store: Store,
  { id, version }: z.infer<typeof VersionInput>,
): Promise<Article> {
  const article = await store.version(id, version);
  if (!article) throw new Refusal('NOT_FOUND', 'The archive has no such version of an article of this id.');
  return article;
}

/** Parses the text of a query, or refuses it with its problems. */
export function readQuery(
  { q, dialect, dateOrder }: Typed,
  today = localDay(),
): { query: Query; notes: QueryProblem[] } {
  const parsed = parseQuery(q, { today, dialect, dateOrder });
  if (parsed.ok) return parsed;
  throw new Refusal(
    'BAD_REQUEST',
    parsed.problems[0]?.message ?? 'The query cannot be read.',
    parsed.problems,
  );
}
