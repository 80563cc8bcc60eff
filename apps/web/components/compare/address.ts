'use client';
import {
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from 'nuqs';
import { useState } from 'react';
import { periods } from '@/components/search/address.ts';
import { settledLines } from '@/components/search/date-order.ts';

const parameters = {
  /** The labelled queries, one a line. */
  queries: parseAsString.withDefault(''),
  /** Each line is a name, looked for as it stands. */
  names: parseAsBoolean.withDefault(false),
  by: parseAsStringLiteral(periods).withDefault('year'),
  /** Shares of all articles of a period instead of counts. */
  share: parseAsBoolean.withDefault(false),
  /** The numbers instead of the chart. */
  table: parseAsBoolean.withDefault(false),
  /** Lines of the queries that are not drawn. */
  hide: parseAsArrayOf(parseAsInteger).withDefault([]),
};

/** Longer addresses are refused by servers on the way, ours among them. */
const longestAddress = 6_000;

/** What is compared and how it is shown, as the address has it; queries too long for an address stay in this tab. */
export function useCompareAddress() {
  const [address, change] = useQueryStates(parameters, { history: 'push' });
  const [long, setLong] = useState<string | null>(null);
  const compare = (typed: string, names: boolean) => {
    const queries = names ? typed : settledLines(typed);
    const isLong = encodeURIComponent(queries).length > longestAddress;
    setLong(isLong ? queries : null);
    void change({ queries: isLong ? null : queries || null, names, hide: null });
  };
  return { ...address, queries: long ?? address.queries, isLong: long !== null, change, compare };
}

export type CompareAddress = ReturnType<typeof useCompareAddress>;
