import type { Article } from '@pressmark/core';
import type { Stored } from '@/data/types.ts';
import { formatDated, formatDay } from '@/format/dates.ts';
import { formatLanguage } from '@/format/languages.ts';
import { formatNumber } from '@/format/numbers.ts';
import { CodeLists } from './code-lists.tsx';
import { type Detail, DetailList } from './detail-list.tsx';
import { Duplicates } from './duplicates.tsx';
import { FilePlace } from './file-place.tsx';
import { Findings } from './findings.tsx';
import { Note } from './note.tsx';
import { Tags } from './tags.tsx';
import { Versions } from './versions.tsx';

/** What is known of an article, beside its text. */
export function Details({ stored }: { stored: Stored }) {
  const { article } = stored;
  return (
    <aside
      aria-label="About this article"
      className="space-y-8 text-sm print:mt-8 print:space-y-5 print:text-xs lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:self-start lg:-mr-4 lg:overflow-y-auto lg:pr-4"
    >
      <Tags key={`tags ${article.id}`} stored={stored} />
      <Note key={`note ${article.id}`} stored={stored} />
      <Duplicates stored={stored} />
      <DetailList title="Publication" details={publicationDetails(article)} />
      <DetailList title="Accession number" details={identityDetails(article)} />
      <CodeLists article={article} />
      <Findings article={article} />
      <FilePlace stored={stored} />
      <Versions stored={stored} />
    </aside>
  );
}

const bases = { display: 'as displayed', accession: 'from the accession number' };

function publicationDetails(article: Article): Detail[] {
  const { source, publication, wordCount } = article;
  return [
    ['Source', source?.name],
    ['Code', source?.code, 'mono'],
    ['Group', source?.group],
    ['Edition', source?.edition],
    ['Publisher', article.publisher],
    ['Date', publication && `${formatDay(publication.date)}, ${bases[publication.basis]}`],
    ['Date in the file', publication?.raw, 'mono'],
    ['Accession date', publication?.other && formatDay(publication.other)],
    ['Time', publication?.time && [publication.time, publication.zone].filter(Boolean).join(' ')],
    ['Loaded', article.loaded && formatDated(article.loaded)],
    ['Modified', article.modified && formatDated(article.modified)],
    ['Revision', article.revision],
    ['Language', languageDetail(article)],
    ['Words', wordCount.stated === undefined ? undefined : `${formatNumber(wordCount.stated)} stated`],
    ['Words counted', formatNumber(wordCount.counted)],
    ['Section', article.section],
    ['Column', article.column],
    ['Page', article.page],
    ['Volume', article.volume],
    ['Dateline', article.dateline],
    ['Credit', article.credit],
    ['Authors', authorDetail(article)],
    ['Copyright', article.copyright],
  ];
}

function languageDetail({ language, languageRaw }: Article): string | undefined {
  const known = language && formatLanguage(language);
  if (!known || !languageRaw || languageRaw === known) return known ?? languageRaw;
  return `${known} (“${languageRaw}”)`;
}

function authorDetail({ authors }: Article): string | undefined {
  return authors.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', ') || undefined;
}

function identityDetails({ id, accession }: Article): Detail[] {
  return [
    [accession?.number ? 'Number' : 'Id', accession?.number ?? id, 'code'],
    ['Source code', accession?.sourceCode, 'mono'],
    ['Published', accession?.published && formatDay(accession.published)],
    ['Loaded', accession?.loaded && formatDay(accession.loaded)],
    ['Serial', accession?.serial?.toString()],
  ];
}
