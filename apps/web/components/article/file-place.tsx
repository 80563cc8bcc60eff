import { readerLabel } from '@pressmark/core';
import { PlaceLink } from '@/components/imports/place-link.tsx';
import type { Stored } from '@/data/types.ts';
import { formatNumber } from '@/format/numbers.ts';
import { countNames } from './name-counts.ts';

/** Where the article stands in the file it came from, and in which other files it was met. */
export function FilePlace({ stored }: { stored: Stored }) {
  const { provenance } = stored.article;
  const origin = stored.files.find((file) => file.file === provenance.file) ?? stored.files[0];
  const others = stored.files.filter((file) => file !== origin);
  return (
    <section>
      <h2 className="label border-hairline border-b pb-1.5">Place in the source file</h2>
      <p className="mt-2 break-all">{provenance.file}</p>
      <p className="text-soft">
        Article {formatNumber(provenance.index + 1)},{' '}
        {provenance.page ? `page ${formatNumber(provenance.page)}, ` : null}
        {origin ? (
          <PlaceLink file={origin.id} span={provenance.span} />
        ) : (
          `bytes ${formatNumber(provenance.span.start)} to ${formatNumber(provenance.span.end)}`
        )}
      </p>
      <p className="text-faint text-xs">
        Read as {readerLabel(provenance.reader)}, version {provenance.readerVersion}
      </p>
      {provenance.sha256 ? (
        <p className="break-all font-mono text-2xs text-faint">sha256 {provenance.sha256}</p>
      ) : null}
      {others.length > 0 ? (
        <>
          <p className="mt-3 text-faint">Also met in</p>
          <ul className="list-inside list-disc">
            {countNames(others).map(({ file, files }) => (
              <li key={file} className="break-all">
                {file}
                {files > 1 ? `, ${formatNumber(files)} times` : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
