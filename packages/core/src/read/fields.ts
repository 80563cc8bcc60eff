/** Labels of fields, English codes in every interface language, with what they hold. Source: the vendor's field list. */
export const fieldCodes = {
  SE: 'section',
  CLM: 'column',
  HD: 'headline',
  BY: 'byline',
  CR: 'credit',
  WC: 'word count',
  PD: 'publication date',
  ET: 'publication time',
  SN: 'source name',
  SC: 'source code',
  NGC: 'newspaper group',
  GC: 'newspaper group code',
  ED: 'edition',
  PG: 'page',
  VOL: 'volume, issue, ISSN',
  LA: 'language',
  CY: 'copyright',
  LP: 'lead paragraphs',
  TD: 'rest of the text',
  ART: 'captions',
  CX: 'correction',
  CT: 'contact',
  RF: 'notes',
  DLN: 'dateline',
  CO: 'companies',
  IN: 'industries',
  NS: 'subjects',
  RE: 'regions',
  PE: 'people',
  IPC: 'provider codes',
  IPD: 'provider descriptors',
  PUB: 'publisher',
  AN: 'accession number',
  RST: 'source restrictor',
  DE: 'descriptors',
  ATR: 'attribution',
  CC: 'characters',
  UPD: 'load date',
  UPT: 'load time',
  MD: 'modification date',
  MT: 'modification time',
  RVE: 'revising editor',
  RVN: 'revision',
  FMT: 'type',
} as const;
export type FieldCode = keyof typeof fieldCodes;

const codes: ReadonlySet<string> = new Set(Object.keys(fieldCodes));

export function isFieldCode(label: string): label is FieldCode {
  return codes.has(label);
}
