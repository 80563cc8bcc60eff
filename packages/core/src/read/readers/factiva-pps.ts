import { readerLabels } from '../../reader-labels.ts';
import type { Target } from '../layouts/record.ts';
import { mappingOf, readRecord } from '../layouts/record.ts';
import type { Reader } from '../reader.ts';
import { textOf, type XmlShape, xmlBlocks } from '../syntax/xml-blocks.ts';
import { opensXml, splitXml } from '../syntax/xml-records.ts';

/** Factiva's PPS export: XML with one `ppsarticle` an article. */
export const factivaPps: Reader = {
  id: 'factiva-pps',
  version: 5,
  label: readerLabels['factiva-pps'],
  anchors: [
    { what: 'an element <ppsarticle>', pattern: /ppsarticle(?<=<(?:[\w.-]{1,40}:)?ppsarticle)[\s/>]/ },
    { what: 'an element <accessionNo>', pattern: /accessionNo(?<=<(?:[\w.-]{1,40}:)?accessionNo)[\s/>]/ },
  ],
  detect({ text }) {
    if (!opensXml(text)) return 0;
    const [named, numbered] = this.anchors?.map(({ pattern }) => pattern.test(text)) ?? [];
    if (named) return numbered ? 1 : 0.8;
    return numbered && /<(?:[\w.-]{1,40}:)?article[\s/>]/.test(text) ? 0.8 : 0;
  },
  split: (source) =>
    splitXml(source, {
      isRecord: (name) => /^(?:pps)?article$/i.test(name),
      declared: ({ name, attributes: { count = '' } }) =>
        /resultset$/i.test(name) && /^\d{1,9}$/.test(count.trim()) ? Number(count) : undefined,
      piece: (record) => ({ kind: 'article', blocks: xmlBlocks(record, shape) }),
    }),
  read: ({ blocks }) => readRecord(blocks, mapping),
};

const coded = /^(?:region|newsSubject|industry|company|person|people|executive|subject)$/i;

const shape: XmlShape = {
  key: ({ name }) => (/^descField$/i.test(name) ? 'code' : undefined),
  code({ name, attributes: { code }, children }) {
    if (code === undefined || !coded.test(name)) return undefined;
    const named = children.find(
      (child) => typeof child !== 'string' && /^(?:name|descriptor)$/i.test(child.name),
    );
    return { code, name: typeof named === 'object' ? textOf(named).trim() : '' };
  },
};

/** Elements by their names from the article down, lower-case; what stands within one belongs to it. */
const targets: Record<string, Target> = {
  accessionno: { field: 'AN' },
  headline: { field: 'HD' },
  sectionname: { field: 'SE' },
  section: { field: 'SE' },
  columnname: { field: 'CLM' },
  column: { field: 'CLM' },
  byline: { field: 'BY' },
  credit: { field: 'CR' },
  dateline: { field: 'DLN' },
  wordcount: { field: 'WC' },
  'publicationdate/date': { field: 'PD' },
  'publicationdate/datetime': { field: 'ET' },
  'publicationdate/time': { field: 'ET' },
  publicationdate: { field: 'PD' },
  publicationtime: { field: 'ET' },
  loaddate: { field: 'UPD' },
  loadtime: { field: 'UPT' },
  modificationdate: { field: 'MD' },
  modificationtime: { field: 'MT' },
  revision: { field: 'RVN' },
  sourcename: { field: 'SN' },
  sourcecode: { field: 'SC' },
  edition: { field: 'ED' },
  pages: { field: 'PG' },
  page: { field: 'PG' },
  volume: { field: 'VOL' },
  baselanguage: { field: 'LA' },
  copyright: { field: 'CY' },
  publishername: { field: 'PUB' },
  corrections: { field: 'CX' },
  correction: { field: 'CX' },
  leadparagraph: { field: 'LP' },
  leadparagraphs: { field: 'LP' },
  tailparagraph: { field: 'TD' },
  tailparagraphs: { field: 'TD' },
  artwork: { field: 'ART' },
  artworks: { field: 'ART' },
  art: { field: 'ART' },
  contact: { field: 'CT' },
  notes: { field: 'RF' },
  company: { field: 'CO' },
  industry: { field: 'IN' },
  newssubject: { field: 'NS' },
  subject: { field: 'NS' },
  region: { field: 'RE' },
  person: { field: 'PE' },
  people: { field: 'PE' },
  executive: { field: 'PE' },
};

const mapping = mappingOf((label) => {
  if (/@|\/\*$/.test(label)) return undefined;
  const path = label.toLowerCase().replace(/^article\//, '');
  const provider = /(?:^|\/)descfield\[(ip[cd])/.exec(path)?.[1];
  if (provider) return { field: provider === 'ipc' ? 'IPC' : 'IPD' };
  for (let name = path; name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('/'), 0))) {
    if (Object.hasOwn(targets, name)) return targets[name];
  }
  // Codes stand in containers too: `regions/region`.
  const own = path.slice(path.lastIndexOf('/') + 1);
  return coded.test(own) ? targets[own] : undefined;
});
