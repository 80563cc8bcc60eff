import type { Stored } from '@/data/types.ts';
import { formatMoment } from '@/format/dates.ts';

/** Says of an article that the vendor took it back, and why it is still here. */
export function Withdrawn({ withdrawn }: { withdrawn: Stored['withdrawn'] }) {
  if (!withdrawn) return null;
  const by = withdrawn.file ? ` (${withdrawn.file.file})` : '';
  return (
    <p lang="en" role="note" className="mb-5 max-w-[40rem] border-error border-l-2 pl-3 text-sm text-soft">
      The vendor withdrew this article on {formatMoment(withdrawn.at)}
      {by}. No search, count or export finds it; it is kept here as it was.
    </p>
  );
}
