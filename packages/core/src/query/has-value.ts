import type { Span } from '../diagnostic.ts';
import { type ArchiveState, archiveStates, isArchiveState } from './archive-facts.ts';
import type { Cursor } from './cursor.ts';
import { replaceSpan, type Trouble } from './problem.ts';
import type { Query } from './query.ts';
import { quoteRun } from './trouble.ts';

/** The first part of a value of `has=` that is none of its words. */
function misfit(value: Query): Exclude<Query, { type: 'all' }> | undefined {
  switch (value.type) {
    case 'and':
    case 'or':
      return value.of.map(misfit).find((part) => part !== undefined);
    case 'not':
      return misfit(value.include) ?? misfit(value.exclude);
    case 'phrase': {
      const [term, ...more] = value.terms;
      return term && more.length === 0 && !term.prefix && isArchiveState(term.text) ? undefined : value;
    }
    case 'all':
      return undefined;
    default:
      return value;
  }
}

/** What people write for a word of `has=`. */
const written: [RegExp, ArchiveState][] = [
  [/^(?:not|annot|comment|remark)/, 'note'],
  [/^(?:dup|cop|twin|same)/, 'duplicate'],
];

/** What is wrong with the value of the `has=` at a place of the query. */
export function hasTrouble(cursor: Cursor, at: number, value: Query): Trouble | undefined {
  const part = misfit(value);
  if (!part) return undefined;
  const span: Span = part.span;
  const text = cursor.source.slice(span.start, span.end);
  const words = Object.keys(archiveStates);
  const plain = text.toLowerCase().replace(/^["“”„‟«»＂]+/, '');
  const meant = written.find(([pattern]) => pattern.test(plain));
  return {
    message: `has= takes ${words.join(' or ')}; “${text}” is neither.`,
    span,
    expected: words.join(', '),
    mends: [...(meant ? [replaceSpan(cursor.source, span, meant[1])] : []), quoteRun(cursor, at)],
  };
}
