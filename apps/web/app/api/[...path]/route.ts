import { archive } from '@/data/archive.ts';

export const dynamic = 'force-dynamic';

/** Every request under /api goes to the server as it came; the server checks its caller. */
async function handle(request: Request): Promise<Response> {
  return (await archive()).fetch(request);
}

export { handle as DELETE, handle as GET, handle as HEAD, handle as POST, handle as PUT };
