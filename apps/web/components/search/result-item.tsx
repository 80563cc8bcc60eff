'use client';
import clsx from 'clsx';
import { Tag } from 'lucide-react';
import Link from 'next/link';
import { MarkedText } from '@/components/text/marked-text.tsx';
import { Badge } from '@/components/ui/badge.tsx';
import type { Hit } from '@/data/types.ts';
import { formatDay } from '@/format/dates.ts';
import { formatLanguage } from '@/format/languages.ts';
import { formatCount } from '@/format/numbers.ts';
import { articleHref } from './address.ts';
import { visited } from './visited.ts';
import { WhyButton } from './why-button.tsx';

interface ResultItemProps {
  hit: Hit;
  q: string;
  onCurrent(id: string): void;
  shown: boolean;
}

/** One hit: headline, the line the database has under it, author, and the words around the match. */
export function ResultItem({ hit, q, onCurrent, shown }: ResultItemProps) {
  return (
    <li
      lang={hit.language}
      className={clsx(
        'group/hit relative border-hairline border-b py-4',
        shown &&
          'xl:before:absolute xl:before:inset-y-4 xl:before:-left-4 xl:before:w-0.5 xl:before:bg-accent',
      )}
    >
      <h2 dir="auto" className="headline line-clamp-4 break-words text-lg">
        <Link
          href={articleHref(hit.id, q)}
          prefetch={false}
          data-hit={hit.id}
          onFocus={() => onCurrent(hit.id)}
          onClick={() => {
            visited.id = hit.id;
          }}
          className="hover:text-accent"
        >
          {hit.headline.text ? (
            <MarkedText text={hit.headline.text} marks={hit.headline.marks} />
          ) : (
            'Without a headline'
          )}
        </Link>
      </h2>
      <p
        lang="en"
        className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft tabular-nums"
      >
        <span>{dataLine(hit)}</span>
        <Badges hit={hit} />
        <WhyButton id={hit.id} />
      </p>
      {hit.byline ? (
        <p dir="auto" className="line-clamp-2 text-faint text-sm">
          {hit.byline}
        </p>
      ) : null}
      {hit.snippet.text ? (
        <p dir="auto" className="mt-1.5 line-clamp-6 sm:line-clamp-3 text-sm leading-relaxed">
          <MarkedText text={hit.snippet.text} marks={hit.snippet.marks} />
        </p>
      ) : null}
    </li>
  );
}

/** `Source, hh:mm, date, n words, (language)`: the order readers of the database know. */
function dataLine(hit: Hit): string {
  return [
    hit.source,
    hit.time?.slice(0, 5),
    hit.date ? formatDay(hit.date) : 'no date',
    hit.words === null ? undefined : formatCount(hit.words, 'word'),
    hit.language ? `(${formatLanguage(hit.language)})` : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}

/** More would be longer than the line above them. */
const mostTags = 5;

function TagBadges({ tags }: { tags: string[] }) {
  const more = tags.slice(mostTags);
  return (
    <>
      {tags.slice(0, mostTags).map((tag) => (
        <Badge key={tag} tone="good" title={`Tag: ${tag}`}>
          <Tag size={10} aria-label="Tag" />
          <bdi className="max-w-40 truncate">{tag}</bdi>
        </Badge>
      ))}
      {more.length > 0 ? <Badge title={more.join(', ')}>{formatCount(more.length, 'more tag')}</Badge> : null}
    </>
  );
}

function Badges({ hit }: { hit: Hit }) {
  return (
    <>
      {hit.language && !hit.language.startsWith('en') ? <Badge>{hit.language.toUpperCase()}</Badge> : null}
      {hit.kind === 'headline' ? <Badge>Headline only</Badge> : null}
      {hit.hasDuplicate ? (
        <Badge title="Another article of the archive has the same text">Duplicate</Badge>
      ) : null}
      {hit.hasNote ? <Badge tone="good">Note</Badge> : null}
      <TagBadges tags={hit.tags ?? []} />
      {hit.warnings > 0 ? <Badge tone="warn">{formatCount(hit.warnings, 'warning')}</Badge> : null}
    </>
  );
}
