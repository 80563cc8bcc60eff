/** What articles can be written as; a test holds them against the writers of core, which are too slow to load for a flag. */
export const formats = ['jsonl', 'csv'] as const;
export type Format = (typeof formats)[number];
