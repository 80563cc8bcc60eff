import { describe, expect, it } from 'vitest';
import type { Article } from '../../index.ts';
import { readAll } from '../testing/read-all.ts';

const number = (serial: number) => `HARB000020190511ef5b000a${serial}`;
const codesOf = (diagnostics: { code: string }[]) => diagnostics.map(({ code }) => code);
const rawOf = ({ raw }: Article) => Object.fromEntries(raw.map(({ label, values }) => [label, values]));
const encoded = (text: string, charset: 'utf-16le' | 'utf-16be') => {
  const bytes = new Uint8Array((text.length + 1) * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at <= text.length; at++)
    view.setUint16(at * 2, `\ufeff${text}`.charCodeAt(at), charset === 'utf-16le');
  return bytes;
};

const ppsArticle = (serial: number, more = '') => `<ppsarticle><article>
<accessionNo>${number(serial)}</accessionNo><baseLanguage>DE</baseLanguage>
<headline><paragraph display="Proportional"><hlt>Fähr</hlt>abstimmung ${serial}; vertagt</paragraph></headline>
<leadParagraph><paragraph>Der Rat
      tagte.</paragraph><paragraph display="Preformatted">a   1
b   2</paragraph></leadParagraph>
<publicationDate><dateTime>2019-05-11T09:30:00Z</dateTime></publicationDate>
<sourceName>Hafen &amp; Stadt</sourceName><sourceCode>HARB</sourceCode>
<region code="ger"><name>Germany</name></region><newsSubject code="gpol" position="0"><name>Politics</name></newsSubject>
<descField code="ipc">A/B</descField><descField code="ipd">words</descField>
<tailParagraphs><paragraph>Mehr <ELink ref="https://example.org/a">dazu</ELink>.</paragraph></tailParagraphs>
<wordCount>9</wordCount>${more}</article></ppsarticle>`;
const pps = (count: number, ...articles: string[]) =>
  `<?xml version="1.0"?><PPSResponse><r xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet count="${count}">${articles.join('\n')}</ppsarticleResultSet></r></PPSResponse>`;

