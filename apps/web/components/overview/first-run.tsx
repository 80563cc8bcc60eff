'use client';
import { Sparkles } from 'lucide-react';
import { DropPanel } from '@/components/imports/drop-panel.tsx';
import { useUploads } from '@/components/imports/upload-context.ts';
import { Button } from '@/components/ui/button.tsx';

const steps: [string, string][] = [
  [
    'Export',
    'In the news database, save the articles as RTF, HTML, text, PDF, XML, JSON, CSV or Avro. With indexing, subjects and companies come along.',
  ],
  [
    'Drop',
    'Every byte is accounted for: an article, known front matter, or reported as unread. Duplicates are recognised and kept once.',
  ],
  [
    'Search',
    'Words, phrases, fields and dates in the language you know from the database, and a place in the file for each sentence.',
  ],
];

/** What an empty archive says: what to do first, and a sample for those who only look. */
export function FirstRun() {
  const { startSample, sending } = useUploads();
  return (
    <div className="mx-auto max-w-4xl pt-12 sm:pt-20">
      <h1 className="headline text-3xl sm:text-4xl">The archive is empty. It will not stay so.</h1>
      <p className="mt-4 max-w-2xl text-lg text-soft">
        Pressmark turns the files you download from news databases into an archive you can search, read and
        cite, on this machine alone.
      </p>
      <DropPanel className="mt-10">
        <Button look="quiet" onClick={startSample} disabled={sending !== null && !sending.failure}>
          <Sparkles size={15} aria-hidden="true" />
          Load the sample archive
        </Button>
      </DropPanel>
      <ol className="mt-14 grid gap-8 sm:grid-cols-3">
        {steps.map(([title, text], index) => (
          <li key={title} className="border-ink border-t pt-3">
            <h2 className="headline flex items-baseline gap-2 text-lg">
              <span className="text-accent tabular-nums">{index + 1}</span>
              {title}
            </h2>
            <p className="mt-1.5 text-soft text-sm">{text}</p>
          </li>
        ))}
      </ol>
      <p className="mt-10 text-faint text-sm">The sample is invented: no newspaper ever printed it.</p>
    </div>
  );
}
