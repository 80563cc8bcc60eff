import { readerLabels } from '../../reader-labels.ts';
import { isFieldCode } from '../fields.ts';
import type { Target } from '../layouts/record.ts';
import { mappingOf, readRecord } from '../layouts/record.ts';
import type { Piece, Reader } from '../reader.ts';
import { textOf, type XmlShape, xmlBlocks } from '../syntax/xml-blocks.ts';
import { opensXml, splitXml, type XmlElement } from '../syntax/xml-records.ts';

/** Factiva Select: XML with one `DistDoc` an article, its elements marked with field codes (`fid`). */
export const factivaDistdoc: Reader = {
  id: 'factiva-distdoc',
  version: 5,
  label: readerLabels['factiva-distdoc'],
  anchors: [
    { what: 'an element <DistDoc>', pattern: /DistDoc(?<=<(?:[\w.-]{1,40}:)?DistDoc)[\s/>]/ },
    { what: 'field codes in attributes (fid)', pattern: /\sfid\s{0,9}=\s{0,9}["']\w/ },
  ],
  detect({ text }) {
    if (!opensXml(text)) return 0;
    const [named, coded] = this.anchors?.map(({ pattern }) => pattern.test(text)) ?? [];
    return named ? (coded ? 1 : 0.8) : 0;
  },
  split: (source) => splitXml(source, { isRecord: (name) => name === 'DistDoc', piece: pieceOf }),
  read: ({ blocks }) => readRecord(blocks, mapping),
};

function pieceOf(record: XmlElement): Pick<Piece, 'kind' | 'blocks' | 'withdrawal'> {
  const { action, an } = record.attributes;
  if (action?.toLowerCase() === 'del' && an) {
    return { kind: 'withdrawal', blocks: [], withdrawal: { id: `factiva:${an}` } };
  }
  return { kind: 'article', blocks: xmlBlocks(record, shape) };
}

const shape: XmlShape = {
  key: () => 'fid',
  value: 'value',
  code({ name, attributes: { value }, children }) {
    if (name !== 'Code' || value === undefined) return undefined;
    const named = children.find((child) => typeof child !== 'string' && child.name === 'CodeD');
    return { code: value, name: typeof named === 'object' ? textOf(named).trim() : '' };
  },
};

/** Parts of the document that say the same, the fullest first. */
const parts = ['ArchiveDoc', 'MetadataPT', 'ReplyItem'];

/** Elements that carry no field code where they are empty or in older versions. */
const targets: Record<string, Target['field']> = {
  LeadPara: 'LP',
  TailParas: 'TD',
  Headline: 'HD',
  SectionName: 'SE',
  ColumnName: 'CLM',
  Byline: 'BY',
  Credit: 'CR',
  Contact: 'CT',
  Notes: 'RF',
  Art: 'ART',
  Corrections: 'CX',
  Copyright: 'CY',
};

const mapping = mappingOf((label) => {
  // Without its parts a document still has its number.
  if (label === '@an') return { field: 'AN', rank: parts.length + 1 };
  if (/@|\/\*$/.test(label)) return undefined;
  const steps = label.split('/');
  const rank = parts.indexOf(steps[0] ?? '');
  for (const step of steps.reverse()) {
    const field = fieldOf(step);
    if (field) return { field, rank: rank < 0 ? parts.length : rank };
  }
  return undefined;
});

/** The field of `Headline[hd]`, `DescField[ipcns]` or `TailParas`. */
function fieldOf(step: string): Target['field'] | undefined {
  const code = /\[(\w{2,9})\]$/.exec(step)?.[1]?.toUpperCase();
  if (code?.startsWith('IPC')) return 'IPC';
  if (code !== undefined && isFieldCode(code)) return code;
  return code === undefined && Object.hasOwn(targets, step) ? targets[step] : undefined;
}
