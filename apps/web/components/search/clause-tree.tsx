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

function Branch({ clause }: { clause: Clause }) {
  const { words, text, total, limit, verdict, of } = clause;
  return (
    <li className="py-1">
      <div className="flex items-baseline gap-3">
        {verdict ? <Verdict {...verdict} /> : null}
        <span className="min-w-0 flex-1">
          <span className="first-letter:uppercase">{words}</span>
          {text ? <code className="mt-0.5 block break-words text-faint text-xs">{text}</code> : null}
        </span>
        <span className="shrink-0 tabular-nums" title={limit}>
          {total === null ? <abbr title={limit}>not counted</abbr> : formatNumber(total)}
        </span>
      </div>
      {of.length > 0 ? (
        <ul className="mt-1 ml-1.5 border-hairline border-l pl-3.5">
          {of.map((part, index) => (
            <Branch key={`${index} ${part.text}`} clause={part} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function Verdict({ holds, places }: NonNullable<Clause['verdict']>) {
  const Icon = holds ? Check : X;
  return (
    <span
      className={`flex shrink-0 translate-y-0.5 items-center gap-1 text-xs ${holds ? 'text-accent' : 'text-error'}`}
    >
      <Icon size={13} aria-hidden="true" />
      {holds ? 'met' : 'not met'}
      {places ? `, ${formatCount(places, 'place')}` : ''}
    </span>
  );
}
