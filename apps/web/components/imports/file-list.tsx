'use client';
import { useState } from 'react';
import { tool } from '@/components/ui/tool.ts';
import type { ImportDetail } from '@/data/types.ts';
import { formatCount } from '@/format/numbers.ts';
import { FileCard } from './file-card.tsx';
import { fallsShort, type Shortfall, shortfallsOf } from './words.ts';

/** The accounts of all files of an import, or of those alone that gave nothing or not everything. */
export function FileList({ detail: { import: batch, files } }: { detail: ImportDetail }) {
  const [chosen, choose] = useState<Shortfall | null>(null);
  const kinds = shortfallsOf(batch);
  const only = kinds.some(({ kind }) => kind === chosen) ? chosen : null;
  const shown = only ? files.filter((file) => fallsShort(file, only)) : files;
  const ways: { kind: Shortfall | null; words: string }[] = [
    { kind: null, words: formatCount(files.length, 'file') },
    ...kinds,
  ];
  return (
    <>
      {kinds.length > 0 && files.length > 1 ? (
        <fieldset aria-label="Files shown" className="mt-8 flex flex-wrap gap-1.5">
          {ways.map(({ kind, words }) => (
            <button
              key={words}
              type="button"
              aria-pressed={only === kind}
              onClick={() => choose(kind)}
              className={tool}
            >
              {words}
            </button>
          ))}
        </fieldset>
      ) : null}
      <ul className={kinds.length > 0 && files.length > 1 ? 'mt-3' : 'mt-8'} aria-label="Files">
        {shown.map((file) => (
          <FileCard key={file.id} file={file} />
        ))}
      </ul>
    </>
  );
}
