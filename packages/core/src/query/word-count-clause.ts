import { type Cursor, fail, peek, spanFrom } from './cursor.ts';
import type { Query } from './query.ts';
import { quoteRun } from './trouble.ts';

/** Larger than any article. */
const most = 99_999_999;

/** Both ends of `wc>500`, inclusive. */
function boundsOf(sign: string, count: number): { min?: number; max?: number } {
  switch (sign) {
    case '>':
      return { min: count + 1 };
    case '>=':
    case '≥':
      return { min: count };
    case '<':
      return { max: count - 1 };
    case '<=':
    case '≤':
      return { max: count };
    default:
      return { min: count, max: count };
  }
}

/** `wc>500`, `wc<100`, `wc>=500`, `wc<=100`, `wc=100`. */
export function parseWordCount(cursor: Cursor): Query | null {
  const lexeme = peek(cursor);
  if (lexeme.kind !== 'words') return null;
  const { span, sign, value } = lexeme;
  if (cursor.insideField) {
    return fail(cursor, { message: 'A word count stands outside the brackets of a field.', span });
  }
  const count = /^\d{1,8}$/.test(value) ? Number(value) : Number.NaN;
  const bounds = boundsOf(sign, count);
  if (!(count <= most) || (bounds.max ?? 0) < 0) {
    const message =
      value === '' ? 'The number of words is missing.' : `“${value}” is not a number of words here.`;
    const plain = value.replace(/[.,](?=\d{3}\b)/g, '');
    const source = cursor.source;
    const mended = `${source.slice(0, span.end - value.length)}${plain}${source.slice(span.end)}`;
    const mends = [...(plain === value ? [] : [mended]), quoteRun(cursor, cursor.at)];
    return fail(cursor, { message, span, expected: 'a number of words such as wc>500', mends });
  }
  cursor.at++;
  return { type: 'words', ...bounds, span: spanFrom(cursor, span.start) };
}

/** A range of word counts as it is typed. */
export function printWordCount({ min, max }: { min?: number | undefined; max?: number | undefined }): string {
  if (min === undefined) return `wc<${(max ?? most) + 1}`;
  if (max === undefined) return min > 0 ? `wc>${min - 1}` : `wc>=${min}`;
  return `wc=${max}`;
}
