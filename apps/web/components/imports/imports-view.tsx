'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Failure } from '@/components/ui/failure.tsx';
import { DropPanel } from './drop-panel.tsx';
import { ImportList } from './import-list.tsx';
import { useImports } from './use-imports.ts';

/** Imports shown at first and with each press, and the most that the archive tells of at once. */
const [step, most] = [50, 500];

/** The page of all imports: where files go in, and what each import brought. */
export function ImportsView() {
  const [limit, setLimit] = useState(step);
  const imports = useImports({ limit });
  const isMore = imports.data?.length === limit && limit < most;
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
        {isMore ? (
          <Button className="mt-4" onClick={() => setLimit(Math.min(limit + step, most))}>
            Show earlier imports
          </Button>
        ) : null}
      </section>
    </div>
  );
}
