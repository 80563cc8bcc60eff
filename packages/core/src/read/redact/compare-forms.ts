import type { Input } from '../decode.ts';
import { readFiles } from '../read-files.ts';

/** How one file, or a file within it, is read: what of it a covered copy must share. */
interface Form {
  reader: string | null;
  found: number;
  rejected: number;
  /** Kinds of its spans in file order. */
  kinds: string;
}

/**
 * Reads a file and its covered copy and says in words how the copy's form is another; undefined where it is the same.
 * Rejects only where one of them cannot be read.
 */
export async function compareForms(original: Input, covered: Input): Promise<string | undefined> {
  const [before, after] = [await formsOf(original), await formsOf(covered)];
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  const [own, other] = [before, after].map((forms) => forms.reduce((sum, { found }) => sum + found, 0));
  const counts =
    own === other
      ? 'its bytes would be told apart otherwise'
      : `${own} articles were found, and ${other} would be`;
  return `The covered file would not read as this one does: ${counts}. Cut out a smaller part that shows the fault, and redact that.`;
}

async function formsOf(input: Input): Promise<Form[]> {
  const forms: Form[] = [];
  for await (const reading of readFiles(input, { file: 'export' })) {
    for await (const _article of reading);
    const { reader, found, rejected, spans } = await reading.report();
    forms.push({ reader, found, rejected, kinds: spans.map(({ kind }) => kind).join(' ') });
  }
  return forms;
}
