import type { Database } from 'better-sqlite3';
import { allocateColumns, type Columns, packFiles, setList } from './columns.ts';
import { openFiles } from './files.ts';
import { parseKeys } from './range.ts';

/** Articles that are read in one row: a row costs a call, which takes longer than what it says of one article. */
const chunk = 4_096;

/** Some articles, in the order of their keys: what the columns hold of them, one behind the other. */
interface Part {
  keys: Float64Array;
  words: Float64Array;
  /** How many bytes the facets of each are long. */
  lengths: Float64Array;
  facets: Buffer;
  /** Keys and files of where they were met, in the order of the keys. */
  met: { keys: Float64Array; files: Float64Array };
}

const numbers = (column: string): string => `CAST(group_concat(${column}) AS BLOB)`;

function* readParts(sqlite: Database): Generator<Part> {
  const articles = sqlite
    .prepare<[number], (Buffer | null)[]>(
      `SELECT ${['key', 'words', 'length(facets)'].map(numbers).join(', ')}, CAST(group_concat(facets, '') AS BLOB)
       FROM (SELECT key, words, facets FROM articles WHERE key > ? ORDER BY key LIMIT ${chunk})`,
    )
    .raw();
  const met = sqlite
    .prepare<[number, number], (Buffer | null)[]>(
      `SELECT ${['key', 'file'].map(numbers).join(', ')}
       FROM (SELECT key, file FROM file_articles WHERE key BETWEEN ? AND ? ORDER BY key)`,
    )
    .raw();
  for (let after = -1; ; ) {
    const [keyText, words, lengths, facets] = articles.get(after) as (Buffer | null)[];
    const keys = parseKeys(keyText ?? null);
    if (keys.length === 0) return;
    const last = keys.at(-1) as number;
    const [metKeys, files] = (met.get(after + 1, last) as (Buffer | null)[]).map((text) =>
      parseKeys(text ?? null),
    ) as [Float64Array, Float64Array];
    after = last;
    yield {
      keys,
      words: parseKeys(words ?? null),
      lengths: parseKeys(lengths ?? null),
      facets: facets ?? Buffer.alloc(0),
      met: { keys: metKeys, files },
    };
  }
}

/** The files of each article of a part, packed. */
function filesOf({ keys, met }: Part, first: (id: number) => number): Buffer[] {
  let [last, packedLast] = [-1, packFiles([])];
  const none = packedLast;
  let at = 0;
  return Array.from(keys, (key) => {
    const files: number[] = [];
    while (at < met.keys.length && (met.keys[at] as number) < key) at++;
    while (at < met.keys.length && met.keys[at] === key) files.push(first(met.files[at++] as number));
    const [file] = files;
    if (file === undefined) return none;
    if (files.length > 1) return packFiles(files);
    // Articles that lie side by side came in one file, mostly.
    if (file !== last) [last, packedLast] = [file, packFiles(files)];
    return packedLast;
  });
}

/** Reads the columns of the whole archive. */
export function loadColumns(sqlite: Database): Columns {
  const files = openFiles(sqlite);
  files.refresh();
  const parts = [...readParts(sqlite)].map((part) => ({ ...part, files: filesOf(part, files.first) }));
  const sum = (of: (part: (typeof parts)[number]) => number): number =>
    parts.reduce((total, part) => total + of(part), 0);
  const columns = allocateColumns({
    places: sum(({ keys }) => keys.length),
    facets: sum(({ facets }) => facets.length),
    files: sum((part) => part.files.reduce((total, { length }) => total + length, 0)),
  });
  let place = 0;
  for (const part of parts) {
    columns.keys.set(part.keys, place);
    columns.words.set(part.words, place);
    let at = 0;
    for (const [index, length] of part.lengths.entries()) {
      setList(columns.facets, place, part.facets.subarray(at, at + length));
      at += length;
      setList(columns.files, place++, part.files[index] as Buffer);
    }
  }
  return columns;
}
