import type { Cursor } from './avro-cursor.ts';

/** Reads one value of a type as JSON has it; bytes and numbers beyond 53 bits become text. */
export type Decode = (cursor: Cursor) => unknown;

const primitives: Record<string, Decode> = {
  null: () => null,
  boolean: (cursor) => cursor.byte() !== 0,
  int: (cursor) => Number(cursor.long()),
  long: (cursor) => plain(cursor.long()),
  float: (cursor) => cursor.float(),
  double: (cursor) => cursor.double(),
  bytes: (cursor) => cursor.binary(),
  string: (cursor) => cursor.string(),
};

const plain = (value: number | bigint): number | string =>
  typeof value === 'bigint' ? String(value) : value;

interface Type {
  type?: unknown;
  name?: unknown;
  namespace?: unknown;
  aliases?: unknown;
  fields?: unknown;
  symbols?: unknown;
  items?: unknown;
  values?: unknown;
  size?: unknown;
}

/** Types by name, each under the name as written and the full one. */
type Names = Map<string, Decode>;

// A schema, or a value of a type that holds itself, nests no deeper than this.
const deepest = 64;

/** Makes the function that reads values of a schema; fails where the schema is none. */
export function decoderOf(schema: unknown): Decode {
  return build(schema, { names: new Map(), namespace: '', depth: 0 });
}

interface Scope {
  names: Names;
  namespace: string;
  depth: number;
}

function build(schema: unknown, scope: Scope): Decode {
  if (scope.depth > deepest) throw new Error('its schema is nested too deep');
  const inner = { ...scope, depth: scope.depth + 1 };
  if (typeof schema === 'string') return named(schema, scope);
  if (Array.isArray(schema)) {
    const branches = schema.map((branch) => build(branch, inner));
    return (cursor) => branch(branches, cursor)(cursor);
  }
  if (typeof schema !== 'object' || schema === null) throw new Error('its schema is none');
  const type: Type = schema;
  // Logical types (dates, moments) keep the number they are written as.
  const make = typeof type.type === 'string' ? complex[type.type] : undefined;
  return make ? make(type, inner) : build(type.type, inner);
}

function named(name: string, { names, namespace }: Scope): Decode {
  const known = primitives[name] ?? names.get(namespace ? `${namespace}.${name}` : name) ?? names.get(name);
  if (!known) throw new Error(`its schema knows no type ${name}`);
  return known;
}

function branch(branches: Decode[], cursor: Cursor): Decode {
  const chosen = branches[Number(cursor.long())];
  if (!chosen) throw new Error('a value is of no type of its schema');
  return chosen;
}

const complex: Record<string, (type: Type, scope: Scope) => Decode> = {
  record: buildRecord,
  error: buildRecord,
  enum: (type, scope) => {
    const symbols = listOf(type.symbols).map(String);
    return register(type, scope, (cursor) => symbols[Number(cursor.long())] ?? null);
  },
  fixed: (type, scope) => register(type, scope, (cursor) => cursor.binary(Number(type.size))),
  array: ({ items }, scope) => {
    const item = build(items, scope);
    return (cursor) => {
      const values: unknown[] = [];
      runs(cursor, () => values.push(item(cursor)));
      return values;
    };
  },
  map: ({ values }, scope) => {
    const value = build(values, scope);
    return (cursor) => {
      const entries: [string, unknown][] = [];
      runs(cursor, () => entries.push([cursor.key(), value(cursor)]));
      return Object.fromEntries(entries);
    };
  },
};

function buildRecord(type: Type, scope: Scope): Decode {
  const fields: { name: string; decode: Decode }[] = [];
  let depth = 0;
  const decode = register(type, scope, (cursor) => {
    depth++;
    try {
      if (depth > deepest) throw new Error('its values are nested too deep');
      cursor.spend();
      return Object.fromEntries(fields.map(({ name, decode }) => [name, decode(cursor)]));
    } finally {
      depth--;
    }
  });
  const namespace = namespaceOf(type, scope);
  for (const field of listOf(type.fields)) {
    const { name, type: of } = field as { name?: unknown; type?: unknown };
    fields.push({ name: String(name), decode: build(of, { ...scope, namespace }) });
  }
  return decode;
}

function namespaceOf({ name, namespace }: Type, scope: Scope): string {
  const dot = String(name).lastIndexOf('.');
  if (dot >= 0) return String(name).slice(0, dot);
  return typeof namespace === 'string' ? namespace : scope.namespace;
}

/** Makes a named type known before its fields are looked at: they may name it. */
function register(type: Type, scope: Scope, decode: Decode): Decode {
  const name = String(type.name);
  const namespace = namespaceOf(type, scope);
  scope.names.set(name, decode);
  if (namespace && !name.includes('.')) scope.names.set(`${namespace}.${name}`, decode);
  return decode;
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error('its schema is none');
  return value;
}

/** Arrays and maps come in counted runs, up to an empty one. */
function runs(cursor: Cursor, each: () => void): void {
  for (let count = cursor.count(); count > 0; count = cursor.count()) {
    for (let index = 0; index < count; index++) {
      cursor.spend();
      each();
    }
  }
}
