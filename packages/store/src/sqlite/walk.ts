import { setImmediate } from 'node:timers/promises';
import type { Wanted } from '../contract.ts';
import type { Place } from '../cursor.ts';
import type { Finder } from './find.ts';

/** Articles read in one go. */
const chunk = 500;

interface WalkSources {
  finder: Finder;
  /** Reads in one moment, whatever is written meanwhile. */
  atOnce<T>(read: () => T): T;
  idAt(key: number): string;
  /** None where there is no article of this id now. */
  keysOf(id: string): number[];
}

/** What is read of every hit. */
type Read<T> = (key: number) => T;

/** Makes the walk over every hit, newest first, in constant memory. */
export function openWalk({ finder, atOnce, idAt, keysOf }: WalkSources) {
  /** A sample is drawn once, and what of it is gone later is passed over. */
  async function* walkSample<T>(wanted: Wanted, read: Read<T>): AsyncGenerator<T> {
    const drawn = atOnce(() => [...(finder.prepare(wanted).hits?.() ?? [])].reverse().map(idAt));
    for (let at = 0; at < drawn.length; at += chunk) {
      yield* atOnce(() => drawn.slice(at, at + chunk).flatMap((id) => keysOf(id).map(read)));
      await setImmediate();
    }
  }

  return async function* walk<T>(wanted: Wanted, read: Read<T>): AsyncGenerator<T> {
    if (wanted.selection?.sample) return yield* walkSample(wanted, read);
    let after: Place | undefined;
    do {
      const items = atOnce(() => {
        const found = finder.prepare(wanted);
        const places = finder.page(found, { sort: 'newest', limit: chunk, after });
        after = places.length < chunk ? undefined : places.at(-1);
        return places.map(({ key }) => read(key));
      });
      yield* items;
      await setImmediate();
    } while (after !== undefined);
  };
}
