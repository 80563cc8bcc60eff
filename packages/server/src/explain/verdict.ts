import { applyRepairs } from '@pressmark/core';
import { type Explanation, explainQuery, type Query } from '@pressmark/core/query';
import {
  chosenIn,
  Dimension,
  isSelected,
  type Selection,
  type Store,
  type StoredArticle,
} from '@pressmark/store';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/** Why an article is among the results, or is not; the clauses of the query say the rest. */
export const Verdict = z.strictObject({
  id: z.string(),
  headline: z.string(),
  date: z.iso.date().nullable(),
  /** Whether the search finds it. */
  found: z.boolean(),
  /** Whether it meets the query, whatever is chosen. */
  holds: z.boolean(),
  /** Set where the vendor took it back: no search finds it. */
  withdrawn: z.boolean(),
  /** What is chosen, part by part, and whether the article fits. */
  selection: z.array(
    z.strictObject({
      by: z.union([Dimension, z.literal('dates'), z.literal('sample')]),
      /** Set where these values are excluded. */
      excluded: z.boolean(),
      values: z.array(z.string()),
      holds: z.boolean(),
    }),
  ),
});
type Verdict = z.infer<typeof Verdict>;
type Choice = Verdict['selection'][number];

function hasValues({ article, files }: StoredArticle, by: Dimension, values: string[]): boolean {
  if (by === 'file') return files.some(({ id }) => values.includes(String(id)));
  return isSelected(article, { [by]: values });
}

function choicesOf(stored: StoredArticle, { exclude, dates, sample: _, ...chosen }: Selection): Choice[] {
  const choices = (excluded: boolean) =>
    chosenIn(excluded ? exclude : chosen).map(([by, values]): Choice => {
      return { by, excluded, values, holds: hasValues(stored, by, values) !== excluded };
    });
  const { from = '', to = '' } = dates ?? {};
  const holds = isSelected(stored.article, { dates });
  return [
    ...choices(false),
    ...choices(true),
    ...(from || to ? [{ by: 'dates' as const, excluded: false, values: [from, to], holds }] : []),
  ];
}

/** Whether a sample of the hits holds an article that is among them. */
async function isDrawn(
  store: Store,
  wanted: { query: Query; selection: Selection },
  id: string,
): Promise<boolean> {
  for await (const drawn of store.ids(wanted)) if (drawn === id) return true;
  return false;
}

/** What of a query and of what is chosen an article meets; it is found by what its file says and by its repaired text. */
export async function articleFound(
  store: Store,
  { id, query, selection = {} }: { id: string; query: Query; selection: Selection | undefined },
): Promise<{ article: Verdict; explanation: Explanation }> {
  const stored = await store.get(id);
  if (!stored) throw new Refusal('NOT_FOUND', `The archive has no article ${id}.`);
  const { article, repairs, withdrawn, tags, note, duplicates } = stored;
  const facts = { tags, hasNote: note !== undefined, hasDuplicate: duplicates.length > 0 };
  const repaired = applyRepairs(
    article,
    repairs.filter(({ applied }) => applied),
  ).article;
  const explanations = [repaired, article].map((version) => explainQuery(query, version, facts));
  const explanation = explanations.find(({ verdict }) => verdict?.holds) ?? (explanations[0] as Explanation);
  const holds = explanation.verdict?.holds === true;
  const choices = choicesOf(stored, selection);
  let found = holds && withdrawn === undefined && choices.every((choice) => choice.holds);
  if (found && selection.sample) {
    found = await isDrawn(store, { query, selection }, article.id);
    const { size, seed } = selection.sample;
    choices.push({ by: 'sample', excluded: false, values: [`${size}`, `${seed}`], holds: found });
  }
  return {
    explanation,
    article: {
      id: article.id,
      headline: article.headline,
      date: article.publication?.date ?? null,
      found,
      holds,
      withdrawn: withdrawn !== undefined,
      selection: choices,
    },
  };
}
