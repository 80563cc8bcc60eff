import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportView } from '@/components/imports/import-view.tsx';
import { missing, orMissing } from '@/data/missing.ts';
import { Prefetched, visitorClient } from '@/data/prefetch.tsx';

export const metadata: Metadata = { title: 'Import' };

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  const id = Number((await params).id);
  if (!Number.isSafeInteger(id) || id < 1) notFound();
  const { imports } = await visitorClient();
  if ((await orMissing(imports.get.query({ id }))) === missing) notFound();
  return (
    <Prefetched wanted={({ api, cache }) => [cache.prefetchQuery(api.imports.get.queryOptions({ id }))]}>
      <ImportView id={id} />
    </Prefetched>
  );
}
