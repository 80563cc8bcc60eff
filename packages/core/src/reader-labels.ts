/** What each reader reads, in words for people, by its id. */
export const readerLabels = {
  'factiva-html': 'Factiva HTML',
  'factiva-rtf': 'Factiva RTF',
  'factiva-text': 'Factiva text',
  'factiva-pps': 'Factiva PPS XML',
  'factiva-distdoc': 'Factiva Select XML (DistDoc)',
  'factiva-content-api': 'Factiva content API JSON',
  'factiva-records': 'Factiva Snapshots and Streams records',
} as const;

const labels = new Map<string, string>(Object.entries(readerLabels));

/** What a reader reads, in words; its id where it is none of core's own. Example: `Factiva HTML`. */
export function readerLabel(id: string): string {
  return labels.get(id) ?? id;
}
