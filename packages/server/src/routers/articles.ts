import { Article } from '@pressmark/core';
import {
  GetInput,
  GetOutput,
  getArticle,
  getVersion,
  PageOutput,
  pageArticles,
  SearchInput,
  SearchOutput,
  searchArticles,
  VersionInput,
} from '../articles.ts';
import { CiteInput, CiteOutput, citeArticles } from '../citations.ts';
import { ExplainInput, ExplainOutput, explainSearch } from '../explain/explain.ts';
import { LoosenInput, LoosenOutput, loosenSearch } from '../explain/loosen.ts';
import { SuggestInput, SuggestOutput, suggestValues } from '../explain/values.ts';
import {
  countFacets,
  countTimeline,
  FacetsInput,
  FacetsOutput,
  TimelineInput,
  TimelineOutput,
} from '../facets.ts';
import { procedure, router } from '../trpc.ts';

export const articles = router({
  search: procedure
    .input(SearchInput)
    .output(SearchOutput)
    .query(({ ctx, input }) => searchArticles(ctx.store, input)),
  page: procedure
    .input(SearchInput)
    .output(PageOutput)
    .query(({ ctx, input }) => pageArticles(ctx.store, input)),
  get: procedure
    .input(GetInput)
    .output(GetOutput)
    .query(({ ctx, input }) => getArticle(ctx.store, input)),
  version: procedure
    .input(VersionInput)
    .output(Article)
    .query(({ ctx, input }) => getVersion(ctx.store, input)),
  cite: procedure
    .input(CiteInput)
    .output(CiteOutput)
    .query(({ ctx, input }) => citeArticles(ctx.store, input)),
  facets: procedure
    .input(FacetsInput)
    .output(FacetsOutput)
    .query(({ ctx, input }) => countFacets(ctx.store, input)),
  timeline: procedure
    .input(TimelineInput)
    .output(TimelineOutput)
    .query(({ ctx, input }) => countTimeline(ctx.store, input)),
  explain: procedure
    .input(ExplainInput)
    .output(ExplainOutput)
    .query(({ ctx, input }) => explainSearch(ctx.store, input)),
  loosen: procedure
    .input(LoosenInput)
    .output(LoosenOutput)
    .query(({ ctx, input }) => loosenSearch(ctx.store, input)),
  suggest: procedure
    .input(SuggestInput)
    .output(SuggestOutput)
    .query(({ ctx, input }) => suggestValues(ctx.store, input)),
});
