import type { Metadata } from 'next';
import { SearchLink } from '@/components/search/search-link.tsx';
import { Message } from '@/components/ui/message.tsx';

export const metadata: Metadata = { title: 'No such page' };

export default function NotFound() {
  return (
    <Message alone title="There is no such page" className="py-24">
      <p>The address may have been cut short when it was copied.</p>
      <SearchLink />
    </Message>
  );
}
