'use client';
import { reasonOf } from '@/data/reason.ts';
import { Button } from './button.tsx';
import { Message } from './message.tsx';

/** A part of the page whose data did not come, and the way to ask again. */
export function Failure({ error, retry }: { error: { message: string }; retry(): void }) {
  return (
    <Message title="The archive did not answer" tone="error" className="py-8">
      <p className="break-words">{reasonOf(error)}</p>
      <Button onClick={retry}>Try again</Button>
    </Message>
  );
}
