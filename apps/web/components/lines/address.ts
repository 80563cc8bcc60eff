'use client';
import { lineSorts } from '@pressmark/core/query';
import { createSerializer, parseAsInteger, parseAsStringLiteral, useQueryStates } from 'nuqs';

export type LineSort = (typeof lineSorts)[number];

const parameters = {
  /** Articles, or every hit in its context. */
  view: parseAsStringLiteral(['articles', 'lines']).withDefault('articles'),
  order: parseAsStringLiteral(lineSorts).withDefault('date'),
  /** Characters on each side of a hit. */
  width: parseAsInteger.withDefault(60),
};

const serialize = createSerializer(parameters);

/** How hits are shown, as the address has it. */
export function useView() {
  const [{ view, order, width }, change] = useQueryStates(parameters, { history: 'push' });
  /** An address of the same search with the view in it. */
  const href = (address: string) => serialize(address, { view, order, width });
  return { view, order, width: Math.max(0, Math.min(1_000, width)), href, change };
}
