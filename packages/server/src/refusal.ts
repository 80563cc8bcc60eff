import type { QueryProblem } from '@pressmark/core/query';
import { DiskFull, QueryLimit } from '@pressmark/store';
import type { z } from 'zod';

/** Why a request is not answered, and the HTTP status that says so; the names are tRPC's. */
export const refusalStatus = {
  BAD_REQUEST: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  SERVICE_UNAVAILABLE: 503,
} as const;
export type RefusalCode = keyof typeof refusalStatus;

/** A request that cannot be met, with words for the caller; every other error is a fault of ours and stays inside. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly problems: QueryProblem[];

  constructor(code: RefusalCode, message: string, problems: QueryProblem[] = []) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.problems = problems;
  }
}

/** The refusal that an error is: one of ours, a limit of the store or a full disk; undefined for every other. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof DiskFull) return new Refusal('SERVICE_UNAVAILABLE', error.message);
  return error instanceof QueryLimit ? new Refusal('BAD_REQUEST', error.message) : undefined;
}

/** What a caller is told of a fault of ours. */
export const faultMessage = 'Something went wrong inside the archive.';

/** Words for input that does not fit its schema. */
export function describeIssues(error: z.core.$ZodError): string {
  return error.issues
    .slice(0, 5)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}
