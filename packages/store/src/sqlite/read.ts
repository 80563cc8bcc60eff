import type { Article } from '@pressmark/core';
import type { Database } from 'better-sqlite3';
import type {
  FacetRequest,
  Page,
  PageAlone,
  PageRequest,
  Period,
  StoredArticle,
  Version,
} from '../contract.ts';
import { QueryLimit } from '../contract.ts';
import { type Place, parseCursor, printCursor } from '../cursor.ts';
import { hitOf } from '../hit.ts';
import type { Reading } from '../reading.ts';
import { unsampled } from '../selection.ts';
import { openDictionary } from './dictionary.ts';
import type { Shelf } from './editions.ts';
import { openFacets } from './facet.ts';
import { openFacts } from './facts.ts';
import { openFiles } from './files.ts';
import { type Finder, openFinder } from './find.ts';
import { followColumns } from './follow-columns.ts';
import { openLatest } from './latest.ts';
import { openLines } from './lines.ts';
import type { PageOrder } from './page-of-days.ts';
import { openRepaired } from './repaired.ts';
import { openTotals } from './totals.ts';
import { openVocabulary } from './vocabulary.ts';
import { openWalk } from './walk.ts';
import { checkpoint } from './watch.ts';
import { openWithdrawn } from './withdrawals.ts';
import { openWordCounts } from './word-counts.ts';

function prepare(sqlite: Database) {
  return {
    text: sqlite.prepare<[number], string>('SELECT json FROM article_texts WHERE key = ?').pluck(),
    id: sqlite.prepare<[number], string>('SELECT id FROM articles WHERE key = ?').pluck(),
    article: sqlite.prepare<[string], { key: number; id: string; storedAt: string }>(
      'SELECT key, id, stored_at AS storedAt FROM articles WHERE id = ? COLLATE NOCASE',
    ),
    versions: sqlite.prepare<[string], Version>(
      `SELECT version, replaced_at AS replacedAt FROM article_versions
       WHERE id = ? COLLATE NOCASE ORDER BY version DESC`,
    ),
    version: sqlite
      .prepare<[string, number], string>(
        'SELECT json FROM article_versions WHERE id = ? COLLATE NOCASE AND version = ?',
      )
      .pluck(),
    files: sqlite.prepare<[number], { id: number; file: string }>(
      `SELECT DISTINCT import_files.id, import_files.file FROM file_articles
       JOIN import_files ON import_files.id = file_articles.file WHERE key = ? ORDER BY import_files.id`,
    ),
  };
}

/** Reading single articles by key or id. */
function openArticles(sqlite: Database) {
  const statements = prepare(sqlite);
  // An accession number stands for the id it is a part of.
  const locate = (id: string) => statements.article.get(id) ?? statements.article.get(`factiva:${id}`);
  const at = (key: number): Article => JSON.parse(statements.text.get(key) as string);
  const repairs = openRepaired(sqlite);
  const withdrawn = openWithdrawn(sqlite);
  const facts = openFacts(sqlite);
  return {
    at,
    repairedAt: (key: number): Article => repairs.apply(at(key)),
    versionsAt(key: number): Article[] {
      const article = at(key);
      const repaired = repairs.apply(article);
      return repaired === article ? [article] : [article, repaired];
    },
    factsOf: facts.of,
    idAt: (key: number) => statements.id.get(key) as string,
    /** None where there is no article of this id now. */
    keysOf: (id: string): number[] => [statements.article.get(id)?.key ?? []].flat(),
    get(wanted: string): StoredArticle | null {
      const found = locate(wanted);
      if (found === undefined) {
        const gone = withdrawn(wanted);
        return gone && { ...gone, repairs: repairs.list(gone.article), ...facts.storedOf(gone.article.id) };
      }
      const { key, id, storedAt } = found;
      const article = at(key);
      return {
        article,
        storedAt,
        versions: statements.versions.all(id),
        files: statements.files.all(key),
        repairs: repairs.list(article),
        ...facts.storedOf(id),
      };
    },
    version(id: string, version: number): Article | null {
      const known = locate(id)?.id ?? withdrawn(id)?.article.id ?? id;
      const json = statements.version.get(known, version);
      return json === undefined ? null : JSON.parse(json);
    },
  };
}

