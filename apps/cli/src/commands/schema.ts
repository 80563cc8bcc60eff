import type { Command } from '../command.ts';
import { exit } from '../exit.ts';
import { writeJson } from '../output.ts';

export const schema: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of an article.',
  options: [],
  example: 'pressmark schema > article.schema.json',
  async run() {
    const { articleJsonSchema } = await import('@pressmark/core');
    await writeJson(articleJsonSchema());
    return exit.ok;
  },
};
