import Link from 'next/link';
import { formatNumber } from '@/format/numbers.ts';

interface PlaceLinkProps {
  file: number;
  span: { start: number; end: number };
}

/** Bytes of an imported file, as the page of that place shows them. */
export function PlaceLink({ file, span }: PlaceLinkProps) {
  return (
    <Link href={`/files/${file}?start=${span.start}&end=${span.end}`} className="link tabular-nums">
      bytes {formatNumber(span.start)} to {formatNumber(span.end)}
    </Link>
  );
}
