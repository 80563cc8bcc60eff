import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Article, FileReport } from '../index.ts';
import { readAll } from './testing/read-all.ts';

const codesOf = (diagnostics: { code: string }[]) => diagnostics.map(({ code }) => code);
const first = 'HARB000020190511ef5b000a1';
const second = 'HARB000020190512ef5c000b2';

const bare = (headline: string, number: string) => `Harbour

${headline}

By Ada Lind
22 words
11 May 2019
The Harbour Post
HARB
A6
English
(c) 2019 Harbour Post Ltd.

The council met in the old granary and voted on the ferry.

A second vote is due in autumn.

Document ${number}
`;

const labelled = `HD
Ferry vote put off

WC
22 words
PD
11 May 2019
SN
The Harbour Post
SC
HD
LA
English
LP
The council met in the old granary.

It voted on the ferry.
TD
A second vote is due in autumn.
NS
gpol : Domestic Politics | gcat : 
XX
LBA
AN
Document ${first}
`;

const page = (inner: string) => `<!DOCTYPE html><html><head><title>Factiva</title></head><body>
<div id="navcontainer"><h1>Factiva</h1></div><div id="contentWrapper">${inner}</div>
<div id="pageFooter"><span class="copyright">&copy; 2019 Factiva, Inc.</span></div></body></html>`;

const entry = (
  headline: string,
  number: string,
) => `<div id="article-${number}" class="article"><div class="article enArticle"><p>
<div>Harbour</div><div id="hd"><span class='enHeadline'>${headline}</span></div><div class="author">By Ada Lind</div>
<div>22 words</div><div>11 May 2019</div><div>The Harbour Post</div><div>HARB</div><div>A6</div><div>English</div><div>&copy; 2019 Harbour Post</div></p>
<p class="articleParagraph enarticleParagraph">The <b>S-</b><b>Bahn</b>-line of <span class="companylink">Ferry Co</span> &amp; sons.</p>
<p>Harbour Press Ltd</p><p>Document ${number}</p></div></div><br/>`;

