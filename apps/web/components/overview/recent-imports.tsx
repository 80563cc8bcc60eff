'use client';
import Link from 'next/link';
import { ImportList } from '@/components/imports/import-list.tsx';
import { useImports } from '@/components/imports/use-imports.ts';
import { recentImports } from './recent.ts';

export function RecentImports() {
  const imports = useImports(recentImports);
  return (
    <section>
      <h2 className="label flex justify-between border-hairline border-b pb-2">
        Recent imports
        <Link href="/imports" className="link normal-case tracking-normal">
          All
        </Link>
      </h2>
      <ImportList imports={imports.data} empty="Nothing has been imported yet." />
      <p className="mt-3 text-faint text-sm">Drop files anywhere to add to the archive.</p>
    </section>
  );
}