/** FTS5 takes some dozens of brackets within brackets. */
function isTooDeep(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^fts5: parser stack overflow|^fts5 expression tree is too large/.test(error.message)
  );
}

/** Makes the searches for a page, with the number of all hits and without. */
function openSearch(finder: Finder, { repairedAt, factsOf }: ReturnType<typeof openArticles>) {
  const pageAt = (places: Place[], { query, limit }: PageRequest): Pick<Page, 'hits' | 'next'> => {
    const shown = places.slice(0, limit);
    const last = shown.at(-1);
    return {
      hits: shown.map(({ key }) => {
        const article = repairedAt(key);
        return hitOf(query, article, factsOf(key));
      }),
      next: last && places.length > limit ? printCursor(last) : null,
    };
  };
  // One hit more tells whether another page follows.
  const orderOf = ({ sort, limit, cursor }: PageRequest): PageOrder => ({
    sort,
    limit: limit + 1,
    after: cursor === undefined ? undefined : parseCursor(cursor),
  });
  const search = (request: PageRequest): Page => {
    const found = finder.prepare(request);
    return {
      total: finder.total(found),
      ...(request.selection?.sample && { drawnFrom: finder.total(finder.prepare(unsampled(request))) }),
      ...pageAt(finder.page(found, orderOf(request)), request),
    };
  };
  const page = (request: PageRequest): PageAlone => {
    // A sample is drawn from all hits.
    if (request.selection?.sample) return search(request);
    return pageAt(finder.pageAlone(finder.prepare(request), orderOf(request)), request);
  };
  return { search, page };
}

/** Everything that only reads, over a connection of its own; each answer is of one moment. */
export function openReading(sqlite: Database, path: string, shelf: Shelf): Reading {
  const articles = openArticles(sqlite);
  const columns = followColumns(sqlite, shelf);
  const dictionary = openDictionary(sqlite);
  const files = openFiles(sqlite);
  const finder = openFinder({
    sqlite,
    columns,
    isLoaded: () => shelf.latest !== undefined,
    dictionary,
    files,
    versionsAt: articles.versionsAt,
  });
  const { search, page } = openSearch(finder, articles);
  const { count, facets, timeline } = openFacets({ columns, dictionary, files, finder });
  const totals = openTotals(sqlite, path);
  const countWord = openWordCounts(sqlite);
  const vocabulary = openVocabulary(sqlite, countWord);
  const arrivals = openLatest({ sqlite, finder, columns, articles });
  // One transaction is one moment, whatever is written meanwhile.
  const atOnce = <T>(read: () => T): T => {
    checkpoint();
    try {
      return sqlite.transaction(read).deferred();
    } catch (error) {
      throw isTooDeep(error) ? new QueryLimit('The brackets of this query are nested too deeply.') : error;
    }
  };

  const walk = openWalk({ finder, atOnce, ...articles });
  return {
    get: async (id) => atOnce(() => articles.get(id)),
    version: async (id, version) => atOnce(() => articles.version(id, version)),
    search: async (request) => atOnce(() => search(request)),
    page: async (request) => atOnce(() => page(request)),
    count: async (wanted, by) => atOnce(() => count(wanted, by)),
    facets: async (wanted, requests: FacetRequest[]) => atOnce(() => facets(wanted, requests)),
    timeline: async (wanted, by: Period) => atOnce(() => timeline(wanted, by)),
    ...openLines({
      sqlite,
      columns,
      finder,
      has: (key) => articles.idAt(key) !== undefined,
      articleAt: articles.repairedAt,
      atOnce,
    }),
    stream: (wanted, { repaired = false } = {}) => walk(wanted, repaired ? articles.repairedAt : articles.at),
    ids: (wanted) => walk(wanted, articles.idAt),
    news: async (wanted) => atOnce(() => arrivals.news(wanted)),
    latest: async (wanted, limit) => atOnce(() => arrivals.latest(wanted, limit)),
    totals: async () =>
      atOnce(() => {
        dictionary.refresh();
        return totals(columns(), dictionary);
      }),
    countWords: async (words) => atOnce(() => words.map(countWord)),
    countHits: async (wanted) => atOnce(() => finder.total(finder.prepare(wanted))),
    expand: async (term, scope) => atOnce(() => vocabulary.expand(term, scope)),
    spellings: async (word) => atOnce(() => vocabulary.spellings(word)),
  };
}