describe('PPS', () => {
  it('maps every element; what it does not know stays in raw', async () => {
    const { articles, report } = await readAll(
      pps(1, ppsArticle(1, '<logo image="a.gif"/><odd a="1">x<b>y</b></odd>')),
    );
    expect(report).toMatchObject({ reader: 'factiva-pps', declared: 1, found: 1, balanced: true });
    expect(articles[0]).toMatchObject({
      id: `factiva:${number(1)}`,
      headline: 'Fährabstimmung 1; vertagt',
      publication: { date: '2019-05-11', time: '09:30:00', zone: 'UTC' },
      source: { name: 'Hafen & Stadt', code: 'HARB' },
      language: 'de',
      languageRaw: 'DE',
      body: [
        { kind: 'text', part: 'lead', text: 'Der Rat tagte.' },
        { kind: 'table', part: 'lead', text: 'a   1\nb   2' },
        { kind: 'text', part: 'rest', text: 'Mehr dazu.' },
      ],
      links: [{ text: 'dazu', url: 'https://example.org/a' }],
      codes: {
        regions: [{ code: 'ger', name: 'Germany' }],
        subjects: [{ code: 'gpol', name: 'Politics' }],
        provider: [{ code: 'A/B' }],
      },
      wordCount: { stated: 9 },
    });
    expect(rawOf(articles[0] as Article)).toMatchObject({
      'article/leadParagraph': [],
      'article/region': ['ger : Germany'],
      'article/newsSubject/*': ['{"code":"gpol","position":"0","name":[{"text":"Politics"}]}'],
      'article/descField[ipd]': ['words'],
      'article/logo@image': ['a.gif'],
      'article/odd': ['xy'],
      'article/odd@a': ['1'],
    });
  });

  it('takes codes within containers as those that stand alone, and a link once', async () => {
    const link = '<paragraph><ELink ref="https://example.org/a">dazu</ELink></paragraph>';
    const contained = ppsArticle(1, `<artwork>${link}${link}</artwork>`)
      .replace(/<region.*<\/newsSubject>/, '<regions>$&</regions>')
      .replace(/<descField.*<\/descField>/, '<descFields>$&</descFields>');
    const { articles } = await readAll(pps(1, contained));
    expect(articles[0]?.codes).toMatchObject({
      regions: [{ code: 'ger', name: 'Germany' }],
      subjects: [{ code: 'gpol', name: 'Politics' }],
      provider: [{ code: 'A/B' }],
    });
    expect(articles[0]?.links).toEqual([{ text: 'dazu', url: 'https://example.org/a' }]);
  });

  it.each(['utf-16le', 'utf-16be'] as const)('in %s', async (charset) => {
    const { articles, report } = await readAll(encoded(pps(2, ppsArticle(1), ppsArticle(2)), charset));
    expect(report).toMatchObject({ charset, found: 2, balanced: true });
    expect(articles[1]?.headline).toBe('Fährabstimmung 2; vertagt');
  });

  it('in the charset it declares', async () => {
    const text = pps(1, ppsArticle(1)).replace('?>', ' encoding="windows-1250"?>').replaceAll('Fähr', 'Łodz');
    const bytes = Uint8Array.from(text, (character) => (character === 'Ł' ? 0xa3 : character.charCodeAt(0)));
    expect((await readAll(bytes)).articles[0]?.headline).toBe('Łodzabstimmung 1; vertagt');
  });

  it('with any prefix and either quotes', async () => {
    const text = pps(1, ppsArticle(1))
      .replace(/<(\/?)(?=[a-z])/g, '<$1f:')
      .replace(/"(ger|ipc|gpol)"/g, "'$1'");
    const { articles, report } = await readAll(text);
    expect(report).toMatchObject({ reader: 'factiva-pps', found: 1, balanced: true });
    expect(articles[0]?.codes.regions).toEqual([{ code: 'ger', name: 'Germany' }]);
  });

  it('with a paragraph of any length', async () => {
    for (const pad of ['', 'a', 'ab']) {
      const long = `${pad}${'漢'.repeat(1_200_000)}`;
      const { articles } = await readAll(pps(1, ppsArticle(1).replace('Der Rat', long)));
      expect(articles[0]?.body[0]?.text).toBe(`${long} tagte.`);
    }
  });

  it('tells a count that is wrong', async () => {
    const { report } = await readAll(pps(5, ppsArticle(1), ppsArticle(2)));
    expect(report).toMatchObject({ declared: 5, found: 2, balanced: false });
    expect(codesOf(report.diagnostics)).toEqual(['count-differs']);
  });

  it('loses no article to one whose tags are missing', async () => {
    const damaged = ppsArticle(2).replace('</tailParagraphs>', '').replace('</article></ppsarticle>', '');
    const { articles, report } = await readAll(pps(3, ppsArticle(1), damaged, ppsArticle(3)));
    expect(articles.map(({ id }) => id)).toEqual([1, 2, 3].map((serial) => `factiva:${number(serial)}`));
    expect(articles.map(({ diagnostics }) => codesOf(diagnostics).includes('record-damaged'))).toEqual([
      false,
      true,
      false,
    ]);
    expect(report).toMatchObject({ found: 3, declared: 3 });
  });

  it('cut in the middle keeps what is whole', async () => {
    const { articles, report } = await readAll(pps(2, ppsArticle(1), ppsArticle(2)).slice(0, -330));
    expect(articles.map(({ diagnostics }) => codesOf(diagnostics).includes('text-truncated'))).toEqual([
      false,
      true,
    ]);
    expect(codesOf(report.diagnostics)).toContain('file-truncated');
  });

  it('follows no document type', async () => {
    const bomb =
      '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const text = pps(1, ppsArticle(1).replace('Der Rat', '&b;&c; Der Rat')).replace('?>', `?>${bomb}`);
    const { articles, report } = await readAll(text);
    expect(articles[0]?.body[0]?.text).toBe('&b;&c; Der Rat tagte.');
    expect(codesOf(report.diagnostics)).toEqual(['dtd-ignored', 'bytes-unread']);
    expect(report.balanced).toBe(false);
  });

  it('reports text that stands in no article', async () => {
    const { report } = await readAll(pps(1, ppsArticle(1)).replace('</r>', '<note>left over</note></r>'));
    expect(report.spans.find(({ kind }) => kind === 'unread')?.text).toBe('left over');
  });
});

