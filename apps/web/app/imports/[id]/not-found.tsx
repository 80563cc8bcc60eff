import type { Metadata } from 'next';
import Link from 'next/link';
import { Message } from '@/components/ui/message.tsx';

export const metadata: Metadata = { title: 'No such import' };

export default function ImportNotFound() {
  return (
    <Message alone title="There is no such import" className="py-24">
      <p>The archive at hand may be another one than the address was copied from.</p>
      <p>
        <Link href="/imports" className="link">
          Imports
        </Link>
      </p>
    </Message>
  );
}
