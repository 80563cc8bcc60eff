import type { Cursor } from './cursor.ts';
import { replaceSpan, type Trouble } from './problem.ts';
import type { Query } from './query.ts';

const comma = /\s*[,;，；、]\s*/;

/** The first part of a value that was typed as a list with commas. */
function listIn(
  value: Query,
  source: string,
): { span: { start: number; end: number }; codes: string[] } | undefined {
  switch (value.type) {
    case 'and':
    case 'or':
      for (const part of value.of) {
        const list = listIn(part, source);
        if (list) return list;
      }
      return undefined;
    case 'not':
      return listIn(value.include, source) ?? listIn(value.exclude, source);
    case 'phrase': {
      if (value.quoted) return undefined;
      const { span } = value;
      const codes = source.slice(span.start, span.end).split(comma).filter(Boolean);
      return codes.length > 1 ? { span, codes } : undefined;
    }
    default:
      return undefined;
  }
}

/** What is wrong with codes that commas part: each is found whole, so that no article would be found by all of them in a row. */
export function listTrouble({ source }: Cursor, _at: number, value: Query): Trouble | undefined {
  const list = listIn(value, source);
  if (!list) return undefined;
  const { span, codes } = list;
  const isBracketed = source.charAt(span.start - 1) === '(' && source.charAt(span.end) === ')';
  const instead = isBracketed ? codes.join(' or ') : `(${codes.join(' or ')})`;
  return {
    message: `“${source.slice(span.start, span.end)}” is a list; its parts are joined by or.`,
    span,
    expected: 'one code, or several in brackets: (a or b)',
    mends: [replaceSpan(source, span, instead)],
  };
}
