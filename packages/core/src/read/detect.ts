import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { FileReport } from '../report.ts';
import type { Reader, Sample } from './reader.ts';

// Below this a reader recognises its syntax but no export in it.
const least = 0.3;
const sure = 0.7;
const tie = 0.05;

/** What the readers said of a file, and who takes it. */
export interface Detection {
  reader: Reader | undefined;
  scores: { reader: string; score: number }[];
  diagnostics: Diagnostic[];
}

/** The scores with what each reader looks for and whether it is there. */
export function explainScores(
  { scores }: Pick<Detection, 'scores'>,
  { readers, sample }: { readers: readonly Reader[]; sample: Sample },
): FileReport['scores'] {
  return scores.map(({ reader, score }) => {
    const anchors = readers.find(({ id }) => id === reader)?.anchors ?? [];
    const found = anchors.map(({ what, pattern }) => ({ what, found: pattern.test(sample.text) }));
    return { reader, score, anchors: found };
  });
}

/** Asks every reader for its score, by content; the name of the file is no matter. */
export function detectReader(readers: readonly Reader[], sample: Sample): Detection {
  if (isBinary(sample.text)) return { reader: undefined, scores: [], diagnostics: [binary] };
  const scored = readers
    .map((reader) => ({ reader, score: reader.detect(sample) }))
    .sort((a, b) => b.score - a.score);
  const scores = scored.map(({ reader, score }) => ({ reader: reader.id, score }));
  const [best, second] = scored;
  if (!best || best.score < least) return { reader: undefined, scores, diagnostics: [unknown(sample)] };
  const diagnostics: Diagnostic[] = [];
  if (best.score < sure)
    diagnostics.push(diagnose('reader-unsure', `Read as ${best.reader.label}, without certainty.`));
  if (second && best.score - second.score < tie) {
    diagnostics.push(
      diagnose('reader-tie', `Read as ${best.reader.label}; ${second.reader.label} fits about as well.`),
    );
  }
  return { reader: best.reader, scores, diagnostics };
}

const kinds =
  'Pressmark reads Factiva downloads as RTF, HTML, text, PDF, XML, JSON, CSV or Avro, also in e-mails and zip files.';
const binary = diagnose('file-binary', `The file is binary data of no kind that is known. ${kinds}`);

/** Whether one in twenty of the first characters is none that a text has. */
function isBinary(text: string): boolean {
  // RTF may hold its pictures as they are.
  if (text.startsWith('{\\rtf')) return false;
  const head = text.slice(0, 4096);
  // NEL ends lines.
  const controls = head.match(/[^\P{Cc}\s\u0085]|\ufffd/gu)?.length ?? 0;
  return controls > head.length / 20;
}

/** Why a file is no export that a reader takes, by how it begins. */
export function unknown({ text }: Sample): Diagnostic {
  if (text.length === 0) return diagnose('file-empty', 'The file is empty. Download it again.');
  const head = text.slice(0, 4096);
  const shape = shapes.find(({ sign }) => sign.test(head));
  return diagnose('file-unknown', shape?.message ?? `No known export is in this file. ${kinds}`);
}

/** What a file is that holds no export, and what to do. */
const shapes: { sign: RegExp; message: string }[] = [
  {
    sign: /^[\s\0]*\{\\rtf/,
    message:
      'The file is RTF, but no Factiva article is in it. Export the articles again, and give the file as it was downloaded.',
  },
  {
    sign: /<html\b|<!doctype\s+html\b/i,
    message:
      'The file is a web page, but no Factiva article is in it. Save the export itself, not the page that lists it.',
  },
  {
    sign: /^[\s\ufeff]*<(?:\?xml\b|!doctype\b)/i,
    message: `The file is XML of no kind that is known. ${kinds}`,
  },
];
