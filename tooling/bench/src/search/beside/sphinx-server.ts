import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { tokenize } from '@pressmark/core/query';
import mysql, { type Connection } from 'mysql2/promise';
import { endWith } from '../../process.ts';
import { plainFacets } from '../corpus/plain.ts';

/** Facets as attributes of many values each. */
export const facetFields: readonly string[] = plainFacets;
/** Where the numbers stand that Sphinx has for values. */
export const valuesFile = 'values.json';

/** Letters fold as they do in core; a Latin letter that folds to two stays as it is. */
function foldings(): string {
  const letters = Array.from({ length: 0x180 - 0xc0 }, (_, at) => at + 0xc0).flatMap((code) => {
    const [token] = tokenize(String.fromCharCode(code));
    if (!token) return [];
    const to = token.text.length === 1 ? token.text.charCodeAt(0) : code;
    return to === code ? [hex(code)] : [`${hex(code)}->${hex(to)}`];
  });
  return ['0..9', 'a..z', 'A..Z->a..z', ...letters].join(', ');
}

const hex = (code: number): string => `U+${code.toString(16)}`;

/** The configuration of an index in a folder, filled with what a command prints, and of its server on a socket. */
export function configOf(folder: string, { command = 'true', socket = '' }): string {
  const attributes = facetFields.map((dimension) => `tsvpipe_attr_multi = ${dimension}`);
  return `
source articles {
  type = tsvpipe
  tsvpipe_command = ${command}
  tsvpipe_field = headline
  tsvpipe_field = notes
  tsvpipe_field = body
  tsvpipe_attr_uint = day
  tsvpipe_attr_uint = month
  ${attributes.join('\n  ')}
}
index articles {
  source = articles
  path = ${join(folder, 'articles')}
  dict = keywords
  min_word_len = 1
  charset_table = ${foldings()}
  min_prefix_len = 3
  html_strip = 1
  index_sp = 1
}
indexer {
  mem_limit = 512M
}
searchd {
  listen = ${socket}:mysql41
  pid_file = ${socket}.pid
  log = /dev/null
  workers = threads
  binlog_path =
}
`;
}

export interface Sphinx {
  connection: Connection;
  version: string;
  stop(): Promise<void>;
}

/** Starts Sphinx over an index, on a socket of its own. */
export async function startSphinx(folder: string): Promise<Sphinx> {
  const place = await mkdtemp(join(tmpdir(), 'pressmark-sphinx-'));
  const socket = join(place, 'socket');
  const config = join(place, 'sphinx.conf');
  await writeFile(config, configOf(folder, { socket }));
  const server = spawn('searchd', ['--nodetach', '--config', config], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-2_000);
    });
  }
  endWith(server);
  const isRunning = (): boolean => server.exitCode === null && server.signalCode === null;
  const connection = await connect(socket, isRunning).catch((error) => {
    server.kill();
    throw new Error(`Sphinx does not answer: ${said}`, { cause: error });
  });
  return {
    connection,
    version: /Sphinx (\S+?)-/.exec(said)?.[1] ?? '',
    async stop() {
      await connection.end();
      server.kill();
      if (isRunning()) await once(server, 'exit');
      await rm(place, { recursive: true, force: true });
    },
  };
}

async function connect(socketPath: string, isRunning: () => boolean): Promise<Connection> {
  for (;;) {
    try {
      return await mysql.createConnection({ socketPath, multipleStatements: true });
    } catch (error) {
      if (!isRunning()) throw error;
      await pause(50);
    }
  }
}
