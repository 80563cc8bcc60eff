import { beforeAll, expect, test } from 'vitest';
import { idOf, invent, runCli, useFolder, writeExport } from '../testing.ts';

const at = useFolder();
const [first, ...others] = invent(20, 21);
if (!first) throw new Error('Nothing was invented.');
const id = idOf(first);
// Between the words of HTML one space is left.
const hurtText = `They said \\b harbour\\b0 and don\ufffdt go.`;
const hurt = { ...first, body: [...first.body, { kind: 'text', part: 'rest', text: hurtText } as const] };
const path = `body.${first.body.length}.text`;

const archive = async (...args: string[]) => runCli([...args, '--db', at('archive.db')]);

interface Account {
  places: {
    number: number;
    path: string;
    from: string;
    candidates: { text: string }[];
    repair: number | null;
  }[];
  repairs: { id: number; from: string; to: string; applied: boolean }[];
}
const account = async (...args: string[]): Promise<Account> =>
  JSON.parse((await archive('repair', id, '--json', ...args)).stdout);

beforeAll(async () => {
  await writeExport(at('a.html'), [hurt, ...others]);
  expect((await archive('import', at('a.html'))).code).toBe(0);
});

test('damaged places are listed with their candidates, accepted, exported on request and taken back', async () => {
  const { places, repairs } = await account();
  expect(repairs).toEqual([]);
  expect(
    places.map((place) => [place.number, place.path, place.from, place.candidates[0]?.text, place.repair]),
  ).toEqual([
    [1, path, '\\b harbour\\b0 ', 'harbour ', null],
    [2, path, 'don\ufffdt', 'don’t', null],
  ]);
  expect((await account('--accept', '1')).repairs).toMatchObject([{ id: 1, to: 'harbour ', applied: true }]);
  const both = await account('--accept', '2', '--to', 'won’t');
  expect(both.places.map((place) => place.repair)).toEqual([1, 2]);

  const said = async (...args: string[]) => (await archive('export', ...args)).stdout;
  const query = `an=${first.accession.number}`;
  expect(await said(query)).toContain(JSON.stringify(hurtText));
  expect(await said(query, '--repaired')).toContain('"They said harbour and won’t go."');
  expect((await archive('search', '"said harbour and won"', '--ids')).stdout).toBe(`${id}\n`);

  const back = await account('--take-back', '2');
  expect(back.repairs.map(({ applied }) => applied)).toEqual([true, false]);
  const { stdout } = await archive('repair', id);
  expect(stdout).toContain('repair 1 holds');
  expect(stdout).toMatch(/repair 2 .* taken back/);
});

test('what cannot be done is said in words', async () => {
  const told = async (...args: string[]) => {
    const { code, stderr } = await archive('repair', ...args);
    return [code, stderr.trim()];
  };
  expect(await told('none')).toEqual([4, 'pressmark: The archive has no article none.']);
  expect(await told(id, '--accept', '9')).toEqual([4, 'pressmark: The article has no damaged place 9.']);
  expect(await told(id, '--take-back', '9')).toEqual([4, 'pressmark: The article has no repair 9.']);
  expect(await told(id, '--accept', '1')).toEqual([
    1,
    'pressmark: This place is repaired already: take that repair back first.',
  ]);
  expect((await told(id, '--to', 'x'))[0]).toBe(2);
});
