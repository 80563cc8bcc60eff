import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../article.ts';
import { readAll } from '../testing/read-all.ts';

const codesOf = (diagnostics: { code: string }[]) => diagnostics.map(({ code }) => code);
const textsOf = (article: Article | undefined) => article?.body.map(({ text }) => text);
const numbers = ['HARB000020190511ef5b000a1', 'HARB000020190512ef5c000b2', 'HARB000020190513ef5d000c3'];
const [first = '', second = ''] = numbers;

const page = (inner: string, head = '<title>Factiva</title>') =>
  `<!DOCTYPE html><html><head>${head}</head><body><div id="contentWrapper">${inner}</div></body></html>`;

const values = '<div>14 words</div><div>11 May 2019</div><div>The Harbour Post</div><div>HARB</div>';
const closing = '<div>English</div><div>&copy; 2019 Harbour Post</div>';
const top = '<div id="hd"><span class=\'enHeadline\'>Ferry vote put off</span></div>';
const paragraph =
  '<p class="articleParagraph enarticleParagraph">The council met and voted on the ferry.</p>';
const end = (number: string) => `<p>Harbour Press</p><p>Document ${number}</p>`;

const entry = (number: string, body = paragraph) =>
  `<div class="article enArticle"><p>${top}${values}${closing}</p>${body}${end(number)}</div><br/>`;

const row = (label: string, value: string) =>
  `<tr><td class="index"><b>${label}</b>&nbsp;</td><td>${value}</td></tr>`;
const swappedRow = (label: string, value: string) =>
  `<tr><td>${value}</td><td class="index"><b>${label}</b>&nbsp;</td></tr>`;
const indexed = (rows: string) => page(`<div class="article arArticle"><table>${rows}</table></div>`);
const fields: [string, string][] = [
  ['SE', 'NWS'],
  ['HD', 'Ferry vote put off'],
  ['WC', '14 words'],
  ['PD', '11 May 2019'],
  ['SN', 'The Harbour Post'],
  ['SC', 'PR'],
  ['PG', 'A6'],
  ['LA', 'English'],
  ['CY', '© 2019'],
  ['LP', '<p>The council met.</p><p>It voted.</p>'],
  ['AN', `Document ${first}`],
];

it.each([
  ['with a number in a cell of its own', '<td class="count">1.</td><td><input type="checkbox"/></td>'],
  ['without numbers', ''],
])('a list of headlines whose rows do not carry the accession number is read: %s', async (_, cells) => {
  const item = (number: string) =>
    `<tr class="headline">${cells}<td><a class="enHeadline" href="#">Ferry vote put off</a><div class="leadFields"><a href="#">The Harbour Post</a>, 11 May 2019, 14 words, Ada Lind, (English)</div><div class="snippet">The council met ...</div><div>(Document ${number})</div></td></tr>`;
  const { articles, report } = await readAll(
    page(`<table class="headlines">${item(first)}${item(second)}</table>`),
  );
  expect(
    articles.map((article) => [
      article.id,
      article.kind,
      article.headline,
      article.source?.name,
      textsOf(article),
    ]),
  ).toEqual(
    [first, second].map((number) => [
      `factiva:${number}`,
      'headline',
      'Ferry vote put off',
      'The Harbour Post',
      ['The council met ...'],
    ]),
  );
  expect(articles[0]).toMatchObject({ wordCount: { stated: 14 }, authors: [{ name: 'Ada Lind' }] });
  expect(report).toMatchObject({ balanced: true, unreadBytes: 0 });
});

it.each(['\u200e', '\u200f', '\u200b', '\u2067'])(
  'signs around the values of a header hide none: %j',
  async (sign) => {
    const marked = values.replace(/>([^<]+)</g, `>${sign}$1${sign}<`) + closing;
    const { articles } = await readAll(
      page(`<div class="article arArticle"><p>${top}${marked}</p>${paragraph}${end(first)}</div>`),
    );
    expect(articles[0]).toMatchObject({
      wordCount: { stated: 14 },
      publication: { date: '2019-05-11' },
      source: { name: 'The Harbour Post', code: 'HARB' },
      language: 'en',
    });
    expect(articles[0]?.credit).toBeUndefined();
  },
);

