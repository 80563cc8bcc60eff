import { tagKey } from '@pressmark/core/query';
import type { Database } from 'better-sqlite3';
import type { Tag, Tagging, TagOrder, TagStore } from '../tag.ts';
import { openIdOf } from './identity.ts';

interface Row {
  id: number;
  name: string;
}

function prepare(sqlite: Database) {
  return {
    find: sqlite.prepare<[string], Row>('SELECT id, name FROM tags WHERE key = ?'),
    insert: sqlite.prepare<[string, string], Row>(
      'INSERT INTO tags (name, key) VALUES (?, ?) RETURNING id, name',
    ),
    add: sqlite.prepare<[number, string, string]>(
      'INSERT OR IGNORE INTO tagged (tag, article, tagged_at) VALUES (?, ?, ?)',
    ),
    remove: sqlite.prepare<[number, string]>(
      'DELETE FROM tagged WHERE tag = ? AND article = ? COLLATE NOCASE',
    ),
    carries: sqlite
      .prepare<[number, string]>('SELECT 1 FROM tagged WHERE tag = ? AND article = ? COLLATE NOCASE')
      .pluck(),
    forget: sqlite.prepare<[number]>(
      'DELETE FROM tags WHERE id = ? AND NOT EXISTS (SELECT 1 FROM tagged WHERE tag = tags.id)',
    ),
    list: sqlite.prepare<[], Tag>(
      // What carries a tag is in the archive or withdrawn, and few are withdrawn.
      `WITH carried AS (SELECT tag, count(*) AS articles FROM tagged GROUP BY tag),
         gone AS (SELECT tag, count(*) AS articles FROM withdrawn CROSS JOIN tagged
           ON tagged.article = withdrawn.article COLLATE NOCASE GROUP BY tag)
       SELECT name, carried.articles - coalesce(gone.articles, 0) AS articles
       FROM tags JOIN carried ON carried.tag = tags.id LEFT JOIN gone ON gone.tag = tags.id ORDER BY tags.key`,
    ),
  };
}

/** Opens the book of tags. */
export function openTags(writer: Database): TagStore {
  const statements = prepare(writer);
  const idOf = openIdOf(writer);

  /** Changes the articles that there are, one by one. */
  const change = (name: string, articles: readonly string[], changeOne: (id: string) => number): Tagging => {
    const unknown: string[] = [];
    let changed = 0;
    for (const wanted of articles) {
      const id = idOf(wanted);
      if (id === undefined) unknown.push(wanted);
      else changed += changeOne(id);
    }
    return { name, changed, unknown };
  };
  const carries = ({ id }: Row, article: string): boolean =>
    statements.carries.get(id, article) !== undefined;

  const add = ({ name, articles, dryRun }: TagOrder): Tagging => {
    const key = tagKey(name);
    const known = statements.find.get(key);
    if (dryRun) return change(known?.name ?? name, articles, (id) => (known && carries(known, id) ? 0 : 1));
    const at = new Date().toISOString();
    const tag = known ?? (statements.insert.get(name, key) as Row);
    const tagging = change(tag.name, articles, (id) => statements.add.run(tag.id, id, at).changes);
    statements.forget.run(tag.id);
    return tagging;
  };
  const remove = ({ name, articles, dryRun }: TagOrder): Tagging => {
    const tag = statements.find.get(tagKey(name));
    if (!tag) return change(name, articles, () => 0);
    if (dryRun) return change(tag.name, articles, (id) => (carries(tag, id) ? 1 : 0));
    const tagging = change(tag.name, articles, (id) => statements.remove.run(tag.id, id).changes);
    statements.forget.run(tag.id);
    return tagging;
  };
  return {
    add: async (order) => writer.transaction(add).immediate(order),
    remove: async (order) => writer.transaction(remove).immediate(order),
    list: async () => statements.list.all(),
  };
}
