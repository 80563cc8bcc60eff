import { notFound, redirect } from 'next/navigation';
import { savedHref } from '@/components/saved/address.ts';
import { visitorClient } from '@/data/prefetch.tsx';

type Props = { params: Promise<{ id: string }> };

/** Where a feed leads: the saved search on the search page. */
export default async function SavedSearchPage({ params }: Props) {
  const { id } = await params;
  const saved = await (await visitorClient()).searches.list.query();
  const search = saved.find((one) => String(one.id) === id);
  if (!search) notFound();
  redirect(savedHref(search));
}
