'use client';
import { useParams } from 'next/navigation';
import { SearchLink } from '@/components/search/search-link.tsx';
import { Message } from '@/components/ui/message.tsx';
import { idOfAddress } from './address.ts';

/** What stands at the address of an article that the archive does not have. */
export function UnknownArticle() {
  const { id } = useParams<{ id: string }>();
  return (
    <Message alone title="The archive does not have this article" className="py-24">
      <p className="break-all font-mono text-sm">{idOfAddress(id)}</p>
      <p>It may be in an export that has not been imported yet.</p>
      <SearchLink />
    </Message>
  );
}
