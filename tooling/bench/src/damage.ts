import type { Language } from '@pressmark/fixtures';
import { scoreDamage } from '@pressmark/fixtures/damage';
import { printTable } from './table.ts';

const languages: readonly Language[] = ['en', 'de', 'fr', 'es', 'zh-Hans'];
const articles = 300;
const archive = 2000;

const share = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;

/** How well damage is found in generated articles whose true text is known, alone and with the words of an archive. */
export async function benchDamage(): Promise<void> {
  for (const words of [0, archive]) {
    const rows: string[][] = [];
    for (const language of languages) {
      const { kinds, clean } = await scoreDamage({ language, articles, seed: 1, archive: words });
      for (const { kind, hurt, found, first, any, wrong } of kinds) {
        if (hurt > 0)
          rows.push([
            `${language} ${kind}`,
            String(hurt),
            share(found, hurt),
            share(found, found + wrong),
            share(first, hurt),
            share(any, hurt),
          ]);
      }
      rows.push([`${language} without damage`, `${clean.findings} in ${clean.articles}`, '', '', '', '']);
    }
    const headings = ['damage', 'hurt', 'recall', 'precision', 'first candidate', 'any candidate'];
    const by = words === 0 ? 'the article alone' : `the words of ${words} other articles`;
    printTable(
      `Damage found by ${by}: ${articles} generated articles a language, one hurt place each, seed 1`,
      headings,
      rows,
    );
  }
}
