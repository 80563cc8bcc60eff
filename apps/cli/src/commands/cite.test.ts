import { beforeAll, expect, test } from 'vitest';
import { idOf, invent, runCli, useFolder, writeExport } from '../testing.ts';

const at = useFolder();
const articles = invent(3, 33);
const ids = articles.map(idOf);
const archive = async (...args: string[]) => runCli([...args, '--db', at('archive.db')]);

beforeAll(async () => {
  await writeExport(at('a.html'), articles);
  expect((await archive('import', at('a.html'))).code).toBe(0);
});

interface Item {
  id: string;
  title: string;
  'container-title': string;
  issued: { 'date-parts': [[number, number, number]] };
  archive_location: string;
}

test('references say what the articles are, in the order asked for', async () => {
  const { code, stdout } = await archive('cite', ...ids.toReversed(), '--json');
  expect(code).toBe(0);
  const items = JSON.parse(stdout) as Item[];
  expect(items.map((item) => [item.id, item.title, item['container-title'], item.archive_location])).toEqual(
    articles
      .toReversed()
      .map((truth) => [idOf(truth), truth.headline, truth.source.name, truth.accession.number]),
  );
  expect(items.map(({ issued }) => issued['date-parts'][0])).toEqual(
    articles.toReversed().map(({ date }) => date.split('-').map(Number)),
  );
});

test('each format is there, from an accession number too', async () => {
  const [first] = articles;
  const number = first?.accession.number ?? '';
  const said = async (to: string) => (await archive('cite', number, '--to', to)).stdout;
  expect(await said('ris')).toContain(`AN  - ${number}\r\n`);
  expect(await said('bibtex')).toContain(`note = {Factiva ${number}}`);
  expect(await said('biblatex')).toContain(`eprint = {${number}}`);
  expect((await archive('cite', number)).stdout).toContain(`${first?.headline}`);
});

test('a format that is asked for wins over --json', async () => {
  const number = articles[0]?.accession.number ?? '';
  const asked = await Promise.all(
    ['cite', 'export'].map((name) =>
      archive(name, ...(name === 'cite' ? [number] : []), '--json', '--to', 'bibtex'),
    ),
  );
  for (const { stdout } of asked) expect(stdout).toContain(`note = {Factiva ${number}}`);
});

test('all hits are exported as references', async () => {
  const { stdout } = await archive('export', '--to', 'ris');
  const told = [...stdout.matchAll(/^ID {2}- (.*)\r$/gm)].map(([, id]) => id);
  expect(told.toSorted()).toEqual(ids.toSorted());
});

test('an article that is not there ends it, in words', async () => {
  const { code, stdout, stderr } = await archive('cite', ids[0] ?? '', 'factiva:NONE');
  expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
  expect(stderr).toContain('The archive has no article factiva:NONE.');
});
