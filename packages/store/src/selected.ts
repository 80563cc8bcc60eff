import type { Article } from '@pressmark/core';
import type { Dimension, Selection } from './contract.ts';
import { facetsOf, foldedValue } from './facets.ts';
import { dayOf } from './key.ts';
import { isPeriod, periodOf } from './periods.ts';
import { chosenIn } from './selection.ts';

/** Everything an article counts under in a dimension; null for the files, of which an article knows nothing. */
function valuesOf(article: Article, dimension: Dimension): string[] | null {
  if (dimension === 'file') return null;
  if (isPeriod(dimension)) return [periodOf(dayOf(article.publication?.date), dimension)];
  return facetsOf(article)
    .filter((facet) => facet.dimension === dimension)
    .map(({ value }) => foldedValue(dimension, value));
}

/** Whether an article has the chosen facet values, as far as it can tell by itself: files and samples are left aside. */
export function isSelected(article: Article, selection: Selection): boolean {
  const has = ([dimension, chosen]: [Dimension, string[]], otherwise: boolean) => {
    const wanted = chosen.map((value) => foldedValue(dimension, value));
    return valuesOf(article, dimension)?.some((value) => wanted.includes(value)) ?? otherwise;
  };
  const { exclude, dates } = selection;
  const date = article.publication?.date;
  return (
    chosenIn(selection).every((chosen) => has(chosen, true)) &&
    !chosenIn(exclude).some((excluded) => has(excluded, false)) &&
    (dates === undefined ||
      (date !== undefined && date >= (dates.from ?? '') && date <= (dates.to ?? '9999-12-31')))
  );
}
