'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Failure } from '@/components/ui/failure.tsx';
import { useApi } from '@/data/api.ts';
import { formatBytes, formatNumber } from '@/format/numbers.ts';
import { type Part, readPart, type Span } from './part.ts';

interface FileViewProps {
  id: number;
  span: Span;
}

/** A stretch of an imported file as it was, with a little of what stands around it. */
export function FileView({ id, span }: FileViewProps) {
  const api = useApi();
  const file = useQuery(api.imports.file.queryOptions({ id }));
  const part = useQuery({
    queryKey: ['file', id, span],
    queryFn: ({ signal }) => readPart(id, span, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const failed = [file, part].find(({ error }) => error);
  return (
    <div className="mx-auto max-w-5xl pt-10">
      <p className="text-sm">
        <Link href="/imports" className="link">
          Imports
        </Link>
      </p>
      <h1 className="headline mt-1 break-words text-2xl sm:text-3xl">
        {file.data?.file ?? 'Place in a file'}
      </h1>
      <p className="mt-2 text-soft tabular-nums">
        Bytes {formatNumber(span.start)} to {formatNumber(span.end)}
        {file.data ? ` of ${formatBytes(file.data.bytes)}, as they stand in the file` : null}
        {' · '}
        <a href={`/api/files/${id}`} download className="link">
          Download the file
        </a>
      </p>
      {failed?.error ? <Failure error={failed.error} retry={failed.refetch} /> : null}
      {part.isPending ? <div aria-hidden="true" className="skeleton mt-6 h-96 w-full" /> : null}
      {part.data === null ? (
        <p className="mt-6 text-soft">These bytes are no text: a program that knows the format shows them.</p>
      ) : null}
      {part.data ? <PartText part={part.data} span={span} /> : null}
    </div>
  );
}

function PartText({ part, span }: { part: Part; span: Span }) {
  return (
    <>
      <section
        aria-label="Text of the file"
        className="mt-6 rounded-lg border border-hairline bg-raised px-4 py-4 font-mono text-xs leading-relaxed sm:px-6"
      >
        {part.before ? <p className="whitespace-pre-wrap wrap-anywhere text-faint">{part.before}</p> : null}
        <p
          data-testid="part"
          className="-ml-3 whitespace-pre-wrap wrap-anywhere border-accent border-l-2 pl-2.5"
        >
          {part.text}
        </p>
        {part.after ? <p className="whitespace-pre-wrap wrap-anywhere text-faint">{part.after}</p> : null}
      </section>
      {part.end < span.end ? (
        <p className="mt-3 text-soft text-sm">
          The stretch goes on to byte {formatNumber(span.end)}; the file holds all of it.
        </p>
      ) : null}
    </>
  );
}
