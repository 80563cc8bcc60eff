import type { MessagePort } from 'node:worker_threads';
import { openNeighbours } from './searching.ts';
import { openBooks } from './sqlite/books.ts';
import { close, connect } from './sqlite/connect.ts';
import { standBack } from './stand-back.ts';
import type { WriterOptions, Written } from './thread.ts';
import { type WritingMethod, writeIn } from './writing.ts';

/** Answers calls of methods that write; null ends it when they are done. */
export function writeInThread(port: MessagePort, { path, native, searching }: WriterOptions): void {
  const connections = connect(path, native);
  standBack();
  const write = writeIn(openBooks(connections, openNeighbours(searching)));
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', (call: { id: number; method: WritingMethod; args: unknown[] } | null) => {
    if (call === null) {
      last.finally(() => {
        close(connections);
        port.close();
      });
      return;
    }
    const { id, method, args } = call;
    const written = write(method, args)
      .then((value): Written => ({ id, value }))
      .catch((error: unknown): Written => ({ id, error }))
      .then((answer) => port.postMessage(answer));
    last = Promise.all([last, written]);
  });
}
