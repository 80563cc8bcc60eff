import { DropPanel } from '@/components/imports/drop-panel.tsx';
import { Message } from '@/components/ui/message.tsx';

/** The search page of an archive without articles: where to get some. */
export function EmptyArchive() {
  return (
    <div className="max-w-4xl pt-10">
      <Message title="The archive is empty">
        <p>There is nothing to search yet.</p>
      </Message>
      <DropPanel className="mt-6" />
    </div>
  );
}
