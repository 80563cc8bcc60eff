import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FileView } from '@/components/files/file-view.tsx';
import { missing, orMissing } from '@/data/missing.ts';
import { Prefetched, visitorClient } from '@/data/prefetch.tsx';

export const metadata: Metadata = { title: 'Place in a file' };

interface FilePageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ start?: string | string[]; end?: string | string[] }>;
}

export default async function FilePage({ params, searchParams }: FilePageProps) {
  const [id, { start = '0', end }] = [Number((await params).id), await searchParams];
  const span = { start: Number(start), end: Number(end ?? Number(start) + usualBytes) };
  if (!Number.isSafeInteger(id) || id < 1 || !isSpan(span)) notFound();
  const { imports } = await visitorClient();
  if ((await orMissing(imports.file.query({ id }))) === missing) notFound();
  return (
    <Prefetched wanted={({ api, cache }) => [cache.prefetchQuery(api.imports.file.queryOptions({ id }))]}>
      <FileView id={id} span={span} />
    </Prefetched>
  );
}

/** Bytes shown of a file where the address names no end. */
const usualBytes = 20_000;

function isSpan({ start, end }: { start: number; end: number }): boolean {
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end >= start;
}
