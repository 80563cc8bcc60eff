import type { QueryProblem } from '@pressmark/core/query';
import { exit, Stop } from './exit.ts';

// Characters that take two columns in a terminal; an ideographic space keeps the caret below its place.
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u;

/** The end of a command whose query cannot be read: says every problem with its place. */
export function queryStop(query: string, problems: QueryProblem[]): Stop {
  const texts = problems.map((problem) => problemText(query, problem));
  return new Stop(exit.usage, ['The query cannot be read:', ...texts].join('\n'));
}

/** The line of a query, a caret below the place, the place and the reason, and what would do. */
export function problemText(
  query: string,
  { message, span, line, column, expected, mend }: QueryProblem,
): string {
  const text = query.split('\n')[line - 1] ?? '';
  const before = Array.from(text.slice(0, column - 1), (character) => {
    if (/\p{M}/u.test(character)) return '';
    return wide.test(character) ? '\u3000' : ' ';
  });
  const length = Math.max(1, Math.min(span.end - span.start, text.length - column + 1));
  const place = query.includes('\n') ? `Line ${line}, column ${column}` : `Column ${column}`;
  return [
    `  ${text.replaceAll('\t', ' ')}`,
    `  ${before.join('')}${'^'.repeat(length)}`,
    `  ${place}: ${message}`,
    ...(expected ? [`  Expected: ${expected}`] : []),
    ...(mend === undefined ? [] : [`  Instead: ${mend}`]),
  ].join('\n');
}
