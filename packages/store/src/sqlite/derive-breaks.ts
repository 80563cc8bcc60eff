import type { Article } from '@pressmark/core';
import { paragraphBreak } from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import { openReindex } from './repairs.ts';

/** Raised whenever `indexRow` puts breaks elsewhere than before. */
const version = 1;
/** Articles brought up to date in one transaction. */
const batch = 500;

/**
 * Indexes articles anew that an earlier version indexed with two breaks side by side, for a paragraph without a word: what is
 * near is looked for on the ground that there are none. After a crash it finds those that are left.
 */
export function deriveBreaks(sqlite: Database): void {
  const done = sqlite.prepare<[], number>(`SELECT version FROM derivations WHERE name = 'breaks'`).pluck();
  if ((done.get() ?? 0) >= version) return;
  const keys = sqlite
    .prepare<[string], number>('SELECT rowid FROM articles_index WHERE articles_index MATCH ?')
    .pluck()
    .all(`"${paragraphBreak} ${paragraphBreak}"`);
  const text = sqlite.prepare<[number], string>('SELECT json FROM article_texts WHERE key = ?').pluck();
  const reindex = openReindex(sqlite);
  const step = sqlite.transaction((some: number[]) => {
    for (const key of some) {
      const json = text.get(key);
      if (json !== undefined) reindex(key, JSON.parse(json) as Article);
    }
  });
  for (let at = 0; at < keys.length; at += batch) step.immediate(keys.slice(at, at + batch));
  sqlite
    .prepare(`INSERT OR REPLACE INTO derivations (name, version, "after") VALUES ('breaks', ?, NULL)`)
    .run(version);
}