describe('text', () => {
  it('reads bare lines', async () => {
    const { articles } = await readAll(bare('Ferry vote put off; Harbour waits', first));
    expect(articles).toHaveLength(1);
    expect(articles[0]).toMatchObject({
      headline: 'Ferry vote put off',
      subheadline: 'Harbour waits',
      section: 'Harbour',
      byline: 'By Ada Lind',
      page: 'A6',
      source: { name: 'The Harbour Post', code: 'HARB' },
      copyright: '(c) 2019 Harbour Post Ltd.',
      body: [
        { kind: 'text', text: 'The council met in the old granary and voted on the ferry.' },
        { kind: 'text', text: 'A second vote is due in autumn.' },
      ],
      diagnostics: [],
    });
  });

  it('reads label lines; a value that looks like a label is a value', async () => {
    const { articles } = await readAll(labelled);
    expect(articles[0]).toMatchObject({
      headline: 'Ferry vote put off',
      source: { name: 'The Harbour Post', code: 'HD' },
      body: [
        { kind: 'text', part: 'lead', text: 'The council met in the old granary.' },
        { kind: 'text', part: 'lead', text: 'It voted on the ferry.' },
        { kind: 'text', part: 'rest', text: 'A second vote is due in autumn.' },
      ],
    });
    expect(articles[0]?.codes.subjects.slice(0, 1)).toEqual([{ code: 'gpol', name: 'Domestic Politics' }]);
  });

  it('reads starred labels of a browser’s text', async () => {
    const starred = labelled.replace(/^([A-Z]{2})$/gm, '*$1*');
    const { articles } = await readAll(starred.replace('*SC*\n*HD*', '*SC*\nHARB'));
    expect(articles[0]).toMatchObject({
      headline: 'Ferry vote put off',
      source: { code: 'HARB' },
      wordCount: { stated: 22 },
    });
    expect(articles[0]?.raw.map(({ label }) => label)).toContain('XX');
  });

  it('reads UTF-16 and keeps the places in bytes', async () => {
    const text = bare('Fähre kommt später', first);
    const { articles, report, bytes } = await readAll(Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(articles[0]?.headline).toBe('Fähre kommt später');
    const { start, end } = articles[0]?.provenance.span ?? { start: 0, end: 0 };
    expect(Buffer.from(bytes.subarray(start, end)).toString('utf16le')).toBe(text);
    expect(report.spans.at(-1)?.end).toBe(bytes.length);
  });
});

describe('headers that mislead', () => {
  const readOne = async (text: string) => (await readAll(text)).articles;

  it('without a copyright line keep the first paragraph in the text', async () => {
    const [article] = await readOne(bare('One', first).replace(/\(c\).*\n/, ''));
    expect(article?.body).toHaveLength(2);
    expect(article?.body[0]?.text).toContain('The council met');
    expect(article?.copyright).toBeUndefined();
  });

  it('an edition that is the name of a language is an edition', async () => {
    const [article] = await readOne(bare('One', first).replace('A6\n', 'Irish\n12\n'));
    expect(article).toMatchObject({
      language: 'en',
      page: '12',
      source: { edition: 'Irish' },
      copyright: '(c) 2019 Harbour Post Ltd.',
    });
  });

  it('a headline that is a date is a headline', async () => {
    const [article] = await readOne(bare('11 September 2001', first));
    expect(article).toMatchObject({
      headline: '11 September 2001',
      publication: { date: '2019-05-11' },
      wordCount: { stated: 22 },
    });
  });

  it('a date in no known form stays raw, and the rest is read', async () => {
    const [article] = await readOne(bare('One', first).replace('11 May 2019', '11 Blossom 2019'));
    expect(article).toMatchObject({
      headline: 'One',
      language: 'en',
      publication: { date: '2019-05-11', raw: '11 Blossom 2019', basis: 'accession' },
    });
    expect(codesOf(article?.diagnostics ?? [])).toEqual(['date-unreadable']);
  });

  it('a date of figures is read by the date of the number, and without one says how it was read', async () => {
    const shown = (date: string, number: string) => bare('One', number).replace('11 May 2019', date);
    const [day] = await readOne(shown('11/5/2019', first));
    const [month] = await readOne(shown('5/11/2019', first));
    const [alone] = await readOne(shown('5/11/2019', first).replace(/Document .*/, ''));
    expect([day, month, alone].map((article) => article?.publication)).toEqual([
      { date: '2019-05-11', raw: '11/5/2019', basis: 'display' },
      { date: '2019-05-11', raw: '5/11/2019', basis: 'display' },
      { date: '2019-11-05', raw: '5/11/2019', basis: 'display' },
    ]);
    expect(codesOf(alone?.diagnostics ?? [])).toContain('date-ambiguous');
  });

  it('a paragraph that begins like the line of the number ends no article', async () => {
    const articles = await readOne(
      bare('One', first).replace('A second vote is due in autumn.', 'Document released'),
    );
    expect(articles.map(({ headline, body }) => [headline, body.length])).toEqual([['One', 2]]);
  });

  it('an empty labelled field takes no label for its value', async () => {
    const [article] = await readOne(labelled.replace('SN\n', 'BY\nSN\n'));
    expect(article).toMatchObject({ source: { name: 'The Harbour Post', code: 'HD' } });
    expect(article?.byline).toBeUndefined();
  });

  it('a thousand words in a headline item are not seventy-two', async () => {
    const item = `<table><tr class="headline" data-accno="${second}"><td><b class="enHeadline">Two</b><div class="leadFields"><a>Post, Daily</a>, 12 May 2019, 1,072 words, Bo Kern, (English)</div><div class="snippet">It rained.</div></td></tr></table>`;
    const articles = await readOne(page(entry('One', first) + item));
    expect(articles[1]).toMatchObject({
      kind: 'headline',
      wordCount: { stated: 1072 },
      source: { name: 'Post, Daily' },
      byline: 'Bo Kern',
      publication: { date: '2019-05-12' },
    });
  });
});

describe('HTML', () => {
  it('reads an article, with highlights and company links gone and words whole', async () => {
    const { articles, report } = await readAll(page(entry('Ferry &amp; rail', first)));
    expect(articles[0]).toMatchObject({
      headline: 'Ferry & rail',
      publisher: 'Harbour Press Ltd',
      body: [{ kind: 'text', text: 'The S-Bahn-line of Ferry Co & sons.' }],
      diagnostics: [],
    });
    expect(report).toMatchObject({ reader: 'factiva-html', balanced: true, unreadBytes: 0 });
  });

  it('shows text between articles as unread, with its place', async () => {
    const stray = 'A paragraph that nobody placed.';
    const { report, bytes } = await readAll(
      page(`${entry('One', first)}<h4>${stray}</h4>${entry('Two', second)}`),
    );
    const span = report.spans.find(({ kind }) => kind === 'unread');
    expect(new TextDecoder().decode(bytes.subarray(span?.start, span?.end))).toBe(stray);
    expect(report).toMatchObject({ balanced: false, found: 2, unreadBytes: stray.length });
    expect(codesOf(report.diagnostics)).toEqual(['bytes-unread']);
  });

  it('keeps an article whose element is never closed from taking the next one', async () => {
    const open = entry('One', first).replace('</div></div><br/>', '');
    const { articles } = await readAll(page(open + entry('Two', second)));
    expect(articles.map(({ headline }) => headline)).toEqual(['One', 'Two']);
  });

  it('says that a page was cut, and keeps what of it was read', async () => {
    const whole = page(entry('One', first) + entry('Two', second));
    const { articles, report } = await readAll(whole.slice(0, whole.lastIndexOf('&amp; sons')));
    expect(articles.map(({ accession }) => accession?.number)).toEqual([first, second]);
    expect(codesOf(articles[1]?.diagnostics ?? [])).toEqual(['text-truncated', 'date-shifted']);
    expect(codesOf(report.diagnostics)).toEqual(['file-truncated']);
    expect(report.balanced).toBe(false);
  });
});

describe('cut files', () => {
  it('keep no fragment of a page whose markup carries no number', async () => {
    const old = (text: string) => page(text).replaceAll(/ id="article-\w+"/g, '');
    const whole = old(entry('One', first) + entry('Two', second));
    const { articles, report } = await readAll(whole.slice(0, whole.lastIndexOf('&amp; sons')));
    expect(articles.map(({ headline }) => headline)).toEqual(['One']);
    expect(codesOf(report.diagnostics)).toEqual(['file-truncated', 'article-rejected', 'bytes-unread']);
  });

  it('keep no fragment of a text article', async () => {
    const whole = bare('One', first) + bare('Two', second);
    const { articles, report } = await readAll(whole.slice(0, whole.lastIndexOf('A second vote')));
    expect(articles.map(({ headline }) => headline)).toEqual(['One']);
    expect(codesOf(report.diagnostics)).toEqual(['file-truncated', 'article-rejected', 'bytes-unread']);
    expect(report).toMatchObject({ found: 1, rejected: 1, balanced: false });
  });

  it('leave a lone article without a number as it is', async () => {
    const { articles } = await readAll(bare('One', first).replace(/Document .*/, ''));
    expect(articles.map(({ id, headline }) => [id.slice(0, 7), headline])).toEqual([['sha256:', 'One']]);
    expect(articles.flatMap(({ diagnostics }) => codesOf(diagnostics))).toEqual(['accession-missing']);
  });
});

describe('reports', () => {
  it.each([
    ['<!DOCTYPE html><p>Hello</p>', 'The file is a web page'],
    ['<HTML><p>Hello</p></HTML>', 'The file is a web page'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html><html/>', 'The file is a web page'],
    [
      '<?xml version="1.0"?>\n<!DOCTYPE harbour SYSTEM "harbour.dtd"><harbour/>',
      'The file is XML of no kind',
    ],
    ['<!DOCTYPE harbour [<!ENTITY a "b">]><harbour>&a;</harbour>', 'The file is XML of no kind'],
    ['{\\rtf1 Hello}', 'The file is RTF'],
    ['A letter', 'No known export'],
  ])('%s is said to be what it is', async (content, words) => {
    const { report } = await readAll(content);
    expect(report.diagnostics[0]).toMatchObject({
      code: 'file-unknown',
      message: expect.stringContaining(words),
    });
  });

  it('tell at which byte a file was cut, and take what is missing for no change of its format', async () => {
    const whole = Array.from({ length: 11 }, (_, at) =>
      bare(`Ferry ${at}`, `HARB000020190511ef5b00${at + 100}`),
    ).join('');
    const last = bare('Ferry cut', first).replace('A second vote', 'A vote and another '.repeat(50));
    const cut = whole + last.slice(0, last.indexOf('Document'));
    const { report } = await readAll(cut);
    expect(codesOf(report.diagnostics)).toEqual(['file-truncated', 'article-rejected', 'bytes-unread']);
    expect(report.diagnostics[0]).toMatchObject({
      message: expect.stringMatching(/ Download it again\.$/),
      span: { start: cut.length, end: cut.length },
    });
    const html = page(entry('One', first)).slice(0, -20);
    expect((await readAll(html)).report.diagnostics).toEqual([
      expect.objectContaining({ code: 'file-truncated', span: { start: html.length, end: html.length } }),
    ]);
  });

  it.each([
    ['an empty file', '', 'file-empty'],
    ['prose', 'A letter to a friend about nothing in particular.', 'file-unknown'],
    ['a web page', '<!doctype html><html><body><h1>Hello</h1></body></html>', 'file-unknown'],
    ['RTF with nothing in it', '{\\rtf1 ', 'file-unknown'],
    ['RTF that shows after its head that it is none', rtfOfGroups(100_000), 'file-unknown'],
    ['a binary', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256), 'file-binary'],
  ])('%s has no reader and says why', async (_, content, code) => {
    const { articles, report } = await readAll(content);
    expect(articles).toEqual([]);
    expect(report).toMatchObject({ reader: null, found: 0, balanced: false });
    expect(codesOf(report.diagnostics).filter((each) => each !== 'bytes-unread')).toEqual([code]);
  });

  it('names a number that stands twice', async () => {
    const { articles } = await readAll(bare('One', first) + bare('One again', first));
    expect(articles.map(({ diagnostics }) => codesOf(diagnostics))).toEqual([[], ['article-repeated']]);
  });

  it('costs one piece where a reader fails', async () => {
    const { readers } = await import('./index.ts');
    const text = readers.find(({ id }) => id === 'factiva-text');
    if (!text) throw new Error('no text reader');
    let calls = 0;
    const failing = {
      ...text,
      read: (piece: Parameters<typeof text.read>[0]) => (calls++ === 0 ? fail() : text.read(piece)),
    };
    const { articles, report } = await readAll(bare('One', first) + bare('Two', second), {
      readers: [failing],
    });
    expect(articles.map(({ headline }) => headline)).toEqual(['Two']);
    expect(report).toMatchObject({ found: 1, rejected: 1, balanced: false });
    expect(codesOf(report.diagnostics)).toEqual(
      expect.arrayContaining(['reader-failed', 'article-rejected', 'bytes-unread']),
    );
  });
});

function rtfOfGroups(depth: number): string {
  return `{\\rtf1 ${'{'.repeat(depth)}x${'}'.repeat(depth + 1)}`;
}

function fail(): never {
  throw new Error('on purpose');
}

describe('laws', () => {
  const files = [
    bare('One', first) + bare('Two', second),
    labelled,
    page(entry('One', first) + entry('Two', second)),
  ];
  const broken = fc
    .record({
      file: fc.constantFrom(...files),
      cut: fc.nat(3000),
      flips: fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { maxLength: 6 }),
    })
    .map(({ file, cut, flips }) => {
      const bytes = new TextEncoder().encode(file).slice(0, cut);
      for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value;
      return bytes;
    });

  it('cut or corrupted anywhere: nothing throws, the spans tile the file, articles keep to the schema', async () => {
    await fc.assert(
      fc.asyncProperty(broken, async (bytes) => {
        const { articles, report } = await readAll(bytes);
        for (const article of articles) Article.parse(article);
        FileReport.parse(report);
        let at = 0;
        for (const span of report.spans) {
          expect(span.start).toBe(at);
          at = span.end;
        }
        expect(at).toBe(bytes.length);
      }),
      { numRuns: 300 },
    );
  });

  it('in any order and number: one article for each accession number', async () => {
    const numbers = fc.uniqueArray(
      fc.nat(36 ** 5 - 1).map((serial) => `HARB000020190511ef5b${serial.toString(36).padStart(5, '0')}`),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(numbers, fc.boolean(), async (all, html) => {
        const file = html
          ? page(all.map((number) => entry('One', number)).join(''))
          : all.map((number) => bare('One', number)).join('');
        const { articles, report } = await readAll(file);
        expect(articles.map(({ accession }) => accession?.number)).toEqual(all);
        expect(report.balanced).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
