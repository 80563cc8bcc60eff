import { diagnose } from '../../diagnostic.ts';
import type { Container } from './container.ts';

interface Kind {
  name: string;
  /** First bytes. */
  magic: number[];
  at?: number;
  mend: string;
}

const unpack = 'Unpack it, and give the files in it.';
const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

const kinds: Kind[] = [
  {
    name: 'an Outlook message or an old Office document',
    magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    mend: 'Save the message as .eml, .mht or HTML, or the document as RTF or HTML.',
  },
  { name: 'a RAR archive', magic: ascii('Rar!'), mend: unpack },
  { name: 'a 7-Zip archive', magic: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], mend: unpack },
  { name: 'an xz file', magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], mend: unpack },
  { name: 'a bzip2 file', magic: ascii('BZh'), mend: unpack },
  { name: 'a Zstandard file', magic: [0x28, 0xb5, 0x2f, 0xfd], mend: unpack },
  { name: 'a tar archive', magic: ascii('ustar'), at: 257, mend: unpack },
  { name: 'a Parquet file', magic: ascii('PAR1'), mend: 'Export the records as Avro, JSON or CSV.' },
];

const kindOf = (head: Uint8Array): Kind | undefined =>
  kinds.find(({ magic, at = 0 }) => magic.every((byte, index) => head[at + index] === byte));

/** Kinds of files that people do give and that are not opened: said by name, with what to do. */
export const foreign: Container = {
  id: 'foreign',
  label: 'file of another kind',
  detect: (head) => kindOf(head) !== undefined,
  async *open(file) {
    const kind = kindOf(new Uint8Array(await file.slice(0, 512).arrayBuffer()));
    const span = { start: 0, end: file.size };
    const message = `The file is ${kind?.name}. ${kind?.mend}`;
    yield { kind: 'unread', span, text: kind?.name ?? '', diagnostics: [diagnose('file-foreign', message)] };
  },
};