it.each([
  ['<p>3089619</p><p>Harbour Press</p>', 'Harbour Press', 'note: 3089619'],
  ['<p>3089619</p>', undefined, 'note: 3089619'],
  ['<p>Ada Lind is a writer of the paper.</p>', undefined, 'note: Ada Lind is a writer of the paper.'],
  ['<p>Photo: The ferry</p><p>Harbour Inc.</p>', 'Harbour Inc.', 'caption: Photo: The ferry'],
])('what stands between text and publisher is a note: %s', async (behind, publisher, note) => {
  const { articles } = await readAll(page(entry(first).replace('<p>Harbour Press</p>', behind)));
  const parts = articles.map(({ body }) => body.map(({ kind, text }) => `${kind}: ${text}`));
  expect(parts).toEqual([['text: The council met and voted on the ferry.', note]]);
  expect(articles.map((article) => article.publisher)).toEqual([publisher]);
});

it('a headline may be a count, and a source may be named after copyright', async () => {
  const { articles } = await readAll(
    page(
      entry(first).replace('Ferry vote put off', '12 Words').replace('The Harbour Post', 'Copyright World'),
    ),
  );
  expect(articles).toMatchObject([
    {
      headline: '12 Words',
      source: { name: 'Copyright World', code: 'HARB' },
      wordCount: { stated: 14 },
      language: 'en',
    },
  ]);
});

it('a blank line within a paragraph or cell begins another paragraph, a line break does not', async () => {
  const body = '<p class="articleParagraph">The council met.<br/>\n<br/>It voted<br/>on the ferry.</p>';
  const { articles } = await readAll(page(entry(first, body)));
  expect(articles.map(textsOf)).toEqual([['The council met.', 'It voted on the ferry.']]);
  const rows = fields.map(([label, value]) =>
    row(label, label === 'LP' ? 'The council met.<br/><br/>It voted.' : value),
  );
  const indexedPage = await readAll(indexed(rows.join('')));
  expect(indexedPage.articles.map(textsOf)).toEqual([['The council met.', 'It voted.']]);
});

it('codes in paragraphs of their own are entries of one list', async () => {
  const codes = row(
    'NS',
    '<p>gpol : Domestic Politics</p><p>gvote : Elections | gcat :  |</p><p>gdip : Diplomacy</p>',
  );
  const { articles } = await readAll(
    indexed(`${fields.map(([label, value]) => row(label, value)).join('')}${codes}`),
  );
  expect(articles.map((article) => article.codes.subjects)).toEqual([
    [
      { code: 'gpol', name: 'Domestic Politics' },
      { code: 'gvote', name: 'Elections' },
      { code: 'gcat' },
      { code: 'gdip', name: 'Diplomacy' },
    ],
  ]);
});

it.each([
  ['<div>By Ada Lind</div>', 'By Ada Lind', undefined],
  ['<div>Ada Lind</div><div>Harbour Agency</div>', 'Ada Lind', 'Harbour Agency'],
  ['<div>Harbour Agency</div>', undefined, 'Harbour Agency'],
  ['<div class="author">Ada Lind</div><div>Harbour Agency</div>', 'Ada Lind', 'Harbour Agency'],
])('byline and credit without their classes: %s', async (behind, byline, credit) => {
  const { articles } = await readAll(page(entry(first).replace('<div>14 words', `${behind}<div>14 words`)));
  expect(articles.map((article) => [article.byline, article.credit])).toEqual([[byline, credit]]);
});

it.each([
  ['<div>XII</div>', undefined, 'XII', undefined],
  ['<div>XXL</div><div>10</div><div>26</div>', 'XXL', '10', '26'],
])('a page in Roman numerals stands alone: %s', async (values, ...placed) => {
  const { articles } = await readAll(page(entry(first).replace('<div>English', `${values}<div>English`)));
  expect(articles.map(({ source, page, volume }) => [source?.edition, page, volume])).toEqual([placed]);
});

it('a page without the end tags that it may leave out is whole, and a cut one is not', async () => {
  const packed = page(entry(first) + entry(second))
    .replace(/<\/p>|<\/body>|<\/html>/g, '')
    .replace(/ class="?([a-z]+)"/gi, ' class=$1');
  const whole = await readAll(packed);
  expect(whole.articles.map(({ headline, body }) => [headline, body.length])).toEqual([
    ['Ferry vote put off', 1],
    ['Ferry vote put off', 1],
  ]);
  expect(whole.report).toMatchObject({ balanced: true, diagnostics: [] });
  const cut = await readAll(packed.slice(0, packed.lastIndexOf('<div class')));
  expect(codesOf(cut.report.diagnostics)).toContain('file-truncated');
});

