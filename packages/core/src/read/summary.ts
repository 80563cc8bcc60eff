import type { SearchSummary } from '../report.ts';
import { meant } from './misread.ts';

const titles = new Set(
  [
    'Search Summary',
    'Zusammenfassung der Suche',
    'Suchübersicht',
    'Récapitulatif de la recherche',
    'Résumé de la recherche',
    'Resumen de la búsqueda',
    'Resumen de búsqueda',
    'Riepilogo della ricerca',
    'Riepilogo ricerca',
    'Resumo da pesquisa',
    'Zoekoverzicht',
    'Сводка поиска',
    'Итоги поиска',
    '検索の概要',
    '検索サマリー',
    '検索概要',
    '검색 요약',
    '搜索摘要',
    '搜尋摘要',
    '搜索总结',
  ].map((title) => title.toLowerCase()),
);

const resultLabels =
  /^(?:results? found|gefundene ergebnisse|ergebnisse gefunden|résultats? trouvés?|resultados? (?:encontrados?|hallados?)|risultati trovati|gevonden resultaten|найден\p{L}* результат\p{L}*|результат\p{L}* найден\p{L}*|検索結果|結果件数|검색된 결과|결과|搜索结果|找到的结果|找到結果|搜尋結果|搜索結果|找到的結果)/iu;

/** Whether a line is the title of the vendor's account of the search, in any interface language. */
export function isSummaryTitle(line: string): boolean {
  return titles.has(line.trim().toLowerCase()) || titles.has(meant(line.trim())?.text.toLowerCase() ?? '');
}

/**
 * Reads the vendor's account of the search from rows of label and value, the row before the first of them its title;
 * undefined where no row is a title we know.
 */
export function summaryOf(rows: string[][]): SearchSummary | undefined {
  const start = rows.findIndex((row) => isSummaryTitle(row[0] ?? ''));
  return start < 0 ? undefined : readSummary(rows.slice(start));
}

/** Reads rows that the markup says are the account of the search, in whatever language. */
export function readSummary([[title = ''] = [], ...rows]: string[][]): SearchSummary {
  const found = rows.map(([label = '', ...values]) => ({ label, value: values.join(' ') }));
  // A label that no table knows: the number of results is the only value that is a number.
  const numbers = found.filter((row) => /^\d[\d.,\s]*$/.test(row.value));
  const row =
    found.find((row) => resultLabels.test(row.label)) ?? (numbers.length === 1 ? numbers[0] : undefined);
  const results = row?.value.replace(/\D/g, '');
  return { title, rows: found, ...(results && { results: Number(results) }) };
}
