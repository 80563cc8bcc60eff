import type { Span } from '@pressmark/core';
import { type Client, isNotFound, withArchive } from '../archive.ts';
import { type Command, type Globals, wholeNumber } from '../command.ts';
import { exit, Stop } from '../exit.ts';
import { bold, dim, green, print, say, type Words, writeJson, yellow } from '../output.ts';

interface RepairOptions extends Globals {
  accept?: number;
  to?: string;
  takeBack?: number;
}

type Stored = Awaited<ReturnType<Client['api']['articles']['get']['query']>>;
type StoredRepair = Stored['repairs'][number];

/** A damaged place with its number in the list, what the file says there, and the repair that holds there. */
interface Place {
  number: number;
  code: string;
  path: string;
  span: Span;
  from: string;
  /** A few characters of the text on either side. */
  before: string;
  after: string;
  candidates: { text: string; reason: string }[];
  repair: number | null;
}

export const repair: Command<RepairOptions> = {
  name: 'repair',
  summary: 'List the damaged places of an article, and repair them.',
  argument: { name: '<id>', summary: 'its id, or its accession number' },
  options: [
    {
      flags: '--accept <n>',
      summary: 'repair place n of the list by its first candidate',
      parse: wholeNumber(1, 1_000_000),
    },
    { flags: '--to <text>', summary: 'with --accept: by this text instead' },
    {
      flags: '--take-back <n>',
      summary: 'take repair n back; the text is shown as the file has it',
      parse: wholeNumber(1, Number.MAX_SAFE_INTEGER),
    },
  ],
  example: 'pressmark repair factiva:WSJO000020170408ed48001rx --accept 1',
  run({ args: [id = ''], options }) {
    return withArchive(options, { missing: 'stop' }, async (client) => {
      const { accept, to, takeBack } = options;
      if (to !== undefined && accept === undefined) throw new Stop(exit.usage, '--to needs --accept.');
      const stored = await client.api.articles.get.query({ id }).catch((error: unknown) => {
        if (isNotFound(error)) throw new Stop(exit.nothing, `The archive has no article ${id}.`);
        throw error;
      });
      if (accept !== undefined) await acceptPlace(client, stored, { number: accept, to });
      if (takeBack !== undefined) await takeBackRepair(client, stored, takeBack);
      const changed = accept !== undefined || takeBack !== undefined;
      const now = changed ? await client.api.articles.get.query({ id }) : stored;
      await (options.json ? writeJson(await accountOf(now)) : tell(now));
      return exit.ok;
    });
  },
};

async function accountOf(stored: Stored) {
  return { id: stored.article.id, places: await placesOf(stored), repairs: stored.repairs };
}

/** Characters of the text told on either side of a place. */
const around = 30;

async function placesOf({ article, repairs }: Stored): Promise<Place[]> {
  const { overlaps, textAt } = await import('@pressmark/core');
  const places = article.diagnostics.flatMap(({ code, path, span, candidates = [] }) => {
    if (!code.startsWith('damage-') || path === undefined || span === undefined) return [];
    const text = textAt(article, path);
    const before = text.slice(Math.max(0, span.start - around), span.start);
    const after = text.slice(span.end, span.end + around);
    const from = text.slice(span.start, span.end);
    const holding = repairs.find((one) => one.applied && one.path === path && overlaps(one.span, span));
    return [{ code, path, span, from, before, after, candidates, repair: holding?.id ?? null }];
  });
  return places.map((place, index) => ({ number: index + 1, ...place }));
}

async function acceptPlace(
  client: Client,
  stored: Stored,
  { number, to }: { number: number; to: string | undefined },
): Promise<void> {
  const place = (await placesOf(stored)).find((one) => one.number === number);
  if (!place) throw new Stop(exit.nothing, `The article has no damaged place ${number}.`);
  const [first] = place.candidates;
  const wanted = to === undefined ? first : { text: to, reason: 'typed by a reader' };
  if (!wanted)
    throw new Stop(exit.nothing, `Nothing is known for place ${number}.`, 'Say it with --to TEXT.');
  const { path, span, from } = place;
  const { text, reason } = wanted;
  await client.api.repairs.accept.mutate({ article: stored.article.id, path, span, from, to: text, reason });
}

async function takeBackRepair(client: Client, { repairs }: Stored, number: number): Promise<void> {
  if (!repairs.some(({ id }) => id === number)) {
    throw new Stop(exit.nothing, `The article has no repair ${number}.`);
  }
  await client.api.repairs.takeBack.mutate({ id: number });
}

async function tell(stored: Stored): Promise<void> {
  const places = await placesOf(stored);
  for (const place of places) for (const line of placeLines(place)) await print(...line);
  for (const line of stored.repairs.map(repairLine)) await print(...line);
  if (places.length === 0) say('No damage was found.');
}

const oneLine = (text: string) => text.replace(/\s/g, ' ');

function placeLines({ number, path, from, before, after, candidates, repair: holding }: Place): Words[][] {
  const place = yellow(`[${oneLine(from)}]`);
  return [
    [bold(number), `  ${oneLine(before)}`, place, oneLine(after), dim(`  ${path}`)],
    ...(holding === null
      ? candidates.map(({ text, reason }): Words[] => [`     ${text || '(nothing)'}`, dim(`  ${reason}`)])
      : [[green(`     repair ${holding} holds`)]]),
  ];
}

function repairLine({ id, from, to, path, acceptedAt, takenBackAt, applied }: StoredRepair): Words[] {
  const state = takenBackAt
    ? `taken back ${takenBackAt}`
    : applied
      ? 'holds'
      : 'waits: the article says something else there now';
  return [`repair ${id}  “${from}” → “${to}”`, dim(`  ${path}, accepted ${acceptedAt}, ${state}`)];
}
