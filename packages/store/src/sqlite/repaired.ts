import { type Article, applyRepairs } from '@pressmark/core';
import type { Database } from 'better-sqlite3';
import type { StoredRepair } from '../contract.ts';

type Row = Omit<StoredRepair, 'applied' | 'span'> & StoredRepair['span'];

/** A repair as it is kept, without what only the article tells. */
function repairOf({ start, end, ...row }: Row): Omit<StoredRepair, 'applied'> {
  return { ...row, span: { start, end } };
}

/** What reads need of repairs, over any connection. */
export interface Repaired {
  /** The article with its repairs. */
  apply(article: Article): Article;
  /** Its repairs, oldest first. */
  list(article: Article): StoredRepair[];
}

/** Opens the reading of repairs. */
export function openRepaired(sqlite: Database): Repaired {
  const all = sqlite.prepare<[string], Row>(
    `SELECT id, article, path, start, "end", "from", "to", reason, accepted_at AS acceptedAt, taken_back_at AS takenBackAt
     FROM repairs WHERE article = ? COLLATE NOCASE ORDER BY id`,
  );
  const holding = (article: Article) => all.all(article.id).filter(({ takenBackAt }) => takenBackAt === null);
  const appliedOf = (article: Article) => applyRepairs(article, holding(article).map(repairOf));
  return {
    apply: (article) => appliedOf(article).article,
    list(article) {
      const applied = new Set(appliedOf(article).places.map(({ repair }) => repair.id));
      return all.all(article.id).map((row) => ({ ...repairOf(row), applied: applied.has(row.id) }));
    },
  };
}