it.each([
  ['Ferry vote ; Put off', 'Ferry vote', 'Put off'],
  ['Ferry vote; Put off; Again', 'Ferry vote', 'Put off; Again'],
  ['Ferry vote; ', 'Ferry vote;', undefined],
])('headline and subheadline are parted: %j', async (joined, headline, subheadline) => {
  const { articles } = await readAll(page(entry(first).replace('Ferry vote put off', joined)));
  expect(articles.map((article) => [article.headline, article.subheadline])).toEqual([
    [headline, subheadline],
  ]);
});

describe('articles', () => {
  it.each([
    ['by class', entry(first)],
    ['by number', entry(first).replace('class="article enArticle"', `id="article-${first}"`)],
    [
      'the last one',
      entry(first).replace(
        '<div class="article enArticle"',
        '<div id="lastArticle" class="article zhtwArticle"',
      ),
    ],
    [
      'in capitals, unquoted',
      entry(first).replace('<div class="article enArticle"', '<DIV CLASS=article ID=lastArticle'),
    ],
    ['in an outer one', `<div id="article-${first}" class="lastarticle">${entry(first)}</div>`],
  ])('begin with an element: %s', async (_, inner) => {
    const { articles, report } = await readAll(page(inner));
    expect(articles.map(({ headline, publisher }) => [headline, publisher])).toEqual([
      ['Ferry vote put off', 'Harbour Press'],
    ]);
    expect(textsOf(articles[0])).toEqual(['The council met and voted on the ferry.']);
    expect(report).toMatchObject({ balanced: true, unreadBytes: 0 });
  });

  it('without paragraphs have no publisher as text', async () => {
    const { articles } = await readAll(page(entry(first, '')));
    expect(articles.map(({ publisher, body }) => [publisher, body])).toEqual([['Harbour Press', []]]);
  });

  it('keep what stands behind their number, and say so', async () => {
    const { articles } = await readAll(
      page(entry(first).replace('</p></div>', '</p><p>Filed under: ferries</p></div>')),
    );
    expect(articles[0]?.raw.at(-1)).toEqual({ label: '', values: ['Filed under: ferries'] });
    expect(codesOf(articles[0]?.diagnostics ?? [])).toContain('field-unknown');
  });

  it('with a language in no table and a copyright line without a sign', async () => {
    const odd = '<div>Klingonisch</div><div>Harbour Post 2019</div>';
    const { articles } = await readAll(page(entry(first).replace(closing, odd)));
    expect(articles[0]).toMatchObject({ languageRaw: 'Klingonisch', copyright: 'Harbour Post 2019' });
    expect(codesOf(articles[0]?.diagnostics ?? [])).toContain('language-unknown');
    expect(textsOf(articles[0])).toEqual(['The council met and voted on the ferry.']);
  });

  it('alone, as a viewer saved it with its own frame', async () => {
    const frame = '<nav><a href="/">Home</a></nav><header>Search</header>';
    const { articles, report } = await readAll(
      page(`${frame}<main>${entry(first)}</main><footer>Help</footer>`),
    );
    expect(articles.map(({ headline }) => headline)).toEqual(['Ferry vote put off']);
    expect(report).toMatchObject({ balanced: true, unreadBytes: 0 });
  });

  it('behind half a megabyte of form state, on a page without a title', async () => {
    const state = `<form name="PageBaseForm"><input type="hidden" name="_XFORMSTATE" value="${'wEPD'.repeat(300_000)}"/>`;
    const { articles, report } = await readAll(page(`${state}${entry(first)}${entry(second)}</form>`, ''));
    expect(articles.map(({ accession }) => accession?.number)).toEqual([first, second]);
    expect(report).toMatchObject({ reader: 'factiva-html', balanced: true });
  });

  it('in a mail: lines with breaks, without the markup of the vendor', async () => {
    const lines = `Ferry vote put off<br><br>By Ada Lind<br>14 words<br>11 May 2019<br>The Harbour Post<br>HARB<br>English<br>&copy; 2019 Harbour Post<br><br>The council met and voted on the ferry.<br><br>Document ${first}<br>`;
    const { articles } = await readAll(`<html><body>${lines}</body></html>`);
    expect(articles.map(({ headline, byline, copyright }) => [headline, byline, copyright])).toEqual([
      ['Ferry vote put off', 'By Ada Lind', '© 2019 Harbour Post'],
    ]);
    expect(textsOf(articles[0])).toEqual(['The council met and voted on the ferry.']);
  });
});

