// Run as a process of its own: puts the mix to ours and to other engines over the same articles in turns, and prints what each took.
import { timed } from '../../measure.ts';
import { type Asked, mix } from '../mix.ts';
import { type Answers, type Engine, type Question, questions } from './engine.ts';
import { oursAsEngine } from './ours.ts';
import { openPlainEngine } from './plain.ts';
import { openPostgresEngine } from './postgres.ts';
import { openSphinxEngine } from './sphinx.ts';

/** Where the archives of the engines lie; one that is left out is not asked. */
export interface Places {
  database: string;
  reader: string;
  plain?: string;
  postgres?: string;
  sphinx?: string;
}

/** One query as one engine answered it: milliseconds by question, and the hits each told. */
export interface Turn {
  engine: string;
  kind: string;
  q: string;
  milliseconds: Record<Question, number>;
  hits: Record<Question, number>;
}

export interface Compared {
  /** Names and versions, ours first. */
  engines: string[];
  turns: Turn[];
}

const { database, reader, plain, postgres, sphinx } = JSON.parse(process.argv[2] ?? '{}') as Places;
const opened: Promise<Engine>[] = [oursAsEngine(database, reader)];
if (plain) opened.push(openPlainEngine(plain, database));
if (postgres) opened.push(openPostgresEngine(postgres));
if (sphinx) opened.push(openSphinxEngine(sphinx));
const engines = await Promise.all(opened);

interface Pair {
  turn: Turn;
  answers: Answers;
}

const none = (): Record<Question, number> => ({ page: 0, best: 0, counts: 0 });

function pairsOf(kind: string, asked: Asked): Pair[] {
  return engines.flatMap((engine): Pair[] => {
    const answers = engine.ask(asked);
    const turn = { engine: engine.label, kind, q: asked.q, milliseconds: none(), hits: none() };
    return answers ? [{ turn, answers }] : [];
  });
}

// One question after the other is put to all queries, so that none finds its own answer remembered; the first pass warms.
const asked = mix.map(({ name, queries }) => queries.map((query) => pairsOf(name, query)));
for (const { answers } of asked.flat(2)) await answers.page();
for (const question of questions) {
  for (const { answers, turn } of asked.flat(2)) {
    turn.milliseconds[question] = await timed(async () => {
      turn.hits[question] = await answers[question]();
    });
  }
  process.stderr.write(`asked: ${question}\n`);
}
for (const engine of engines) await engine.close();
const compared: Compared = {
  engines: engines.map(({ label }) => label),
  turns: asked.flat(2).map(({ turn }) => turn),
};
console.log(JSON.stringify(compared));
