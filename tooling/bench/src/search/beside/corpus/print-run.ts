// Run by Sphinx's indexer: prints the generated articles as rows with tabs between, and leaves the values of their facets behind.
import { writeFile } from 'node:fs/promises';
import { facetFields } from '../sphinx-server.ts';
import { documentsOf } from './documents.ts';

const [path = '', count = '0'] = process.argv.slice(2);
const numbers = new Map<string, Map<string, number>>();

/** The number of a facet's value, counted from 1. */
function numberOf(dimension: string, value: string): number {
  const known = numbers.get(dimension) ?? new Map<string, number>();
  numbers.set(dimension, known);
  const number = known.get(value) ?? known.size + 1;
  known.set(value, number);
  return number;
}

// The end of a sentence would take the place of a word in every distance; the end of a paragraph is wanted.
const clean = (text: string): string => text.replace(/[&<>.?!\t\n]/g, ' ');

let stored = 0;
for await (const documents of documentsOf(Number(count))) {
  const rows = documents.map(({ key, day, headline, notes, paragraphs, facets }) => {
    const valuesOf = (wanted: string) =>
      facets.filter(([dimension]) => dimension === wanted).map(([, value]) => numberOf(wanted, value));
    return [
      key,
      clean(headline),
      clean(notes),
      paragraphs.map((text) => `<p>${clean(text)}</p>`).join(''),
      day.replaceAll('-', ''),
      day.slice(0, 7).replace('-', ''),
      ...facetFields.map((dimension) => valuesOf(dimension).join(',')),
    ].join('\t');
  });
  if (!process.stdout.write(`${rows.join('\n')}\n`))
    await new Promise((go) => process.stdout.once('drain', go));
  stored += documents.length;
  if (stored % 20_000 === 0) process.stderr.write(`Sphinx: ${stored} articles\n`);
}
const values = Object.fromEntries(
  [...numbers].map(([dimension, known]) => [dimension, Object.fromEntries(known)]),
);
await writeFile(path, JSON.stringify(values));
