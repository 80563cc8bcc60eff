import type { AppRouter } from '@pressmark/server';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

export type { AppRouter };
export type Page = Outputs['articles']['search'];
export type Hit = Page['hits'][number];
export type Snippet = Hit['snippet'];
export type Facets = Outputs['articles']['facets'];
export type Stored = Outputs['articles']['get'];
export type StoredRepair = Stored['repairs'][number];
export type Import = Outputs['imports']['list'][number];
export type ImportDetail = Outputs['imports']['get'];
export type ImportFile = ImportDetail['files'][number];
export type Totals = Outputs['archive']['totals'];
export type Timeline = Outputs['articles']['timeline'];
export type Bucket = Timeline['buckets'][number];
export type Selection = NonNullable<Inputs['articles']['facets']['selection']>;
export type Dimension = Inputs['articles']['facets']['by'][number];
export type Sort = NonNullable<Inputs['articles']['search']['sort']>;
export type Period = Inputs['articles']['timeline']['by'];
