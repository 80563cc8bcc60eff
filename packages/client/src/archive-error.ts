import { QueryProblem } from '@pressmark/core/query';

/** A refusal or failure of one of the streamed routes. */
export class ArchiveError extends Error {
  /** HTTP status. */
  readonly status: number;
  /** What is wrong with the query, where that is the reason. */
  readonly problems: QueryProblem[];

  constructor(status: number, message: string, problems: QueryProblem[]) {
    super(message);
    this.name = 'ArchiveError';
    this.status = status;
    this.problems = problems;
  }
}

/** The problems of the query a call failed for, empty where it failed for another reason. */
export function problemsOf(error: unknown): QueryProblem[] {
  if (error instanceof ArchiveError) return error.problems;
  return readProblems(property(property(error, 'data'), 'problems'));
}

/** The error a response of a streamed route tells of. */
export async function errorOf(response: Response): Promise<ArchiveError> {
  const told: unknown = await response.json().catch(() => null);
  const message = property(told, 'error');
  return new ArchiveError(
    response.status,
    typeof message === 'string' ? message : `The archive answered with status ${response.status}.`,
    readProblems(property(told, 'problems')),
  );
}

function readProblems(value: unknown): QueryProblem[] {
  const result = QueryProblem.array().safeParse(value);
  return result.success ? result.data : [];
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
