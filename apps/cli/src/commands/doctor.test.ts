import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { wrap } from '@pressmark/fixtures';
import { beforeAll, describe, expect, test } from 'vitest';
import { invent, runCli, useFolder, writeBadFiles, writeExport } from '../testing.ts';

const at = useFolder();
const articles = invent(3, 31);

beforeAll(async () => {
  await writeExport(at('good.html'), articles, { skeleton: 'html-indexed' });
  await writeExport(at('fewer.html'), articles, { results: 7 });
  await writeBadFiles(at);
});

interface Examined {
  bytes: number;
  spans: { start: number; end: number; kind: string; article?: number; field?: string }[];
  [key: string]: unknown;
}

const tiles = ({ spans, bytes }: Examined): boolean =>
  spans.every(({ start, end }, index) => start === (spans[index - 1]?.end ?? 0) && end > start) &&
  (spans.at(-1)?.end ?? 0) === bytes;

describe('doctor', () => {
  test('prints one file as a plain object whose spans tile it: exit 0', async () => {
    const { code, stdout } = await runCli(['doctor', at('good.html'), '--json']);
    const examined: Examined = JSON.parse(stdout);
    const { size } = await stat(at('good.html'));
    expect({ code, ...examined }).toMatchObject({
      code: 0,
      file: at('good.html'),
      bytes: size,
      reader: 'factiva-html',
      declared: null,
      found: 3,
      balanced: true,
      diagnostics: expect.any(Array),
    });
    expect(tiles(examined)).toBe(true);
    const ofArticles = examined.spans.filter(({ kind }) => kind === 'article');
    expect(ofArticles.map(({ article }) => article)).toEqual([0, 1, 2]);
    expect(ofArticles.map((span) => Object.keys(span))).toEqual(
      ofArticles.map(() => ['start', 'end', 'kind', 'article']),
    );
  });

  test('splits articles by their fields on request', async () => {
    const { stdout } = await runCli(['doctor', at('good.html'), '--json', '--fields']);
    const examined: Examined = JSON.parse(stdout);
    const bytes = await readFile(at('good.html'));
    const first = examined.spans.filter(({ article, field }) => article === 0 && field !== undefined);
    expect(tiles(examined)).toBe(true);
    for (const { field, start, end } of first)
      expect(bytes.subarray(start, end).toString()).toContain(`<b>${field}</b>`);
    expect(first.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['HD', 'WC', 'PD', 'SN', 'SC', 'LA', 'LP', 'AN']),
    );
  });

  test('explains a file to people, stdin too', async () => {
    const input = wrap(articles, 'html-indexed');
    const { code, stdout } = await runCli(['doctor', '-'], { input });
    expect(code).toBe(0);
    expect(stdout).toContain('Factiva HTML (factiva-html)');
    expect(stdout).toMatch(/Articles +3 found, the file declares no number, balanced/);
    expect(stdout).toContain('✓ an accession number');
    expect(stdout).toMatch(/word count +3 +100.0 %/);
  });

  test('says with exit 5 that an account does not balance, and with what', async () => {
    const { code, stdout } = await runCli(['doctor', at('fewer.html')]);
    expect(code).toBe(5);
    expect(stdout).toContain('7 declared');
    expect(stdout).toContain('warning count-differs');
  });

  test('lists several files; some unreadable: exit 3; none readable: exit 1', async () => {
    const some = await runCli(['doctor', at('good.html'), at('letter.txt'), at('missing.rtf'), '--json']);
    const { files }: { files: Examined[] } = JSON.parse(some.stdout);
    expect([some.code, files.map(({ reader }) => reader)]).toEqual([3, ['factiva-html', null, null]]);
    expect(files.map(tiles)).toEqual([true, true, true]);
    const none = await runCli(['doctor', at('letter.txt')]);
    expect([none.code, none.stdout.includes('none that is known')]).toEqual([1, true]);
  });
});

describe('redact', () => {
  test('writes a file of the same length that reads the same and names nobody', async () => {
    const ran = await runCli(['redact', at('good.html'), '-o', at('covered.html')]);
    const [before, after] = [await readFile(at('good.html')), await readFile(at('covered.html'))];
    expect([ran.code, ran.stdout, after.length]).toEqual([0, '', before.length]);
    const text = after.toString();
    for (const { headline, accession, authors } of articles) {
      expect(text).not.toContain(headline);
      expect(text).not.toContain(accession.number);
      for (const author of authors) expect(text).not.toContain(author);
    }
    const { stdout } = await runCli(['doctor', at('covered.html'), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ reader: 'factiva-html', found: 3, balanced: true });
  });

  test('prints to stdout, and writes over nothing', async () => {
    const [printed, refused] = await Promise.all([
      runCli(['redact', '-'], { input: 'Dear harbour master,\nAda Lind\n' }),
      runCli(['redact', at('letter.txt'), '-o', at('good.html')]),
    ]);
    expect([printed.code, printed.stdout]).toEqual([0, 'Qqqq qqqqqqq qqqqqq,\nQqq Qqqq\n']);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('exists already')]);
  });

  test('blames the output for what the output lacks: exit 1', async () => {
    await mkdir(at('locked'), { mode: 0o555 });
    const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const [nowhere, locked] = await Promise.all([
      runCli(['redact', at('letter.txt'), '-o', at('nowhere/x.txt')]),
      runCli(['redact', '-', '-o', at('locked/x.txt')], { ...uid, input: 'Dear harbour master' }),
    ]);
    expect([nowhere.code, nowhere.stderr]).toEqual([
      1,
      `pressmark: ${at('nowhere/x.txt')} cannot be written: there is no such folder.\n`,
    ]);
    expect([locked.code, locked.stderr]).toEqual([
      1,
      `pressmark: ${at('locked/x.txt')} cannot be written: there is no permission to write there.\n`,
    ]);
  });

  test('compares what comes through a pipe as a file: exit 1 where the copy would read otherwise', async () => {
    const number = 'HARB000020190511ef5b000a1';
    const text = `HD\nFerry put off\nWC\n9 words\nPD\n11 May 2019\nLP\nThe council waits.\nAN\nDocument ${number}\n`;
    const record = JSON.stringify({ an: number, title: 'Ferry put off', body: 'Waits. '.repeat(50) });
    await writeFile(at('joined.txt'), `${text}${record}\n`);
    const [file, pipe] = await Promise.all([
      runCli(['redact', at('joined.txt')]),
      runCli(['redact', '-'], { input: `${text}${record}\n` }),
    ]);
    expect([file.code, file.stdout]).toEqual([1, '']);
    expect([pipe.code, pipe.stdout]).toEqual([1, '']);
    expect(pipe.stderr).toBe(file.stderr.replace(at('joined.txt'), 'stdin'));
    expect(pipe.stderr).toContain('2 articles were found, and 1 would be');
  });

  test('says what to do about a file that cannot be covered: exit 1', async () => {
    await writeFile(at('a.pdf'), '%PDF-1.7\n');
    const { code, stderr } = await runCli(['redact', at('a.pdf')]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('Download it again')]);
  });
});
