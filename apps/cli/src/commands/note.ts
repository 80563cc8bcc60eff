import { type Client, isNotFound, withArchive } from '../archive.ts';
import type { Command, Globals } from '../command.ts';
import { type Exit, exit, Stop } from '../exit.ts';
import { dim, print, say, writeJson } from '../output.ts';

interface NoteOptions extends Globals {
  clear?: boolean;
}

export const note: Command<NoteOptions> = {
  name: 'note',
  summary: 'Print the note to an article, write it, or clear it.',
  argument: {
    name: '<words...>',
    summary: 'the id or accession number of the article, then the text; - reads it from stdin',
  },
  options: [{ flags: '--clear', summary: 'clear the note; what it said is printed' }],
  example: `pressmark note HARBC00020211117ehbh0001t 'Compare with the second edition.'
  pressmark note HARBC00020211117ehbh0001t - < note.txt
  pressmark search 'has:note'

JSON: { id, note }, where note is { text, writtenAt }, or null where there is none; with --clear, the note there was.`,
  async run({ args: [id = '', ...words], options }) {
    if (options.clear && words.length > 0)
      throw new Stop(exit.usage, 'Say either a text or --clear, not both.');
    const text = words.length === 1 && words[0] === '-' ? await readStdin() : words.join(' ');
    return withArchive(options, { missing: 'stop' }, async (client) => {
      if (options.clear) return clear(client, id, options);
      return words.length > 0 ? write(client, { id, text }, options) : tell(client, id, options);
    });
  },
};

/** The text on stdin, without the ends of lines behind it. */
async function readStdin(): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of process.stdin) text += decoder.decode(chunk as Uint8Array, { stream: true });
  return (text + decoder.decode()).replace(/[\r\n]+$/, '');
}

async function write(
  { api }: Client,
  { id, text }: { id: string; text: string },
  { json }: NoteOptions,
): Promise<Exit> {
  const written = await api.notes.write.mutate({ article: id, text });
  if (json) await writeJson({ id, note: written });
  else say('The note is written.');
  return exit.ok;
}

async function clear({ api }: Client, id: string, { json }: NoteOptions): Promise<Exit> {
  const cleared = await api.notes.clear.mutate({ article: id });
  if (json) await writeJson({ id, note: cleared });
  else await print(cleared.text);
  return exit.ok;
}

async function tell({ api }: Client, id: string, { json }: NoteOptions): Promise<Exit> {
  const stored = await api.articles.get.query({ id }).catch((error: unknown) => {
    if (isNotFound(error)) throw new Stop(exit.nothing, `The archive has no article ${id}.`);
    throw error;
  });
  const { note: found = null } = stored;
  if (json) await writeJson({ id, note: found });
  else if (found) await print(found.text, '\n', dim(found.writtenAt));
  else say('There is no note to this article.');
  return found ? exit.ok : exit.nothing;
}
