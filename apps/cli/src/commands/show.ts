import type { Article } from '@pressmark/core';
import { type Client, isNotFound, withArchive } from '../archive.ts';
import type { Command } from '../command.ts';
import { exit, Stop } from '../exit.ts';
import { bold, counted, dim, lineWidth, print, type Words, wrap, writeJson, yellow } from '../output.ts';

export const show: Command = {
  name: 'show',
  summary: 'Print one article.',
  argument: { name: '<id>', summary: 'its id, or its accession number' },
  options: [],
  example: `pressmark show factiva:WSJO000020170408ed48001rx

JSON: { article, tags, note, duplicates }: the article as the schema has it, and beside it what the archive knows of it: tags,
the note ({ text, writtenAt }; absent without one), and the ids of other articles with the same text.`,
  run({ args: [id = ''], options }) {
    return withArchive(options, { missing: 'stop' }, async (client) => {
      const stored = await client.api.articles.get.query({ id }).catch((error: unknown) => {
        if (isNotFound(error)) throw new Stop(exit.nothing, `The archive has no article ${id}.`);
        throw error;
      });
      const { article, withdrawn, tags, note, duplicates } = stored;
      if (options.json) await writeJson({ article, tags, ...(note && { note }), duplicates });
      else {
        if (withdrawn) await print(yellow(withdrawalText(withdrawn)));
        await tell(article);
        for (const line of known(stored)) await print(...line);
      }
      return exit.ok;
    });
  },
};

type Stored = Awaited<ReturnType<Client['api']['articles']['get']['query']>>;

/** What the archive knows of the article beside what the file said. */
function known({ tags, note, duplicates }: Stored): Words[][] {
  return [
    ...(tags.length > 0 ? [[bold('Tags: '), tags.join(', ')]] : []),
    ...(note ? wrap(`Note: ${note.text}`, lineWidth()).map((line): Words[] => [line]) : []),
    ...(duplicates.length > 0 ? [[bold('Same text: '), duplicates.join(', ')]] : []),
  ];
}

function withdrawalText({ at, file }: { at: string; file: { file: string } | null }): string {
  const by = file ? ` by ${file.file}` : '';
  return `The vendor withdrew this article (${at.slice(0, 10)}${by}); no search finds it.`;
}

async function tell(article: Article): Promise<void> {
  for (const line of [...head(article), ...body(article), ...foot(article)]) await print(...line);
}

function head({ headline, subheadline, kicker, section, byline, ...article }: Article): Words[][] {
  const above = [section, kicker].filter(Boolean).join(' · ');
  return [
    ...(above ? [[dim(above)]] : []),
    ...wrap(headline || '(no headline)', lineWidth()).map((line) => [bold(line)]),
    ...(subheadline ? wrap(subheadline, lineWidth()).map((line) => [line]) : []),
    ...(byline ? wrap(byline, lineWidth()).map((line) => [line]) : []),
    ...wrap(origin(article), lineWidth()).map((line) => [dim(line)]),
  ];
}

/** In Factiva's order: source, time, date, words, language, page. */
function origin({ source, publication, wordCount, language, page }: Partial<Article>): string {
  const words = wordCount?.stated ?? wordCount?.counted;
  const time = [publication?.time, publication?.zone].filter(Boolean).join(' ');
  const parts = [
    source?.code ? `${source.name} (${source.code})` : source?.name,
    time,
    publication?.date,
    words === undefined ? '' : counted(words, 'word'),
    language,
    page && `page ${page}`,
  ];
  return parts.filter(Boolean).join(', ');
}

const indents: Partial<Record<Article['body'][number]['kind'], string>> = {
  list: '  • ',
  related: '  • ',
  table: '  ',
  note: '  ',
  contact: '  ',
};

function body({ body: paragraphs, kind }: Article): Words[][] {
  if (kind === 'headline') return [[], [dim('The file shows this item without its text.')]];
  return paragraphs.flatMap(({ kind: paragraph, text }) => {
    const indent = indents[paragraph] ?? '';
    // A table keeps its lines: wrapping would tear its columns.
    const lines = paragraph === 'table' ? text.split('\n') : wrap(text, lineWidth() - indent.length);
    const shown = lines.map((line, index): Words[] => [
      index === 0 ? indent : ' '.repeat(indent.length),
      paragraph === 'heading' ? bold(line) : line,
    ]);
    return [[], ...shown];
  });
}

function foot({ copyright, provenance, id, diagnostics }: Article): Words[][] {
  const trouble = diagnostics.filter(({ severity }) => severity !== 'info');
  const { file, span } = provenance;
  return [
    [],
    ...(copyright ? wrap(copyright, lineWidth()).map((line) => [dim(line)]) : []),
    [dim(`${id} · ${file}, bytes ${span.start} to ${span.end}`)],
    ...trouble.map(({ severity, message, path }) => [
      yellow(severity),
      ` ${message}${path ? ` [${path}]` : ''}`,
    ]),
  ];
}
