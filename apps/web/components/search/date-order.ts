import { type DateOrder, localDay, parseQueries, settleDates } from '@pressmark/core/query';

const storageKey = 'pressmark-date-order';

/** How dates such as 05/06/2020 in queries are read, as chosen in this browser. */
export const dateOrder = {
  get: (): DateOrder => (localStorage.getItem(storageKey) === 'mdy' ? 'mdy' : 'dmy'),
  set: (order: DateOrder) => localStorage.setItem(storageKey, order),
};

/** A query as it goes into an address. Addresses are read day first by everyone: where months come first here, such dates are written out. */
export function settled(q: string): string {
  const order = dateOrder.get();
  return order === 'dmy' ? q : settleDates(q, { dateOrder: order, today: localDay() });
}

/** The same of labelled queries, one a line. */
export function settledLines(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  for (const { line, text: q } of parseQueries(text)) {
    const whole = lines[line - 1] as string;
    const start = whole.lastIndexOf(q);
    lines[line - 1] = whole.slice(0, start) + settled(q) + whole.slice(start + q.length);
  }
  return lines.join('\n');
}
