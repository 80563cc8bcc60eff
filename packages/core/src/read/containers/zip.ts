import type { Entry } from '@zip.js/zip.js';
import { type Diagnostic, diagnose, type Span } from '../../diagnostic.ts';
import { type Container, isUnreadable, labelOf, type Member, type Rest } from './container.ts';
import { Checksum } from './zip-checksum.ts';
import { rebuildDirectory } from './zip-directory.ts';

/** A zip file, zip64 and cut ones included; each entry is a member. */
export const zip: Container = {
  id: 'zip',
  label: 'zip file',
  // An entry, the end of an empty archive, or the mark of a split one.
  detect: ([p, k, a = 0, b = 0]) =>
    p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6) || (a === 7 && b === 8)),
  open,
};

/** An entry of the directory and the bytes it stands in. */
interface Placed {
  entry: Entry;
  span: Span;
}

async function* open(file: Blob): AsyncIterable<Member | Rest> {
  const { entries, diagnostics } = await listEntries(file);
  const placed = place(entries, file.size);
  const document = documentKind(entries);
  if (document) {
    yield {
      kind: 'unread',
      span: { start: 0, end: file.size },
      text: document,
      diagnostics: [foreign(document)],
    };
    return;
  }
  if (diagnostics.length > 0) yield { kind: 'boilerplate', span: { start: 0, end: 0 }, diagnostics };
  for (const each of placed) yield partOf(file, each);
  const end = placed.at(-1)?.span.end ?? 0;
  if (entries.length > mostEntries) {
    const message = `The zip file lists more than ${mostEntries} files; the rest is not read. Unpack it, and give the files.`;
    const rest = { start: end, end: file.size };
    yield {
      kind: 'unread',
      span: rest,
      text: 'more files',
      diagnostics: [diagnose('member-refused', message)],
    };
  } else yield { kind: 'trailer', span: { start: end, end: file.size } };
}

/** The entries by the directory at the end; where that is missing or broken, by the entries' own headers. */
async function listEntries(file: Blob): Promise<{ entries: Entry[]; diagnostics: Diagnostic[] }> {
  try {
    return { entries: await readDirectory(file), diagnostics: [] };
  } catch (error) {
    if (isUnreadable(error)) throw error;
  }
  const message =
    'The zip file is cut or its list of entries is broken; the entries were found one by one. Download or copy it again.';
  const diagnostics = [diagnose('file-damaged', message)];
  try {
    return { entries: await readDirectory(await rebuildDirectory(file)), diagnostics };
  } catch (error) {
    if (isUnreadable(error)) throw error;
    return { entries: [], diagnostics };
  }
}

// More files than this nobody packs; a list may name any number in a few bytes each.
const mostEntries = 50_000;

async function readDirectory(file: Blob): Promise<Entry[]> {
  const { BlobReader, ZipReader } = await import('@zip.js/zip.js/lib/zip-core-native.js');
  const reader = new ZipReader(new BlobReader(file), {
    useWebWorkers: false,
    // Names are labels here, and a file that other programs read otherwise is still read.
    filenameValidation: 'tolerant',
    strictness: 'tolerant',
  });
  const entries: Entry[] = [];
  for await (const entry of reader.getEntriesGenerator()) {
    entries.push(entry);
    if (entries.length > mostEntries) break;
  }
  return entries;
}

/** Gives each entry the bytes up to the next one; the directory begins where the last one's data end. A place may be a lie. */
function place(entries: Entry[], size: number): Placed[] {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  return sorted.map((entry, index) => {
    const start = Math.min(entry.offset, size);
    const next = Math.min(sorted[index + 1]?.offset ?? dataEnd(entry), size);
    return { entry, span: { start, end: Math.max(start, next) } };
  });
}

const headerBytes = 30;
const descriptorBytes = 16;

// The local header repeats the name; its extra field is not known here, so the last entry may end a little early.
function dataEnd(entry: Entry): number {
  const { offset, rawFilename, compressedSize, bitFlag } = entry;
  const descriptor = bitFlag?.dataDescriptor ? descriptorBytes : 0;
  return offset + headerBytes + rawFilename.length + compressedSize + descriptor;
}

const systemFile = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)/i;

function partOf(file: Blob, { entry, span }: Placed): Member | Rest {
  const name = labelOf(entry.filename);
  const rest = (kind: Rest['kind'], diagnostics: Diagnostic[] = []): Rest => ({
    kind,
    span,
    text: name,
    diagnostics,
  });
  if (entry.directory) return rest('boilerplate');
  if (systemFile.test(name))
    return rest('boilerplate', [diagnose('member-passed-over', `${name} belongs to the system.`, { span })]);
  if (entry.encrypted) {
    const message = `${name} is protected by a password. Unpack the zip file, and give the files in it.`;
    return rest('unread', [diagnose('member-encrypted', message, { span })]);
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== deflated) {
    const message = `${name} is packed by method ${entry.compressionMethod}. Unpack the zip file, and give the files in it.`;
    return rest('unread', [diagnose('compression-unknown', message, { span })]);
  }
  const renamed = name.endsWith('…') && !entry.filename.endsWith('…');
  return {
    kind: 'member',
    name,
    span,
    bytes: entry.uncompressedSize,
    open: () => readEntry(file, entry),
    ...(renamed && { diagnostics: [diagnose('member-renamed', `A name was too long: ${name}.`, { span })] }),
  };
}

const deflated = 8;

/**
 * The bytes of an entry as they are unpacked; fails after them where they are not what the directory says. Not the
 * library's own: that gives nothing of what came out before it failed.
 */
async function* readEntry(file: Blob, entry: Entry): AsyncIterable<Uint8Array> {
  const { offset, compressedSize, uncompressedSize, compressionMethod, signature } = entry;
  const header = new DataView(await file.slice(offset, offset + headerBytes).arrayBuffer());
  const start = offset + headerBytes + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = file.slice(start, start + compressedSize).stream();
  const checksum = new Checksum();
  let bytes = 0;
  for await (const chunk of compressionMethod === deflated
    ? packed.pipeThrough(new DecompressionStream('deflate-raw'))
    : packed) {
    checksum.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  if (bytes !== uncompressedSize) throw new Error(`it has ${bytes} bytes of ${uncompressedSize}`);
  if (checksum.value !== signature) throw new Error('its checksum differs');
}

const documentSigns: { entry: RegExp; kind: string }[] = [
  { entry: /^word\/document\.xml$/, kind: 'a Word document' },
  { entry: /^xl\/workbook\.(?:xml|bin)$/, kind: 'an Excel workbook' },
  { entry: /^ppt\/presentation\.xml$/, kind: 'a PowerPoint presentation' },
  { entry: /^META-INF\/container\.xml$/, kind: 'an e-book' },
  { entry: /^content\.xml$/, kind: 'an OpenDocument file' },
];

/** Office files are zip files too: what they hold is no export. */
function documentKind(entries: Entry[]): string | undefined {
  const isDocument = entries.some(
    ({ filename }) => filename === '[Content_Types].xml' || filename === 'mimetype',
  );
  if (!isDocument) return undefined;
  return documentSigns.find((sign) => entries.some(({ filename }) => sign.entry.test(filename)))?.kind;
}

function foreign(kind: string): Diagnostic {
  return diagnose(
    'file-foreign',
    `The file is ${kind}. Save it as RTF, HTML or text, or download the articles as such.`,
  );
}
