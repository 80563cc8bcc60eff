import { formatNumber } from '@/format/numbers.ts';

interface PlaceLinkProps {
  file: number;
  span: { start: number; end: number };
}

/** Bytes of an imported file, opened as text in a tab of their own. */
export function PlaceLink({ file, span }: PlaceLinkProps) {
  return (
    <a
      href={`/api/files/${file}?start=${span.start}&end=${span.end}`}
      target="_blank"
      rel="noreferrer"
      className="link tabular-nums"
    >
      bytes {formatNumber(span.start)} to {formatNumber(span.end)}
    </a>
  );
}
