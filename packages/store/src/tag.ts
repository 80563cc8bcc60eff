import { tagKey } from '@pressmark/core/query';
import { z } from 'zod';

/** Characters that a tag may have. */
const longest = 60;

/** A name that users give articles: white space is folded; two are the same tag where `tagKey` of core makes them one. */
export const TagName = z
  .string()
  // Long before the fold, so that a text is no work.
  .max(1_000)
  .transform((name) => name.toWellFormed().replace(/\s+/g, ' ').trim())
  .pipe(
    z
      .string()
      .max(longest, `a tag has at most ${longest} characters`)
      .refine((name) => tagKey(name) !== '', 'a tag needs a letter or a digit'),
  );
export type TagName = z.infer<typeof TagName>;

/** A tag as it was first written, with the number of articles that carry it. */
export const Tag = z.strictObject({ name: z.string(), articles: z.int().nonnegative() });
export type Tag = z.infer<typeof Tag>;

/** What became of giving or taking a tag. */
export const Tagging = z.strictObject({
  /** The tag as it is written in the archive. */
  name: z.string(),
  /** Articles that were changed. */
  changed: z.int().nonnegative(),
  /** Of those named, the ones of which the archive knows nothing. */
  unknown: z.array(z.string()),
});
export type Tagging = z.infer<typeof Tagging>;

/** What is to be tagged: articles by id or accession number, withdrawn ones too. */
export interface TagOrder {
  name: TagName;
  articles: readonly string[];
  /** Nothing is changed: only told what would be. */
  dryRun?: boolean | undefined;
}

/** The book of tags: an article has each tag once, and keeps it when it is updated, withdrawn or brought again. */
export interface TagStore {
  add(order: TagOrder): Promise<Tagging>;
  /** A tag that no article carries any more is none. */
  remove(order: TagOrder): Promise<Tagging>;
  /** Every tag, by name; articles that are withdrawn do not count. */
  list(): Promise<Tag[]>;
}
