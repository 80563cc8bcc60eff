import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Article, FileReport } from '../index.ts';
import { readAll } from './testing/read-all.ts';

// Real exports are copyrighted: they lie beside the repository, and nothing of them is in it.
const folder = join(import.meta.dirname, '../../../../../shared/samples/factiva');
const here = existsSync(folder);
if (!here)
  console.warn(`SKIPPED: no real exports at ${folder}; the readers of records were not tried on them.`);

const read = (file: string) => readAll(readFileSync(join(folder, file)), { file });

const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const documents = here ? readdirSync(folder).filter((file) => file.startsWith('distdoc-')) : [];
const files = ['pps-french.xml', 'content-api-article.json', 'snapshots-record.json', ...documents];

/** Text between tags of these names, by patterns that know nothing of the reader. */
function within(text: string, name: string): string[] {
  const found = text.matchAll(new RegExp(`<${name}(?:\\s[^>]*[^/])?>([\\s\\S]*?)</${name}>`, 'g'));
  return [...found].map((match) => plain(match[1] ?? ''));
}

function plain(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9A-F]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

const bodyOf = ({ body }: Article, part: 'lead' | 'rest') =>
  body.filter((block) => block.part === part).map(({ text }) => text);

/** The publication day in an accession number. */
function numbered(accession: string): string {
  const value = (from: number, to: number) => Number.parseInt(accession.slice(from, to), 36);
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${1500 + value(16, 18)}-${pad(value(18, 19))}-${pad(value(19, 20))}`;
}

describe.skipIf(!here)('real exports of records', () => {
  it.each(files)('%s: is balanced, tiles, and keeps to the schema', async (file) => {
    const { articles, report } = await read(file);
    expect(FileReport.parse(report)).toEqual(report);
    expect(report).toMatchObject({ rejected: 0, unreadBytes: 0, balanced: true, diagnostics: [] });
    expect(report.spans.map(({ start }, index) => start - (report.spans[index - 1]?.end ?? 0))).toEqual(
      report.spans.map(() => 0),
    );
    expect(report.spans.at(-1)?.end).toBe(readFileSync(join(folder, file)).length);
    for (const article of articles) expect(Article.parse(article)).toEqual(article);
  });

  it('reads PPS element by element', async () => {
    const { articles, report } = await read('pps-french.xml');
    const pieces = textOf('pps-french.xml').split('<ppsarticle>').slice(1);
    expect(report).toMatchObject({ reader: 'factiva-pps', declared: 3, found: 3 });
    const one = (piece: string, name: string) => within(piece, name)[0] ?? '';
    const codes = (piece: string, name: string) =>
      [...piece.matchAll(new RegExp(`<${name} code="(\\w+)"[^>]*>\\s*<name>([^<]*)</name>`, 'g'))].map(
        ([, code, named]) => ({ code, name: plain(named ?? '') }),
      );
    expect(
      articles.map((article) => ({
        number: article.accession?.number,
        headline: article.headline,
        lead: bodyOf(article, 'lead'),
        rest: bodyOf(article, 'rest'),
        notes: article.body.filter(({ kind }) => kind === 'note').map(({ text }) => text),
        copyright: article.copyright,
        publisher: article.publisher,
        source: article.source,
        language: article.language,
        moment: `${article.publication?.date}T${article.publication?.time}Z`,
        page: article.page ?? '',
        words: article.wordCount.stated,
        regions: article.codes.regions,
        subjects: article.codes.subjects,
        provider: article.codes.provider.map(({ code }) => code),
      })),
    ).toEqual(
      pieces.map((piece) => ({
        number: one(piece, 'accessionNo'),
        headline: one(piece, 'headline'),
        lead: [one(piece, 'leadParagraph')],
        rest: [one(piece, 'tailParagraphs')],
        notes: within(piece, 'notes').filter((text) => text !== ''),
        copyright: one(piece, 'copyright'),
        publisher: one(piece, 'publisherName'),
        source: { name: one(piece, 'sourceName'), code: one(piece, 'sourceCode') },
        language: one(piece, 'baseLanguage').toLowerCase(),
        moment: one(piece, 'dateTime'),
        page: one(piece, 'pages'),
        words: Number(one(piece, 'wordCount')),
        regions: codes(piece, 'region'),
        subjects: codes(piece, 'newsSubject'),
        provider: [...new Set([...piece.matchAll(/code="ipc\w*">([^<]*)</g)].map((match) => match[1]))],
      })),
    );
  });

  it.each(documents)('%s: reads field by field', async (file) => {
    const { articles, report } = await read(file);
    const text = textOf(file);
    const archive = text.slice(text.indexOf('<ArchiveDoc'));
    const meta = text.slice(text.indexOf('<MetadataPT'), text.indexOf('<ArchiveDoc'));
    const value = (fid: string) => new RegExp(`value="([^"]*)" fid="${fid}"`).exec(meta)?.[1] ?? '';
    const codes = (fid: string) =>
      [
        ...(new RegExp(`<CSet fid="${fid}">([\\s\\S]*?)</CSet>`).exec(meta)?.[1] ?? '').matchAll(
          /<Code value="([^"]*)">\s*<CodeD[^>]*>([^<]*)</g,
        ),
      ].map(([, code, name]) => ({ code, name: plain(name ?? '') }));
    const day = (digits: string) => digits.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
    const clock = (digits: string) => digits.replace(/(\d\d)(\d\d)(\d\d)/, '$1:$2:$3');
    const paragraphs = (name: string) => within(insideOf(archive, name), 'Para').filter((one) => one !== '');
    const number = /distdoc-(\w+)\.xml/.exec(file)?.[1] ?? '';
    const [article] = articles;
    expect(report).toMatchObject({ reader: 'factiva-distdoc', found: 1 });
    expect({
      id: article?.id,
      headline: article?.headline,
      lead: article && bodyOf(article, 'lead'),
      rest: article && bodyOf(article, 'rest'),
      byline: article?.byline ?? '',
      copyright: article?.copyright,
      source: article?.source,
      publisher: article?.publisher,
      date: article?.publication?.date,
      loaded: article?.loaded,
      modified: article?.modified,
      revision: article?.revision,
      language: article?.language,
      words: article?.wordCount.stated,
      codes: [
        article?.codes.companies,
        article?.codes.industries,
        article?.codes.regions,
        article?.codes.subjects,
      ],
    }).toEqual({
      id: `factiva:${number}`,
      headline: paragraphs('Headline')[0],
      lead: paragraphs('LeadPara'),
      rest: paragraphs('TailParas'),
      byline: within(archive, 'Byline')[0] ?? '',
      copyright: within(archive, 'Copyright')[0],
      source: { name: within(meta, 'SrcName')[0], code: value('sc') },
      publisher: within(meta, 'PublisherN')[0],
      date: numbered(number),
      loaded: `${day(value('upd'))}T${clock(value('upt'))}`,
      modified: `${day(value('md'))}T${clock(value('mt'))}`,
      revision: value('rvn'),
      language: value('la'),
      words: Number(value('wc')),
      codes: ['co', 'in', 're', 'ns'].map(codes),
    });
    const provenance = article?.raw.find(({ label }) => label.includes('CSet[re]/Code/*'))?.values ?? [];
    const told =
      [...meta.matchAll(/<CSet fid="re">[\s\S]*?<\/CSet>/g)].join('').match(/<CodeI /g)?.length ?? 0;
    expect(provenance.flatMap((json) => JSON.parse(json).CodeI ?? [])).toHaveLength(told);
    const duplicates = /<DupList[^>]*>([^<]*)</.exec(text)?.[1]?.trim() ?? '';
    expect(article?.raw.find(({ label }) => label.endsWith('/DupList'))?.values.join()).toBe(duplicates);
  });

  it('reads the content API attribute by attribute', async () => {
    const { articles } = await read('content-api-article.json');
    const { data } = JSON.parse(textOf('content-api-article.json'));
    const { attributes, meta } = data;
    const texts = (node: unknown): string =>
      JSON.stringify(node)
        .match(/(?<="text":")(?:[^"\\]|\\.)*/g)
        ?.map((one) => JSON.parse(`"${one}"`))
        .join('') ?? '';
    const paragraphs = (field: string) =>
      attributes.body[0].content
        .filter((one: { field_id: string }) => one.field_id === field)
        .map((one: unknown) => texts(one).trim());
    const codes = (id: string) =>
      (meta.code_sets.find((set: { id: string }) => set.id === id)?.codes ?? []).map(
        ({ code, descriptor }: { code: string; descriptor?: string }) => ({
          code,
          ...(descriptor && { name: descriptor }),
        }),
      );
    expect(articles).toHaveLength(1);
    const [article] = articles as [Article];
    expect(bodyOf(article, 'lead')).toEqual(paragraphs('lp'));
    expect(bodyOf(article, 'rest')).toEqual(paragraphs('td'));
    expect(article).toMatchObject({
      id: `factiva:${data.id}`,
      headline: texts(attributes.headline),
      byline: texts(attributes.byline).trim(),
      authors: attributes.authors.map(({ full_name }: { full_name: string }) => ({ name: full_name })),
      section: texts(attributes.section_name),
      column: texts(attributes.column_name),
      copyright: texts(attributes.copyright).trim(),
      publication: { date: numbered(data.id), time: attributes.publication_time.slice(11, 19), zone: 'UTC' },
      loaded: attributes.load_time,
      modified: attributes.modification_time,
      source: attributes.sources.map(({ name, code }: { name: string; code: string }) => ({ name, code }))[0],
      codes: {
        companies: codes('co'),
        industries: codes('in'),
        subjects: codes('ns'),
        regions: codes('re'),
        people: codes('pe'),
        provider: codes('ipc'),
      },
      wordCount: { stated: meta.metrics.word_count },
    });
  });

  it('reads the record key by key', async () => {
    const { articles } = await read('snapshots-record.json');
    const record: Record<string, string> = JSON.parse(textOf('snapshots-record.json'));
    const list = (key: string) => [...new Set(record[key]?.match(/\w+/g))].map((code) => ({ code }));
    expect(articles).toHaveLength(1);
    const [article] = articles as [Article];
    expect([...bodyOf(article, 'lead'), ...bodyOf(article, 'rest')].join('\n\n')).toBe(
      `${record.snippet}\n\n${record.body}`,
    );
    expect(article).toMatchObject({
      id: `factiva:${record.an}`,
      headline: record.title,
      byline: record.byline,
      publication: { date: numbered(record.an ?? '') },
      loaded: new Date(Number(record.ingestion_datetime)).toISOString().replace('.000', ''),
      modified: new Date(Number(record.modification_datetime)).toISOString().replace('.000', ''),
      source: { name: record.source_name, code: record.source_code },
      publisher: record.publisher_name,
      language: record.language_code,
      codes: {
        companies: list('company_codes'),
        industries: list('industry_codes'),
        subjects: list('subject_codes'),
        regions: list('region_codes'),
        people: list('person_codes'),
      },
      wordCount: { stated: Number(record.word_count) },
    });
    expect(article.raw.map(({ label }) => label)).toEqual(Object.keys(record));
  });
});

/** The inside of the first element of a name, markup and all. */
function insideOf(text: string, name: string): string {
  return new RegExp(`<${name}(?:\\s[^>]*[^/])?>([\\s\\S]*?)</${name}>`).exec(text)?.[1] ?? '';
}
