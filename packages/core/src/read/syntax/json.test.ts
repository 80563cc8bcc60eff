import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSource } from '../decode.ts';
import { type JsonStretch, jsonRecords } from './json.ts';

async function scan(text: string, chunk = Number.MAX_SAFE_INTEGER): Promise<JsonStretch[]> {
  const bytes = new TextEncoder().encode(text);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const found: JsonStretch[] = [];
  for await (const stretches of jsonRecords(await openSource(chunks()))) found.push(...stretches);
  return found;
}

const states = (found: JsonStretch[]) => found.map(({ text, state }) => [state, text]);
const whole = (...texts: string[]) => texts.map((text) => ['whole', text]);

describe('records', () => {
  it.each([
    ['one object', '{"an":"1"}', ['{"an":"1"}']],
    ['an array', ' [ {"an":"1"} ,\n{"an":"2"}]\n', ['{"an":"1"}', '{"an":"2"}']],
    ['lines', '{"an":"1"}\r\n\r\n{"an":"2"}\n', ['{"an":"1"}', '{"an":"2"}']],
    ['objects one behind the other', '{"an":"1"}{"an":"2"}', ['{"an":"1"}', '{"an":"2"}']],
    [
      'a list under a key',
      '{"meta":{"n":[1]},"data":[{"an":"1"},{"an":"2"}],"next":null}',
      ['{"an":"1"}', '{"an":"2"}'],
    ],
    ['a list two keys down', '{"response":{"docs":[{"an":"1"}]}}', ['{"an":"1"}']],
    ['arrays, a line each', '[{"an":"1"}]\n[{"an":"2"}]', ['{"an":"1"}', '{"an":"2"}']],
    ['an object under the key of a list', '{"data":{"an":"1"}}', ['{"data":{"an":"1"}}']],
    ['a list of words under that key', '{"an":"1","data":["a"]}', ['{"an":"1","data":["a"]}']],
    ['lists within records', '{"data":[{"an":"1","items":[{"x":1}]}]}', ['{"an":"1","items":[{"x":1}]}']],
    [
      'brackets and quotes within strings',
      '[{"a":"]}\\"{["},{"b":"\\\\"}]',
      ['{"a":"]}\\"{["}', '{"b":"\\\\"}'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(states(await scan(text))).toEqual(whole(...expected));
    expect(states(await scan(text, 1))).toEqual(whole(...expected));
  });

  it('are those that were written, wherever the chunks are cut', async () => {
    const record = fc.object({ key: fc.string(), maxDepth: 3 });
    const form = fc.constantFrom('array', 'lines', 'pretty', 'data');
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1 }),
        form,
        fc.integer({ min: 1, max: 50 }),
        async (records, how, size) => {
          const known = records.map((value) => JSON.parse(JSON.stringify({ an: 'x', ...value })));
          const text = {
            array: JSON.stringify(known),
            lines: known.map((value) => JSON.stringify(value)).join('\n'),
            pretty: known.map((value) => JSON.stringify(value, null, 2)).join('\n'),
            data: JSON.stringify({ data: known }),
          }[how];
          const found = await scan(text, size);
          expect(found.map(({ text }) => JSON.parse(text))).toEqual(known);
        },
      ),
    );
  });
});

describe('damage costs only its own record', () => {
  const good = (number: number) => `{"an":"${number}","title":"T ${number}","tags":[{"x":1}]}`;
  const bad: [string, string][] = [
    ['a brace is missing', '{"an":"2","title":"T"'],
    ['a quote is missing', '{"an":"2","title":"T, "body":"b"}'],
    ['a quote is missing at the end', '{"an":"2","title":"T}'],
    ['a colon is missing', '{"an":"2","title" "T"}'],
    ['a comma is missing', '{"an":"2" "title":"T"}'],
    ['it breaks off', '{"an":"2","tit'],
    ['it breaks off within an escape', '{"an":"2","title":"\\'],
    ['a bracket is missing', '{"an":"2","tags":[1,2}'],
    ['a brace is too many', '{"an":"2"}}'],
    ['a tail only', 'tle":"T","tags":[]}'],
    ['it nests without end', `{"an":"2","x":${'['.repeat(500)}`],
  ];
  it.each(bad)('lines: %s', async (_, text) => {
    const found = await scan([good(1), text, good(3), good(4)].join('\n'));
    expect(
      found.filter(({ state, text }) => state === 'whole' && text !== '{"an":"2"}').map(({ text }) => text),
    ).toEqual([good(1), good(3), good(4)]);
  });
  it.each(bad.filter(([name]) => name !== 'a quote is missing at the end'))('array: %s', async (_, text) => {
    const found = await scan(`[${[good(1), text, good(3), good(4)].join(', ')}]`);
    const texts = found.filter(({ state }) => state === 'whole').map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining([good(1), good(3), good(4)]));
  });
  it('stretches are in order and apart', async () => {
    for (const [, text] of bad) {
      let at = 0;
      for (const { start, end } of await scan([good(1), text, good(3)].join('\n'))) {
        expect(start).toBeGreaterThanOrEqual(at);
        at = end;
      }
    }
  });
});

it.each([1, 7, Number.MAX_SAFE_INTEGER])(
  'a line that breaks off goes as far as the next record, in chunks of %d',
  async (chunk) => {
    const text = '{"an":"1","title":"T"}\n{"an":"2","title":"Half a li\n{"an":"3","title":"T"}\n';
    expect(states(await scan(text, chunk))).toEqual([
      ['whole', '{"an":"1","title":"T"}'],
      ['broken', '{"an":"2","title":"Half a li\n'],
      ['whole', '{"an":"3","title":"T"}'],
    ]);
  },
);

it.each([
  ['within a string', '{"an":"1"}\n{"an":"2","title":"cut he', '{"an":"2","title":"cut he'],
  ['behind a value', '[{"an":"1"},\n{"an":"2",', '{"an":"2",'],
])('a file cut %s says so', async (_, text, rest) => {
  expect(states(await scan(text)).slice(0, 2)).toEqual([
    ['whole', '{"an":"1"}'],
    ['cut', rest],
  ]);
});

it('a file cut between records says so', async () => {
  expect(states(await scan('[{"an":"1"},\n'))).toEqual([
    ['whole', '{"an":"1"}'],
    ['cut', ''],
  ]);
});