const distDoc = (
  serial: number,
  attributes = 'action="add"',
) => `<DistDoc ${attributes} an="${number(serial)}" doctype="article">
<SelectDedupData><DupList cnt="1" dedupThreshold="VIRTUALLYIDENTICAL">${number(9)}</DupList></SelectDedupData>
<ReplyItem lang="en"><BaseLang value="en" fid="la"/><SrcCode value="harb" fid="sc"/><Headline fid="hd"><Para>Short</Para></Headline>
<CodeSets><CSet fid="re"><Code value="ger"/></CSet></CodeSets></ReplyItem>
<MetadataPT><DocData><AccessionNo value="${number(serial)}" fid="an"/><Num value="7" fid="wc"/><Num value="40" fid="cc"/><Date value="20190511" fid="pd"/>
<Date value="20190512" fid="upd"/><Time value="080355" fid="upt"/><Date value="20190513" fid="md"/><Time value="000000" fid="mt"/><RevisionNo value="3" fid="rvn"/></DocData>
<PubData><SrcCode value="HARB" fid="sc"/><SrcName fid="sn">Harbour Post</SrcName></PubData>
<CodeSets><CSet fid="re"><Code value="ger"><CodeD index="no" lang="en">Germany</CodeD><CodeI org="rbc" action="add"><CodeA name="rule" value="77"/></CodeI></Code></CSet></CodeSets></MetadataPT>
<ArchiveDoc xml:space="preserve"><Article lang="en"><HandL fid="hlp"><Title fid="hl"><SectionName fid="se"/><Headline fid="hd"><Para>Ferry vote</Para><Para>A delay</Para></Headline></Title>
<LeadPara fid="lp"><Para><![CDATA[Met <at> noon & voted.]]></Para></LeadPara></HandL><TailParas/>
<Byline fid="by" index="field">By Ada Lind </Byline><Contact fid="ct"/></Article></ArchiveDoc></DistDoc>`;

describe('DistDoc', () => {
  it('maps elements by their field codes, the fullest part first', async () => {
    const { articles, report } = await readAll(`<?xml version="1.0"?>\n${distDoc(1)}`);
    expect(report).toMatchObject({
      reader: 'factiva-distdoc',
      declared: null,
      found: 1,
      balanced: true,
      diagnostics: [],
    });
    expect(articles[0]).toMatchObject({
      id: `factiva:${number(1)}`,
      headline: 'Ferry vote',
      subheadline: 'A delay',
      authors: [{ name: 'Ada Lind' }],
      publication: { date: '2019-05-11', raw: '20190511', basis: 'display' },
      loaded: '2019-05-12T08:03:55',
      modified: '2019-05-13',
      revision: '3',
      source: { name: 'Harbour Post', code: 'HARB' },
      body: [{ kind: 'text', part: 'lead', text: 'Met <at> noon & voted.' }],
      codes: { regions: [{ code: 'ger', name: 'Germany' }] },
    });
    expect(articles[0]?.section).toBeUndefined();
    expect(rawOf(articles[0] as Article)).toMatchObject({
      '@action': ['add'],
      'SelectDedupData/DupList': [number(9)],
      'SelectDedupData/DupList@dedupThreshold': ['VIRTUALLYIDENTICAL'],
      'ReplyItem/Headline[hd]': ['Short'],
      'MetadataPT/DocData/Num[cc]': ['40'],
      'MetadataPT/CodeSets/CSet[re]/Code/*': [
        '{"value":"ger","CodeD":[{"index":"no","lang":"en","text":"Germany"}],"CodeI":[{"org":"rbc","action":"add","CodeA":[{"name":"rule","value":"77"}]}]}',
      ],
    });
  });

  it('stands more than once in a file, and withdraws', async () => {
    const { articles, report } = await readAll(
      `${distDoc(1)}\n<DistDoc action='del' an='${number(8)}'/>\n${distDoc(2, 'action="rep"')}`,
    );
    expect(articles.map(({ id }) => id)).toEqual([1, 2].map((serial) => `factiva:${number(serial)}`));
    expect(report).toMatchObject({ balanced: true, withdrawals: [{ id: `factiva:${number(8)}`, after: 1 }] });
  });
});
