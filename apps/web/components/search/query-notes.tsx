import type { QueryProblem } from '@pressmark/core/query';
import type { Page } from '@/data/types.ts';
import type { ChangeSearch } from './use-search.ts';

interface QueryNotesProps {
  problems: QueryProblem[];
  page: Page | undefined;
  /** What the query may be meant to say and does not, and what the archive does not have. */
  notes: QueryProblem[];
  q: string;
  change: ChangeSearch;
}

/** Under the box: what is wrong and the text that would do, or how the query was read and what is worth knowing of it. */
export function QueryNotes({ problems, page, notes, q, change }: QueryNotesProps) {
  if (problems.length > 0) {
    return (
      <div id="query-problem" role="alert" className="wrap-anywhere mt-2 space-y-1 text-error text-sm">
        <Problems problems={problems} change={change} />
      </div>
    );
  }
  const rewritten = page && q && page.query !== q.trim().replace(/\s+/g, ' ') ? page.query : null;
  if (!rewritten && notes.length === 0) return null;
  return (
    <div className="wrap-anywhere mt-2 space-y-0.5 text-faint text-sm">
      {rewritten ? (
        <p>
          Read as <span className="font-mono text-soft">{rewritten}</span>
        </p>
      ) : null}
      <Problems problems={notes} change={change} />
    </div>
  );
}

function Problems({ problems, change }: { problems: QueryProblem[]; change: ChangeSearch }) {
  return problems.map((problem) => (
    <Problem key={`${problem.line}:${problem.column}:${problem.message}`} problem={problem} change={change} />
  ));
}

function Problem({ problem, change }: { problem: QueryProblem; change: ChangeSearch }) {
  const { message, expected, mend, line, column } = problem;
  return (
    <p>
      {line > 1 ? `Line ${line}, character ${column}: ` : `Character ${column}: `}
      {message}
      {expected ? ` Expected here: ${expected}.` : ''}
      {mend === undefined ? null : (
        <>
          {' Search for '}
          <button type="button" onClick={() => change({ q: mend })} className="link text-left font-mono">
            {mend}
          </button>
          {' instead.'}
        </>
      )}
    </p>
  );
}
