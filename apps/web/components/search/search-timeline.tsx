import { spanBetween } from '@/components/timeline/spans.ts';
import { Timeline } from '@/components/timeline/timeline.tsx';
import { datesChange, periodChange, searchHref } from './address.ts';
import { DateRange } from './date-range.tsx';
import { StepSelect } from './step-select.tsx';
import { isStopped } from './use-running.ts';
import { useSearchAddress, useTimeline } from './use-search.ts';

/** The hits over time; a bar, a drag over some, or two days narrow the search. */
export function SearchTimeline() {
  const [search, change] = useSearchAddress();
  const { answer, by, timeline } = useTimeline(search);
  if (answer.error) return null;
  const days = <DateRange search={search} change={change} />;
  if (isStopped(answer)) return <div className="mt-2">{days}</div>;
  if (timeline?.total === 0 && !search.from && !search.to) return null;
  return (
    <div className="mt-3 mb-2" aria-busy={answer.isFetching}>
      <Timeline
        title={search.share ? `Share of all articles by ${by}` : `Hits by ${by}`}
        timeline={timeline}
        by={by}
        share={search.share}
        height={112}
        onPick={(value) => change(periodChange(by, value))}
        onBrush={(first, last) => {
          const { from, to } = spanBetween(first, last);
          change(datesChange(from, to));
        }}
        hrefOf={(value) => searchHref({ ...search, ...periodChange(by, value) })}
        controls={
          <>
            <ShareSwitch share={search.share} onSwitch={() => change({ share: !search.share })} />
            <StepSelect value={by} onChange={(step) => change({ by: step })} />
          </>
        }
      >
        {days}
      </Timeline>
    </div>
  );
}

function ShareSwitch({ share, onSwitch }: { share: boolean; onSwitch(): void }) {
  return (
    <button
      type="button"
      aria-pressed={share}
      title="Hits as a share of all articles of the archive in the same period"
      onClick={onSwitch}
      className="inline-flex h-8 items-center rounded px-2 text-faint text-xs hover:bg-sunken hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent"
    >
      % of all
    </button>
  );
}
