import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readArticles } from './index.ts';

// Each of these takes minutes where a scanner is not linear; the runner's own limit ends them.
const many = 300_000;
const start = '{"an":"HARB000020190511ef5b000a1","title":"T","body":"';
const header = 'an,title,body,source_code\n';
const pps = '<ppsarticleResultSet count="1"><ppsarticle><article><accessionNo>A</accessionNo>';
const dist = '<DistDoc action="add" an="HARB000020190511ef5b000a1"><AccessionNo value="a" fid="an"/>';

it.each<[string, string]>([
  ['nested elements', `${pps}${'<a>'.repeat(many)}`],
  ['nested records', `${pps}${'<ppsarticle><article>'.repeat(many / 20)}`],
  ['closing tags that close nothing', `${pps}${'<a>'.repeat(150)}${'</b>'.repeat(many)}`],
  ['open tags', `${pps}${'<a '.repeat(many)}`],
  ['open quotes', `${pps}${'<a b="'.repeat(many)}`],
  ['attributes', `${pps}<a ${'b="c" '.repeat(many)}/>`],
  ['attributes without values', `${pps}<a ${'b = '.repeat(many)}/>`],
  ['an attribute without an end', `${pps}<a b="${'c '.repeat(many)}`],
  ['a comment without an end', `${pps}<!--${'- '.repeat(many)}`],
  ['comments', `${pps}${'<!---->'.repeat(many)}`],
  ['CDATA without an end', `${pps}<![CDATA[${']] '.repeat(many)}`],
  ['a document type without an end', `<!DOCTYPE a [${'<!ENTITY a "b">'.repeat(many / 10)}${pps}`],
  ['entities', `${dist}<Para>${'&#60;&amp;&x;'.repeat(many / 10)}</Para></DistDoc>`],
  ['ampersands', `${dist}<Para>${'&'.repeat(many)}</Para></DistDoc>`],
  ['white space', `${dist}<Para>${' '.repeat(many)}x${'\n'.repeat(many)}</Para></DistDoc>`],
  ['codes', `${dist}${'<Code value="a"><CodeD>b</CodeD></Code>'.repeat(many / 20)}</DistDoc>`],
  ['nested arrays', `${start}","x":${'['.repeat(many)}`],
  ['nested objects, a line each', `${start}"}\n${'{"an":\n'.repeat(many / 5)}`],
  ['nested objects, a list each', `${start}"}\n${'{"data":['.repeat(many / 5)}`],
  ['open strings', `${start}"}\n${'{"an":"x\n'.repeat(many / 5)}`],
  ['escapes', `${start}${'\\'.repeat(many)}`],
  ['escaped quotes', `${start}${'\\"'.repeat(many)}"}`],
  ['commas', `${start}"${','.repeat(many)}`],
  ['braces', `${start}"}${'{'.repeat(many)}`],
  ['keys', `{"an":"a","title":"b"${',"k":1'.repeat(many)}}`],
  ['broken records', `${start}"}\n${`${start}"\n`.repeat(many / 50)}`],
  ['blank lines', `${start}${'\\n \\n'.repeat(many / 5)}"}`],
  ['code lists', `${start}","region_codes":"${','.repeat(many)}"}`],
  ['a number', `${start}","word_count":${'1'.repeat(many)}}`],
  ['open quotes in rows', `${header}${'"a\n'.repeat(many)}`],
  ['pairs of quotes', `${header}${'""\n'.repeat(many)}`],
  ['quotes that close early', `${header}${'"a"b\n'.repeat(many)}`],
  ['pairs of quotes after one', `${header}"\n${'"""\n'.repeat(many)}`],
  ['separators', `${header}${','.repeat(many)}`],
  ['short rows', `${header}${'a,b\n'.repeat(many)}`],
])('many %s', async (_, text) => {
  const bytes = new TextEncoder().encode(text);
  const reading = readArticles(bytes, { file: 'hostile' });
  for await (const _article of reading);
  const { spans, bytes: size, reader } = await reading.report();
  expect(reader).not.toBeNull();
  expect(
    spans.map(({ start }, index) => start - (spans[index - 1]?.end ?? 0)).every((gap) => gap === 0),
  ).toBe(true);
  expect(spans.at(-1)?.end).toBe(size);
});

const serials = [1, 2, 3, 4, 5];
const number = (serial: number) => `HARB000020190511ef5b000a${serial}`;
const files: Record<string, string> = {
  pps: `<?xml version="1.0"?><ppsarticleResultSet count="5">${serials
    .map(
      (serial) =>
        `<ppsarticle><article><accessionNo>${number(serial)}</accessionNo><headline><paragraph>A &amp; B</paragraph></headline><leadParagraph><paragraph><![CDATA[x]]></paragraph></leadParagraph></article></ppsarticle>\n`,
    )
    .join('')}</ppsarticleResultSet>`,
  distdoc: serials
    .map(
      (serial) =>
        `<DistDoc an="${number(serial)}"><ArchiveDoc><Headline fid="hd"><Para>A</Para></Headline><LeadPara fid='lp'><Para>B</Para></LeadPara></ArchiveDoc></DistDoc>\n`,
    )
    .join(''),
  lines: serials
    .map(
      (serial) => `{"an":"${number(serial)}","title":"A \\"B\\"","body":"C\\n\\nD","region_codes":",usa,"}\n`,
    )
    .join(''),
  content: JSON.stringify({
    data: serials.map((serial) => ({
      id: number(serial),
      attributes: { headline: { main: { content: [{ type: 'TextItem', content: { text: 'A' } }] } } },
      meta: { code_sets: [] },
    })),
  }),
  csv: `an,title,body\n${serials.map((serial) => `${number(serial)},"A ""B""","C\nD"\n`).join('')}`,
};

interface Change {
  at: number;
  length: number;
  text: string;
}
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(1000).map((permille) => permille / 1000),
  length: fc.nat(20),
  text: fc.oneof(
    fc.string({ maxLength: 4 }),
    fc.constantFrom('"', '<', '>', '{', '}', '[', ']', ',', '\\', '\n', '&', '<!--', '<![CDATA[', '\0'),
  ),
});

it.each(Object.keys(files))(
  '%s: whatever is changed, the spans tile and articles stay articles',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (changes, cut) => {
          let text = files[name] as string;
          for (const { at, length, text: inserted } of changes) {
            // What tells the format apart stays.
            const from = 60 + Math.floor(at * (text.length - 60));
            text = text.slice(0, from) + inserted + (cut ? '' : text.slice(from + length));
          }
          const bytes = new TextEncoder().encode(text);
          const reading = readArticles(bytes, { file: 'changed' });
          let found = 0;
          for await (const _article of reading) found++;
          const report = await reading.report();
          expect(report.found).toBe(found);
          let end = 0;
          for (const span of report.spans) {
            expect(span.start).toBe(end);
            end = span.end;
          }
          expect(end).toBe(bytes.length);
          // One change in one place costs one article, or the two at whose border it stands.
          if (changes.length === 1 && !cut) expect(found).toBeGreaterThanOrEqual(serials.length - 2);
        },
      ),
      { numRuns: 100 },
    );
  },
);
