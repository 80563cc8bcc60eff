import { expect } from 'vitest';
import type { Article } from '../../article.ts';
import type { FileReport } from '../../report.ts';
import { type ReadOptions, readArticles } from '../read-articles.ts';

/** Reads a whole export for a test, and expects its spans to tile it; `unread`: first characters of what nobody knows. */
export async function readAll(
  content: string | Uint8Array,
  options: Partial<ReadOptions> = {},
): Promise<{ articles: Article[]; report: FileReport; bytes: Uint8Array; unread: (string | undefined)[] }> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const reading = readArticles(bytes, { file: 'export', ...options });
  const articles: Article[] = [];
  for await (const article of reading) articles.push(article);
  const report = await reading.report();
  let at = 0;
  for (const span of report.spans) {
    expect(span.start).toBe(at);
    at = span.end;
  }
  expect(at).toBe(bytes.length);
  const unread = report.spans.flatMap((span) => (span.kind === 'unread' ? [span.text] : []));
  return { articles, report, bytes, unread };
}
