import { tokenize } from './tokens.ts';

/** What an archive knows of an article beside what a file said; absent is none. */
export interface ArchiveFacts {
  /** Names that users gave it. */
  tags?: readonly string[] | undefined;
  /** Whether a user wrote a note to it. */
  hasNote?: boolean | undefined;
  /** Whether another article of the archive has the same text. */
  hasDuplicate?: boolean | undefined;
}

/** What `has=` may be asked for, each with what it finds. */
export const archiveStates = {
  note: 'a note stands beside it',
  duplicate: 'another article of the archive has the same text',
} as const;
export type ArchiveState = keyof typeof archiveStates;

/** Whether a word is one that `has=` may be asked for. */
export function isArchiveState(word: string): word is ArchiveState {
  return Object.hasOwn(archiveStates, word);
}

/** A tag as it is compared with others: its words, folded. `tag=` tells two tags apart where these differ. */
export function tagKey(name: string): string {
  return tokenize(name)
    .map(({ text }) => text)
    .join(' ');
}
