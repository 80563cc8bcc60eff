import { expect, test } from 'vitest';
import { runCli } from '../testing.ts';

test('schema prints the JSON Schema of an article: exit 0', async () => {
  const ran = await runCli(['schema']);
  const { type, required } = JSON.parse(ran.stdout) as { type: string; required: string[] };
  expect({ code: ran.code, stderr: ran.stderr, type }).toEqual({ code: 0, stderr: '', type: 'object' });
  expect(required).toEqual(expect.arrayContaining(['id', 'headline', 'body', 'provenance']));
});