describe('fields', () => {
  it.each([
    ['left to right', row],
    ['right to left', swappedRow],
  ])('in rows %s, values that look like labels too', async (_, make) => {
    const { articles } = await readAll(indexed(fields.map(([label, value]) => make(label, value)).join('')));
    expect(articles[0]).toMatchObject({
      section: 'NWS',
      headline: 'Ferry vote put off',
      source: { name: 'The Harbour Post', code: 'PR' },
      page: 'A6',
      accession: { number: first },
    });
    expect(articles[0]?.raw.map(({ label }) => label)).toEqual(fields.map(([label]) => label));
    expect(textsOf(articles[0])).toEqual(['The council met.', 'It voted.']);
  });

  it('with an empty value, and beside a cell that holds nothing', async () => {
    const rows = fields.map(([label, value]) => `${row(label, value).slice(0, -5)}<td></td></tr>`).join('');
    const { articles } = await readAll(indexed(`${row('CLM', '')}${rows}`));
    expect(articles[0]?.raw.slice(0, 2)).toEqual([
      { label: 'CLM', values: [] },
      { label: 'SE', values: ['NWS'] },
    ]);
  });
});

describe('text', () => {
  it('has hits and companies without a seam, links as data, tables with their lines', async () => {
    const body = [
      '<p class="articleParagraph">The <b>S-</b><b>Bahn</b>-line of <span class="companylink">Ferry Co</span><em>s</em>.</p>',
      '<p class="articleParagraph">See <a href="http://www.example.org/a">the <b>list</b></a> and www.example.org[http://www.example.org/b].</p>',
      '<p class="articleParagraph">Results:<pre class="articlePre">\n  Town    Votes\n  Carrow    120\n</pre>were close.</p>',
      '<table><tr><td>Town</td><td>Votes</td><td>Share</td></tr><tr><td>Carrow</td><td>120</td><td>51</td></tr></table>',
    ].join('');
    const { articles } = await readAll(page(entry(first, body)));
    expect(articles[0]?.body).toEqual([
      { kind: 'text', text: 'The S-Bahn-line of Ferry Cos.' },
      { kind: 'text', text: 'See the list and www.example.org.' },
      { kind: 'text', text: 'Results:' },
      { kind: 'table', text: '  Town    Votes\n  Carrow    120' },
      { kind: 'text', text: 'were close.' },
      { kind: 'table', text: 'Town\tVotes\tShare\nCarrow\t120\t51' },
    ]);
    expect(articles[0]?.links).toEqual([
      { text: 'www.example.org', url: 'http://www.example.org/b' },
      { text: 'the list', url: 'http://www.example.org/a' },
    ]);
  });

  it('of two cells a row is one of a table, whatever its first cell looks like', async () => {
    const rows = [
      ['EU', '120'],
      ['CO', '80'],
      ['Osmere', '7'],
    ].map(([name, votes]) => `<tr><td>${name}</td><td>${votes}</td></tr>`);
    const { articles } = await readAll(page(entry(first, `${paragraph}<table>${rows.join('')}</table>`)));
    expect(articles[0]?.body).toEqual([
      { kind: 'text', text: 'The council met and voted on the ferry.' },
      { kind: 'table', text: 'EU\t120\nCO\t80\nOsmere\t7' },
    ]);
    expect(articles[0]).toMatchObject({ headline: 'Ferry vote put off', source: { code: 'HARB' } });
    expect(articles[0]?.codes.companies).toEqual([]);
  });

  it('escaped twice stays whole, and is told with what was meant', async () => {
    const escaped = entry(first).replace('Ferry vote put off', 'Ferry &amp;amp; Vote; A second one');
    const [article] = (await readAll(page(escaped))).articles;
    expect(article).toMatchObject({ headline: 'Ferry &amp; Vote', subheadline: 'A second one' });
    expect(article?.diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'damage-control-word',
        path: 'headline',
        candidates: [{ text: '&', reason: 'the character that the code stands for' }],
      }),
    );
  });

  it('in a table within a field is a table', async () => {
    const inner =
      '<p>Votes:</p><table><tr><td>Carrow</td><td>120</td></tr><tr><td>Osmere</td><td>80</td></tr></table>';
    const rows = fields.map(([label, value]) => row(label, label === 'LP' ? inner : value)).join('');
    const { articles } = await readAll(indexed(rows));
    expect(articles[0]?.body).toEqual([
      { kind: 'text', part: 'lead', text: 'Votes:' },
      { kind: 'table', part: 'lead', text: 'Carrow\t120\nOsmere\t80' },
    ]);
  });

  it('behind a quote that nobody closed is not lost', async () => {
    const open = paragraph.replace('enarticleParagraph"', 'enarticleParagraph');
    const { articles } = await readAll(
      page(entry(first, open)).replaceAll('"', "'").replace("class='articleP", 'class="articleP'),
    );
    expect(textsOf(articles[0])?.[0]).toBe('The council met and voted on the ferry.');
  });

  it.each([
    ['a comment', 'The <!-- a > b -->council met.', 'The council met.'],
    ['signs that begin no tag', 'If a < b and 1 <2 then c > d.', 'If a < b and 1 <2 then c > d.'],
    ['entities', 'Tom &amp; Ann&nbsp;&mdash; &#8220;so&#x201D; &lt;b&gt;', 'Tom & Ann — “so” <b>'],
    ['a sign within quotes', 'The <a title="x > y" href="#">council</a> met.', 'The council met.'],
    ['tags in capitals', 'The <B>coun</B>cil<BR>met.', 'The council met.'],
    ['scripts', 'The <script>var a = "</p>";</script>council met.', 'The council met.'],
  ])('with %s', async (_, markup, text) => {
    const { articles } = await readAll(page(entry(first, `<p class="articleParagraph">${markup}</p>`)));
    expect(textsOf(articles[0])).toEqual([text]);
  });
});

