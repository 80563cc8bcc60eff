import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocateColumns, type Columns } from './columns.ts';
import { type Edition, openEditions } from './editions.ts';

interface Thread {
  isAtWork: boolean;
  /** What it reads while at work, and what it may write to. */
  reads: Edition | undefined;
  spare: Columns | undefined;
}

const step = fc.record({ thread: fc.nat(2), changes: fc.nat(2), isEnd: fc.boolean() });

test('no thread is lent memory that another reads or is lent, and each is given what is newest', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const editions = openEditions<Thread>();
      const threads = [0, 1, 2].map((): Thread => ({ isAtWork: false, reads: undefined, spare: undefined }));
      let change = 0;
      let newest: Edition | undefined;
      const memories = new Set<Columns>();
      for (const { thread: number, changes, isEnd } of steps) {
        const thread = threads[number] as Thread;
        change += changes;
        if (isEnd) {
          editions.forget(thread);
          threads[number] = { isAtWork: false, reads: undefined, spare: undefined };
        } else if (thread.isAtWork) {
          thread.isAtWork = false;
          if (thread.reads?.change === change) {
            editions.takeBack(thread, undefined);
            continue;
          }
          const columns = thread.spare ?? allocateColumns({ places: 0, facets: 0, files: 0 });
          memories.add(columns);
          const made = { change, met: 0, columns };
          editions.takeBack(thread, made);
          thread.reads = made;
          if (newest === undefined || newest.change < change) newest = made;
        } else {
          const { latest, spare } = editions.lend(thread);
          Object.assign(thread, { isAtWork: true, reads: latest ?? thread.reads, spare });
          expect(thread.reads?.change).toBe(newest?.change);
          const taken = threads
            .filter((other) => other.isAtWork)
            .flatMap((other) => [other.reads?.columns, other !== thread ? other.spare : undefined]);
          if (spare) expect([...taken, newest?.columns]).not.toContain(spare);
        }
      }
      if (!steps.some(({ isEnd }) => isEnd)) expect(memories.size).toBeLessThanOrEqual(6);
    }),
  );
});
