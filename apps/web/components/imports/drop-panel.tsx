'use client';
import clsx from 'clsx';
import { Files, FolderOpen } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { useUploads } from './upload-context.ts';

/** Where to drop, and the two pickers for those who would rather choose. */
export function DropPanel({ className, children }: { className?: string; children?: React.ReactNode }) {
  const { pickFiles, pickFolder } = useUploads();
  return (
    <section
      aria-label="Import files"
      className={clsx('rounded-lg border border-rule border-dashed px-6 py-7 sm:px-8', className)}
    >
      <p className="headline text-xl">Drop exports anywhere on this page</p>
      <p className="mt-1.5 max-w-lg text-soft text-sm">
        RTF, HTML, text, PDF, XML, JSON, CSV, Avro, e-mail or zip, single files or whole folders. The content
        decides how each is read, not its name. Nothing leaves this machine.
      </p>
      <div className="mt-5 flex flex-wrap gap-2.5">
        <Button look="solid" onClick={pickFiles}>
          <Files size={15} aria-hidden="true" />
          Choose files
        </Button>
        <Button onClick={pickFolder}>
          <FolderOpen size={15} aria-hidden="true" />
          Choose a folder
        </Button>
        {children}
      </div>
    </section>
  );
}
