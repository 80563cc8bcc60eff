import type { Article } from '@pressmark/core';
import { isNotFound, withArchive } from '../archive.ts';
import type { Command } from '../command.ts';
import { exit, Stop } from '../exit.ts';
import { bold, counted, dim, lineWidth, print, type Words, wrap, writeJson, yellow } from '../output.ts';

export const show: Command = {
  name: 'show',
  summary: 'Print one article.',
  argument: { name: '<id>', summary: 'its id, or its accession number' },
  options: [],
  example: 'pressmark show factiva:WSJO000020170408ed48001rx',
  run({ args: [id = ''], options }) {
    return withArchive(options, { missing: 'stop' }, async (client) => {
      const { article, withdrawn } = await client.api.articles.get.query({ id }).catch((error: unknown) => {
        if (isNotFound(error)) throw new Stop(exit.nothing, `The archive has no article ${id}.`);
        throw error;
      });
      if (withdrawn && !options.json) await print(yellow(withdrawalText(withdrawn)));
      await (options.json ? writeJson(article) : tell(article));
      return exit.ok;
    });
  },
};

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
