import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { Article } from '@pressmark/core';
import { writers } from '@pressmark/core/write';
import { packMail, packPdf, packZip } from '@pressmark/fixtures/pack';
import { beforeAll, describe, expect, test } from 'vitest';
import { formats } from '../formats.ts';
import { idOf, invent, runCli, useFolder, writeBadFiles, writeExport } from '../testing.ts';

const at = useFolder();
const html = invent(3, 1);
const text = invent(2, 2);
const rtf = invent(2, 3);

const read = (jsonl: string) =>
  jsonl
    .trimEnd()
    .split('\n')
    .map((line) => Article.parse(JSON.parse(line)));

/** The errors said on stderr: code and file. */
const errorsOf = (stderr: string) =>
  [...stderr.matchAll(/^ {2}error ([a-z-]+)[^:]*: (.*?): /gm)].map(([, code, file]) => [code, file]);

beforeAll(async () => {
  await mkdir(at('good'));
  await mkdir(at('bad'));
  await mkdir(at('locked'));
  await writeExport(at('good/1.html'), html);
  await writeExport(at('good/2.txt'), text, { skeleton: 'text-labelled' });
  await writeExport(at('good/3.rtf'), rtf, { skeleton: 'rtf-indexed' });
  await writeExport(at('locked/4.html'), invent(1, 4));
  await chmod(at(), 0o755);
  await chmod(at('locked'), 0);
  await writeBadFiles((name) => at('bad', name));
});

describe('convert', () => {
  test('reads files within files, each with an account of its own, from a path and from stdin', async () => {
    const zip = packZip({
      'one.html': await readFile(at('good/1.html')),
      'papers/two.pdf': await packPdf(text),
      'three.eml': packMail([
        { type: 'text/rtf', name: '3.rtf', encoding: 'base64', bytes: await readFile(at('good/3.rtf')) },
      ]),
      'picture.jpg': Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256),
    });
    await writeFile(at('all.zip'), zip);
    const [given, piped] = await Promise.all([
      runCli(['convert', at('all.zip')]),
      runCli(['convert', '-'], { input: zip }),
    ]);
    for (const [name, { code, stdout, stderr }] of [
      [at('all.zip'), given],
      ['stdin', piped],
    ] as const) {
      expect(code).toBe(3);
      expect(read(stdout).map(({ id, provenance }) => [id, provenance.file.replace(/^[^/]*/, '')])).toEqual([
        ...html.map((truth) => [idOf(truth), '/one.html']),
        ...text.map((truth) => [idOf(truth), '/papers/two.pdf']),
        ...rtf.map((truth) => [idOf(truth), '/three.eml/3.rtf']),
      ]);
      expect(stderr.split('\n').filter((line) => /^[✓✗]/.test(line))).toEqual([
        `✓ ${name}/one.html: declared 3, found 3 (Factiva HTML)`,
        `✓ ${name}/papers/two.pdf: declared 2, found 2 (Factiva text)`,
        `✓ ${name}/three.eml/3.rtf: found 2 (Factiva RTF)`,
        `✓ ${name}/three.eml: found 0 (mail)`,
        `✗ ${name}/picture.jpg: not read`,
        `✓ ${name}: found 0 (zip)`,
      ]);
    }
  });

  test('prints every article of a folder, one a line, and an account of each file on stderr: exit 0', async () => {
    const { code, stdout, stderr } = await runCli(['convert', at('good')]);
    const articles = read(stdout);
    expect({
      code,
      ids: articles.map(({ id }) => id),
      files: [...new Set(articles.map(({ provenance }) => provenance.file))],
      hashed: articles.every(({ provenance }) => provenance.sha256?.length === 64),
      accounts: stderr.split('\n').filter((line) => line.startsWith('✓')),
    }).toEqual({
      code: 0,
      ids: [...html, ...text, ...rtf].map(idOf),
      files: ['1.html', '2.txt', '3.rtf'],
      hashed: true,
      accounts: [
        `✓ ${at('good/1.html')}: declared 3, found 3 (Factiva HTML)`,
        `✓ ${at('good/2.txt')}: found 2 (Factiva text)`,
        `✓ ${at('good/3.rtf')}: found 2 (Factiva RTF)`,
      ],
    });
  });

  test('reads stdin and writes CSV with one line of names', async () => {
    const [piped, csv] = await Promise.all([
      runCli(['convert', '-'], { input: await readFile(at('good/2.txt')) }),
      runCli(['convert', at('good'), '--to', 'csv']),
    ]);
    expect(read(piped.stdout).map(({ id, provenance }) => [id, provenance.file])).toEqual(
      text.map((truth) => [idOf(truth), 'stdin']),
    );
    const lines = csv.stdout.split(/\r?\n/);
    expect(lines.filter((line) => /^doc_id,/.test(line))).toHaveLength(1);
    for (const truth of [...html, ...text, ...rtf]) expect(csv.stdout).toContain(idOf(truth));
  });

  test('reads what it can of a bad batch and names every file and reason: exit 3', async () => {
    const missing = at('missing.html');
    const ran = await runCli(['convert', missing, at('bad'), at('good/1.html')]);
    const ids = new Set(read(ran.stdout).map(({ id }) => id));
    expect(ran.code).toBe(3);
    expect(html.map(idOf).filter((id) => !ids.has(id))).toEqual([]);
    expect(errorsOf(ran.stderr)).toEqual([
      ['file-unreadable', missing],
      ['file-truncated', at('bad/cut.html')],
      ['file-truncated', at('bad/cut.rtf')],
      ['article-rejected', at('bad/cut.rtf')],
      ['file-empty', at('bad/empty.html')],
      ['file-unknown', at('bad/letter.txt')],
      ['file-binary', at('bad/picture.html')],
    ]);
  });

  test('says that nothing could be read: exit 1', async () => {
    const files = [at('missing.html'), at('bad/empty.html'), at('bad/letter.txt'), at('bad/picture.html')];
    const ran = await runCli(['convert', ...files]);
    expect({ ...ran, stderr: errorsOf(ran.stderr).length }).toEqual({ code: 1, stdout: '', stderr: 4 });
  });

  test('names a folder that may not be read', async () => {
    const root = process.getuid?.() === 0;
    const ran = await runCli(['convert', at('locked'), at('good/1.html')], root ? { uid: 65534 } : {});
    expect({ code: ran.code, articles: read(ran.stdout).length, errors: errorsOf(ran.stderr) }).toEqual({
      code: 3,
      articles: 3,
      errors: [['file-unreadable', at('locked')]],
    });
    expect(ran.stderr).toContain('There is no permission to read it.');
  });

  test('starts without the database: only commands that ask an archive load it', async () => {
    const refuse = `import { registerHooks } from 'node:module';
      registerHooks({
        resolve(name, context, next) {
          if (name === 'better-sqlite3') throw new Error('no database here');
          return next(name, context);
        },
      });`;
    const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(refuse)}` };
    const [version, converted, imported] = await Promise.all([
      runCli(['--version'], { env }),
      runCli(['convert', at('good')], { env }),
      runCli(['import', at('good'), '--db', at('none.db')], { env }),
    ]);
    expect([version.code, converted.code, imported.code]).toEqual([0, 0, 1]);
    expect(imported.stderr).toContain('no database here');
  });

  test('offers every format core writes', () => {
    expect([...formats]).toEqual(writers.map(({ id }) => id));
  });
});
