'use client';
import type { Diagnostic, RepairedPlace, Span } from '@pressmark/core';
import { createContext, useContext } from 'react';
import type { StoredRepair } from '@/data/types.ts';

/** What is to stand at a damaged place, and why. */
export interface Wanted {
  to: string;
  reason: string;
}

/** The repairs of the article that is shown, and what can be done about its damage. */
export interface Repairs {
  places: RepairedPlace<StoredRepair>[];
  /** What the file says at a damaged place. */
  fromOf(damage: Diagnostic & { path: string; span: Span }): string;
  /** Absent where the article can only be looked at. Resolves once the article is shown anew. */
  accept?(damage: Diagnostic & { path: string; span: Span }, wanted: Wanted): Promise<void>;
  takeBack?(repair: StoredRepair): Promise<void>;
}

export const RepairContext = createContext<Repairs>({ places: [], fromOf: () => '' });

export const useRepairs = (): Repairs => useContext(RepairContext);
