'use client';
import { Failure } from '@/components/ui/failure.tsx';
import { DropPanel } from './drop-panel.tsx';
import { ImportList } from './import-list.tsx';
import { useImports } from './use-imports.ts';

/** The page of all imports: where files go in, and what each import brought. */
export function ImportsView() {
  const imports = useImports({ limit: 50 });
  return (
    <div className="mx-auto max-w-5xl pt-10">
      <h1 className="headline text-3xl">Imports</h1>
      <p className="mt-2 max-w-xl text-soft">
        Every file that came in, with the account of it: what it declared, what was found, and every byte that
        was not read. Importing the same file again does no harm.
      </p>
      <DropPanel className="mt-8" />
      <section aria-labelledby="all-imports" className="mt-12">
        <h2 id="all-imports" className="label border-hairline border-b pb-2">
          All imports
        </h2>
        {imports.error ? (
          <Failure error={imports.error} retry={imports.refetch} />
        ) : (
          <ImportList imports={imports.data} empty="Nothing has been imported yet." />
        )}
      </section>
    </div>
  );
}