const whole = page(numbers.map((number) => entry(number)).join(''));

it('cut anywhere a page keeps the articles before the cut, and every byte is accounted for', async () => {
  const { articles: all } = await readAll(whole);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), async (length) => {
      const { articles, report } = await readAll(new TextEncoder().encode(whole).slice(0, length));
      let at = 0;
      for (const span of report.spans) {
        expect(span.start).toBe(at);
        at = span.end;
      }
      expect(at).toBe(report.bytes);
      const complete = articles.filter(({ diagnostics }) => !codesOf(diagnostics).includes('text-truncated'));
      const ends = all.filter(({ provenance }) => provenance.span.end <= length);
      expect(complete.map(textsOf)).toEqual(expect.arrayContaining(ends.map(textsOf)));
      expect(complete.length).toBe(ends.length);
    }),
    { numRuns: 200 },
  );
});

describe('lists of the markup', () => {
  const list =
    '<p class="articleParagraph">The vote had two parts:</p><ul><li>The <b>ferry</b></li><li><p>The pier</p><p>It is old.</p></li></ul><ol><li>One more<ol><li>Below it</ol></ol><p class="articleParagraph">The council rose.</p>';
  const kinds = [
    ['text', 'The vote had two parts:'],
    ['list', 'The ferry'],
    ['list', 'The pier'],
    ['text', 'It is old.'],
    ['list', 'One more'],
    ['list', 'Below it'],
    ['text', 'The council rose.'],
  ];

  it.each([
    ['with the vendor’s markup', page(entry(first, list))],
    [
      'in a cell',
      page(
        `<div class="article enArticle"><table>${row('HD', 'Ferry')}${row('TD', list)}${row('AN', `Document ${first}`)}</table></div>`,
      ),
    ],
    [
      'without the vendor’s markup',
      `<html><body><p>Ferry vote put off</p><p>By Ada Lind</p><p>14 words</p><p>11 May 2019</p><p>The Harbour Post</p><p>HARB</p><p>English</p><p>(c) 2019 Harbour</p>${list}<p>Document ${first}</p></body></html>`,
    ],
  ])('become list paragraphs %s', async (_, text) => {
    const { articles } = await readAll(text);
    expect(articles[0]?.body.map(({ kind, text }) => [kind, text])).toEqual(kinds);
  });

  it('are related coverage under its title', async () => {
    const { articles } = await readAll(
      page(
        entry(
          first,
          `${paragraph}<p class="articleParagraph">Related Coverage</p><ul><li>Ferry late</li></ul>`,
        ),
      ),
    );
    expect(articles[0]?.body.map(({ kind }) => kind)).toEqual(['text', 'heading', 'related']);
  });
});

