import { type Diagnostic, diagnose } from '../diagnostic.ts';

/** What is said of a file that ends too early: `where` it stands then, and at which byte. */
export function fileCut(where: string, end: number): Diagnostic {
  return diagnose('file-truncated', `The file ends ${where}. Download it again.`, {
    span: { start: end, end },
  });
}
