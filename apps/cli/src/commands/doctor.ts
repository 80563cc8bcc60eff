import type { DiagnosticList, Reading } from '@pressmark/core/read';
import type { Command, Globals } from '../command.ts';
import { type Examination, examine, joinFields, unexamined } from '../examination.ts';
import { examinationLines } from '../examination-text.ts';
import { type Exit, exit } from '../exit.ts';
import { findInputs, type Input, isTrouble, sayPassedOver, troubleText } from '../inputs.ts';
import { print, writeJson } from '../output.ts';

interface DoctorOptions extends Globals {
  fields?: boolean;
}

export const doctor: Command<DoctorOptions> = {
  name: 'doctor',
  summary: 'Explain how files are read: format, bytes, counts, fields, trouble.',
  argument: { name: '<file...>', summary: 'files or folders; - is stdin' },
  options: [{ flags: '--fields', summary: 'with --json: a span for each field of an article' }],
  example: 'pressmark doctor Factiva-20260412.rtf',
  async run({ args, options }) {
    const { inputs, passedOver } = await findInputs(args);
    const all: Examination[] = [];
    const verdicts: Verdict[] = [];
    for (const input of inputs) {
      for await (const examination of examineInput(input)) {
        const { reader, balanced } = examination;
        verdicts.push({ reader, balanced });
        if (options.json) all.push(examination);
        else for (const line of examinationLines(examination)) await print(...line);
      }
    }
    if (options.json) await writeJson(jsonOf(all, options));
    sayPassedOver(passedOver);
    return exitOf(verdicts);
  },
};

/** One file is one object; several, or files within a file, are a list. */
function jsonOf(all: Examination[], { fields }: DoctorOptions): unknown {
  const files = all.map((one) => (fields ? one : { ...one, spans: joinFields(one.spans) }));
  return files.length === 1 ? files[0] : { files };
}

// Of one code, with their articles; more are counted.
const mostTold = 1000;

async function* examineInput(input: Input): AsyncIterable<Examination> {
  const { DiagnosticList, readFiles } = await import('@pressmark/core/read');
  if (input.trouble) {
    yield unexamined(input.file, troubleText(input.trouble));
    return;
  }
  try {
    const content = input.blob ? await input.blob() : input.read();
    const readings = readFiles(content, { file: input.name, explain: true });
    for await (const reading of readings)
      yield await examineReading(reading, { input, found: new DiagnosticList(mostTold) });
  } catch (error) {
    if (!isTrouble(error)) throw error;
    yield unexamined(input.file, troubleText(error));
  }
}

interface Examined {
  input: Input;
  /** What the articles say of themselves. */
  found: DiagnosticList<Examination['diagnostics'][number]>;
}

async function examineReading(reading: Reading, { input, found }: Examined): Promise<Examination> {
  for await (const { diagnostics, provenance } of reading)
    found.add(diagnostics.map((diagnostic) => ({ ...diagnostic, article: provenance.index })));
  const report = await reading.report();
  return examine({ ...report, file: input.file + report.file.slice(input.name.length) }, found.all());
}

type Verdict = Pick<Examination, 'reader' | 'balanced'>;

/** Whether all files were read and every account balances. */
function exitOf(all: Verdict[]): Exit {
  const unread = all.filter(({ reader }) => reader === null).length;
  if (unread > 0) return unread === all.length ? exit.error : exit.some;
  return all.every(({ balanced }) => balanced) ? exit.ok : exit.unverified;
}