describe('the account of the search, without its id', () => {
  const rows =
    '<tr><td>Text</td><td>ferry</td></tr><tr><td>Results Found</td><td>1</td></tr><tr><td>Timestamp</td><td>11 May 2019 12:00 PM</td></tr>';
  const shown = [
    { label: 'Text', value: 'ferry' },
    { label: 'Results Found', value: '1' },
    { label: 'Timestamp', value: '11 May 2019 12:00 PM' },
  ];
  const footer = '<div id="pageFooter"><table><tr><td>&copy; 2019 Factiva, Inc.</td></tr></table></div>';

  it.each([
    ['a row of its table', `<table><tr><td colspan="2">Search Summary</td></tr>${rows}</table><p>`],
    ['a heading over it', `<h2>Search Summary</h2><table>${rows}</table>`],
    [
      'a cell of a table of the page',
      `<table><tr><td><table><tr><td><b>Search Summary</b></td></tr>${rows}</table></td></tr></table>`,
    ],
  ])('is known by its title in %s', async (_, summary) => {
    const { articles, report, unread } = await readAll(page(`${entry(first)}${summary}${footer}`));
    expect(articles).toHaveLength(1);
    expect(unread).toEqual([]);
    expect(report).toMatchObject({
      declared: 1,
      found: 1,
      balanced: true,
      summary: { title: 'Search Summary', rows: shown, results: 1 },
    });
  });

  it('ends where another article begins', async () => {
    const { articles, report } = await readAll(
      page(`${entry(first)}<h2>Search Summary</h2><table>${rows}</table>${entry(second)}`),
    );
    expect(articles.map(({ accession }) => accession?.number)).toEqual([first, second]);
    expect(report.summary?.rows).toEqual(shown);
  });
});

describe('a text that a browser kept as a page', () => {
  const text = (number: string) =>
    `Harbour\r\nFerry put off\r\n\r\nBy Ada Lind\r\n14 words\r\n11 May 2019\r\nThe Harbour Post\r\nHARB\r\nEnglish\r\n(c) 2019 Harbour\r\n\r\nThe council met &amp; voted on the ferry.\r\n\r\nIt rose.\r\n\r\nDocument ${number}\r\n\r\n`;

  it('is read line by line, each with its place', async () => {
    const start = '<html><head></head><body><pre style="white-space: pre-wrap;">';
    const { articles, report, unread } = await readAll(
      `${start}${text(first)}${text(second)}</pre></body></html>`,
      { explain: true },
    );
    expect(
      articles.map(({ section, headline, byline, accession }) => [
        section,
        headline,
        byline,
        accession?.number,
      ]),
    ).toEqual([
      ['Harbour', 'Ferry put off', 'By Ada Lind', first],
      ['Harbour', 'Ferry put off', 'By Ada Lind', second],
    ]);
    expect(articles[1]?.body).toEqual([
      { kind: 'text', text: 'The council met & voted on the ferry.' },
      { kind: 'text', text: 'It rose.' },
    ]);
    expect([unread, report.balanced]).toEqual([[], true]);
    const headline = report.spans.find(({ field }) => field === 'HD');
    expect(headline).toMatchObject({ start: start.length + 'Harbour\r\n'.length });
  });

  it('keeps tables that stand in an article', async () => {
    const { articles } = await readAll(
      `<html><body><p>Ferry put off</p><p>By Ada Lind</p><p>14 words</p><p>11 May 2019</p><p>The Harbour Post</p><p>HARB</p><p>English</p><p>(c) 2019 Harbour</p><p>The fares:</p><pre>\nAdult   4\n  Child 2\n</pre><p>It rose.</p><p>Document ${first}</p></body></html>`,
    );
    expect(articles[0]?.body).toEqual([
      { kind: 'text', text: 'The fares:' },
      { kind: 'table', text: 'Adult   4\n  Child 2' },
      { kind: 'text', text: 'It rose.' },
    ]);
  });
});
