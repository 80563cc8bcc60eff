import { FileDown } from 'lucide-react';

/** Covers the page while files hang over it. */
export function DropOverlay() {
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-paper/90 p-6">
      <div className="grid size-full place-items-center rounded-xl border-2 border-accent border-dashed">
        <div className="flex flex-col items-center gap-3 rounded-xl bg-paper px-10 py-8 text-center">
          <FileDown size={32} className="text-accent" aria-hidden="true" />
          <p className="headline text-2xl">Drop to import</p>
          <p className="text-soft">
            Exports of any kind, single files or whole folders; the content decides how each is read.
          </p>
        </div>
      </div>
    </div>
  );
}
