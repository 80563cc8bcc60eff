import { Check, X } from 'lucide-react';
import type { Clause } from '@/data/types.ts';
import { formatCount, formatNumber } from '@/format/numbers.ts';

/** A query clause by clause, in words, with the hits of each, and of one article whether it meets each. */
export function ClauseTree({ clause }: { clause: Clause }) {
  return (
    <ul className="text-sm">
      <Branch clause={clause} />
    </ul>
  );
}

interface BranchProps {
  clause: Clause;
  /** Whether the clause, or what it is a part of, must not be met. */
  unwanted?: boolean;
}

function Branch({ clause, unwanted = false }: BranchProps) {
  const { words, text, total, limit, verdict, excluded, of } = clause;
  const isUnwanted = unwanted !== (excluded === true);
  return (
    <li className="py-1">
      <div className="flex items-baseline gap-3">
        <span className="min-w-0 flex-1">
          {excluded ? 'without: ' : ''}
          {words}
          {text ? <code className="mt-0.5 block break-words text-faint text-xs">{text}</code> : null}
        </span>
        {verdict ? <Verdict {...verdict} isWanted={!isUnwanted} /> : null}
        <span className="min-w-12 shrink-0 text-right tabular-nums" title={limit}>
          {total === null ? 'not counted' : formatNumber(total)}
        </span>
      </div>
      {of.length > 0 ? (
        <ul className="mt-1 ml-1.5 border-hairline border-l pl-3.5">
          {of.map((part, index) => (
            <Branch key={`${index} ${part.text}`} clause={part} unwanted={isUnwanted} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

type VerdictProps = NonNullable<Clause['verdict']> & { isWanted: boolean };

function Verdict({ holds, places, isWanted }: VerdictProps) {
  const Icon = holds ? Check : X;
  return (
    <span
      className={`flex shrink-0 translate-y-0.5 items-center gap-1 text-xs ${holds === isWanted ? 'text-accent' : 'text-error'}`}
    >
      <Icon size={13} aria-hidden="true" />
      {holds ? 'met' : 'not met'}
      {places ? `, ${formatCount(places, 'place')}` : ''}
    </span>
  );
}
