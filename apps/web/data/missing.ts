/** What stands for something the archive does not have. */
export const missing = Symbol('missing');

/** The answer of the archive, `missing` where it has no such thing, null where it failed: the browser asks again then. */
export function orMissing<Answer>(answer: Promise<Answer>): Promise<Answer | typeof missing | null> {
  return answer.catch((error: { data?: { code?: string } }) =>
    error.data?.code === 'NOT_FOUND' ? missing : null,
  );
}
