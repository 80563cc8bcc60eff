import { readerLabel } from '@pressmark/core';
import type { Examination } from './examination.ts';
import { bold, count, counted, dim, green, inLine, red, type Words, yellow } from './output.ts';

const spanNames: Record<string, string> = {
  article: 'articles',
  front: 'front matter',
  boilerplate: 'markup between',
  trailer: 'trailer',
  member: 'files in it',
  withdrawal: 'withdrawals',
  converted: 'converted',
  unread: 'unread',
};
const colours = { error: red, warning: yellow, info: dim };
const severities = ['error', 'warning', 'info'] as const;
// More places of one kind tire the eye; `--json` has them all.
const mostPlaces = 10;

/** The lines that explain a file to people. */
export function examinationLines(examination: Examination): Words[][] {
  return [
    [bold(inLine(examination.file))],
    ...summaryLines(examination),
    ...scoreLines(examination),
    ...ledgerLines(examination),
    ...fieldLines(examination),
    ...placeLines(
      'Not read',
      examination.spans.filter(({ kind }) => kind === 'unread'),
    ),
    ...placeLines('In no known place', examination.unplaced),
    ...diagnosticLines(examination),
    [''],
  ];
}

const heading = (text: string): Words[] => ['  ', bold(text)];
const row = (name: string, ...words: Words[]): Words[] => ['  ', name.padEnd(14), ...words];

function summaryLines(examination: Examination): Words[][] {
  const { reader, bytes, charset, declared, found, rejected, balanced } = examination;
  const declares = declared === null ? 'the file declares no number' : `${count(declared)} declared`;
  const state = balanced ? green('balanced') : red('not balanced');
  return [
    row(
      'Format',
      reader === null ? red('none that is known') : readerLabel(reader),
      dim(reader ? ` (${reader})` : ''),
    ),
    row('Size', counted(bytes, 'byte'), ...(charset ? [`, ${charset}`] : [])),
    row(
      'Articles',
      `${count(found)} found, ${declares}`,
      rejected ? red(`, ${rejected} rejected`) : '',
      ', ',
      state,
    ),
  ];
}

function scoreLines({ scores }: Examination): Words[][] {
  if (scores.length === 0) return [];
  const best = scores.filter(({ score }, at) => at === 0 || score > 0);
  const others = scores.filter((score) => !best.includes(score)).map(({ reader }) => readerLabel(reader));
  return [
    heading('How it was recognised'),
    ...best.flatMap(({ reader, score, anchors = [] }) => [
      ['    ', readerLabel(reader), dim(`  score ${score.toFixed(2)}`)],
      ...anchors.map(({ what, found }): Words[] => ['      ', found ? green('✓ ') : yellow('✗ '), what]),
    ]),
    ...(others.length > 0 ? [['    ', dim(`score 0: ${others.join(', ')}`)]] : []),
  ];
}

function ledgerLines({ spans, bytes }: Examination): Words[][] {
  if (bytes === 0) return [];
  const sums = new Map<string, number>();
  for (const { kind, start, end } of spans) sums.set(kind, (sums.get(kind) ?? 0) + end - start);
  const lines = [...sums].map(([kind, sum]): Words[] => {
    const text = `${(spanNames[kind] ?? kind).padEnd(18)}${count(sum).padStart(14)}  ${share(sum, bytes).padStart(7)}`;
    return ['    ', kind === 'unread' ? yellow(text) : text];
  });
  return [heading('Where its bytes went'), ...lines];
}

const share = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)} %`;

function fieldLines({ fields }: Examination): Words[][] {
  if (!fields || fields.articles === 0) return [];
  const { articles, found } = fields;
  const rows = Object.entries(found).sort(([, a], [, b]) => b - a);
  const present = rows.filter(([, times]) => times > 0);
  const missing = rows.filter(([, times]) => times === 0).map(([field]) => field);
  return [
    heading(`Fields of ${counted(articles, 'article')} with a text`),
    ...present.map(([field, times]): Words[] => [
      '    ',
      field.padEnd(18),
      count(times).padStart(8),
      dim(`  ${share(times, articles).padStart(7)}`),
    ]),
    ...(missing.length > 0 ? [['    ', dim(`in none: ${missing.join(', ')}`)]] : []),
  ];
}

type Place = Examination['spans'][number];

function placeLines(title: string, places: readonly Place[]): Words[][] {
  if (places.length === 0) return [];
  const shown = places.slice(0, mostPlaces).map(({ start, end, article, text = '' }): Words[] => {
    const where = article === undefined ? '' : ` of article ${article}`;
    return [
      '    ',
      dim(`bytes ${start} to ${end}${where}  `),
      `“${text.replace(/\s+/gu, ' ').slice(0, 100)}”`,
    ];
  });
  return [heading(title), ...shown, ...more(places.length)];
}

function more(length: number): Words[][] {
  return length > mostPlaces
    ? [['    ', dim(`and ${count(length - mostPlaces)} more; --json has them all`)]]
    : [];
}

type Found = Examination['diagnostics'][number];

/** A line a code, with the first place; errors first. */
function diagnosticLines({ diagnostics }: Examination): Words[][] {
  const kinds = new Map<string, Found[]>();
  for (const found of diagnostics) {
    const same = kinds.get(found.code);
    if (same) same.push(found);
    else kinds.set(found.code, [found]);
  }
  const rank = ([first]: Found[]) => severities.indexOf(first?.severity ?? 'info');
  const sorted = [...kinds.values()].sort((a, b) => rank(a) - rank(b));
  if (sorted.length === 0) return [];
  return [heading('What was noticed'), ...sorted.flatMap((found) => diagnosticLine(found))];
}

function diagnosticLine([first, ...others]: Found[]): Words[][] {
  if (!first) return [];
  const { severity, code, message } = first;
  const times = [first, ...others].reduce((sum, one) => sum + (one.count ?? 1), 0);
  const often = times > 1 ? ` (${count(times)} times, first here)` : '';
  return [['    ', colours[severity](severity), ` ${code}${often}: ${message}`, dim(placeOf(first))]];
}

function placeOf({ article, path, span }: Found): string {
  const parts = [
    ...(article === undefined ? [] : [`article ${article}`]),
    ...(path ? [path] : []),
    ...(span && !path ? [`bytes ${span.start} to ${span.end}`] : []),
  ];
  return parts.length > 0 ? ` [${parts.join(', ')}]` : '';
}
