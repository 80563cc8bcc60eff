'use client';
import { Button } from '@/components/ui/button.tsx';
import { Message } from '@/components/ui/message.tsx';

export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <Message alone title="This page could not be shown" className="py-24" tone="error">
      <p>{error.message}</p>
      <Button onClick={reset}>Try again</Button>
    </Message>
  );
}
