const unanswered = 'Pressmark does not answer. Is it still running? Start it again and try once more.';

/** Why a call failed. Of a server that is gone a browser throws a TypeError, in words of its own. */
export function reasonOf(error: { message: string }): string {
  const isGone = error instanceof TypeError || (error instanceof Error && error.cause instanceof TypeError);
  return isGone ? unanswered : error.message;
}
