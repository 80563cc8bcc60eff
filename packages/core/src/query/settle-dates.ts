import { type ParseOptions, parseQuery } from './parse.ts';
import { replaceSpan } from './problem.ts';

/**
 * The text of a query with each date that could be two days, such as 05/06/2020, written as year, month and day, the way it
 * was read: it then means the same to everyone. A text that cannot be read stays as it is.
 */
export function settleDates(text: string, options: ParseOptions): string {
  const parsed = parseQuery(text, options);
  if (!parsed.ok) return text;
  const settled = parsed.notes.reduceRight((now, { span, mend }) => {
    if (mend === undefined) return now;
    return replaceSpan(now, span, mend.slice(span.start, span.end + mend.length - text.length));
  }, text);
  // A parse notes so many dates and no more.
  return settled === text ? text : settleDates(settled, options);
}
