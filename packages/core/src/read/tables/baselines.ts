/** How the files of one reader were read when they were measured: the worst of them. */
export interface Baseline {
  id: string;
  version: number;
  /** Largest share of a file's bytes that was unread. */
  unread: number;
  /** Smallest share of a file's articles that have the field; fields that whole files lack are left out. */
  fields: Record<string, number>;
}

/** Measured over the generated exports and the real samples by `baselines.test.ts` in tooling/fixtures, which writes them. */
export const baselines: readonly Baseline[] = [];
