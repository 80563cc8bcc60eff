// A zip file without its list of entries: each entry has a header of its own before its data, and from those a new list
// is made, so that one way of reading serves whole and cut files.

const signatures = { entry: 0x04034b50, descriptor: 0x08074b50, directory: 0x02014b50, end: 0x06054b50 };
const entryHeader = 30;
const windowBytes = 1024 * 1024;
// Headers without data could be any number.
const mostEntries = 50_001;
// The list is written with 32-bit places.
const largest = 0xffffffff;

interface Found {
  header: DataView;
  name: Uint8Array;
  offset: number;
  packed: number;
  unpacked: number;
  checksum: number;
}

/** The file with a list of entries made from their own headers; what follows the last entry is left out. */
export async function rebuildDirectory(file: Blob): Promise<Blob> {
  const found: Found[] = [];
  let at = 0;
  let end = 0;
  while (at < Math.min(file.size, largest) && found.length < mostEntries) {
    const entry = await readEntry(file, at);
    if (entry) {
      found.push(entry.found);
      at = entry.end;
      end = entry.end;
    } else {
      const next = await findSignature(
        file,
        at + 1,
        (view, place) => view.getUint32(place, true) === signatures.entry,
      );
      if (next === undefined) break;
      at = next;
    }
  }
  const records = found.map(recordOf);
  const length = records.reduce((sum, record) => sum + record.length, 0);
  return new Blob([file.slice(0, end), ...records, endRecord(found.length, length, end)]);
}

async function readEntry(file: Blob, offset: number): Promise<{ found: Found; end: number } | undefined> {
  const header = await viewOf(file, offset, entryHeader);
  if (header.byteLength < entryHeader || header.getUint32(0, true) !== signatures.entry) return undefined;
  const nameLength = header.getUint16(26, true);
  const extraLength = header.getUint16(28, true);
  const name = await viewOf(file, offset + entryHeader, nameLength);
  const extra = await viewOf(file, offset + entryHeader + nameLength, extraLength);
  const start = offset + entryHeader + nameLength + extraLength;
  if (start > file.size) return undefined;
  const sizes = await sizesOf(file, { header, long: longSizes(extra), start });
  const packed = Math.min(sizes.packed, file.size - start);
  return {
    found: { header, name: new Uint8Array(name.buffer), offset, ...sizes, packed },
    end: start + packed,
  };
}

type Sizes = Pick<Found, 'packed' | 'unpacked'>;

const longField = 1;

/** The sizes of zip64, in an extra field: eight bytes each, unpacked before packed. */
function longSizes(extra: DataView): Sizes | undefined {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== longField || at + 20 > extra.byteLength) continue;
    return {
      unpacked: Number(extra.getBigUint64(at + 4, true)),
      packed: Number(extra.getBigUint64(at + 12, true)),
    };
  }
  return undefined;
}

const hasDescriptor = (header: DataView) => (header.getUint16(6, true) & 8) !== 0;

/** Sizes stand in the header, or behind the data in a descriptor, which is known by naming the distance to itself. */
async function sizesOf(
  file: Blob,
  { header, long, start }: { header: DataView; long: Sizes | undefined; start: number },
): Promise<Sizes & Pick<Found, 'checksum'>> {
  const short = { packed: header.getUint32(18, true), unpacked: header.getUint32(22, true) };
  const own = { checksum: header.getUint32(14, true), ...short, ...long };
  if (!hasDescriptor(header) || own.packed > 0) return own;
  const at = await findSignature(file, start, (view, place, position) => {
    if (view.getUint32(place, true) !== signatures.descriptor || place + 12 > view.byteLength) return false;
    return view.getUint32(place + 8, true) === position - start;
  });
  if (at === undefined) return { ...own, packed: file.size - start };
  const descriptor = await viewOf(file, at, 24);
  const place = long ? 16 : 12;
  return {
    checksum: descriptor.getUint32(4, true),
    packed: at - start,
    unpacked: descriptor.byteLength >= place + 4 ? descriptor.getUint32(place, true) : 0,
  };
}

async function viewOf(file: Blob, start: number, length: number): Promise<DataView> {
  return new DataView(await file.slice(start, start + length).arrayBuffer());
}

/** The first place from `start` on where `fits` says yes; `place` is within the view, `position` in the file. */
async function findSignature(
  file: Blob,
  start: number,
  fits: (view: DataView, place: number, position: number) => boolean,
): Promise<number | undefined> {
  for (let at = start; at < file.size; at += windowBytes) {
    // The windows overlap by more than a descriptor, so that none is cut.
    const view = await viewOf(file, at, windowBytes + 24);
    const last = Math.min(windowBytes, view.byteLength - 3);
    for (let place = 0; place < last; place++) {
      if (view.getUint8(place) === 0x50 && fits(view, place, at + place)) return at + place;
    }
  }
  return undefined;
}

/** One record of the list, its fields copied from the entry's header. */
function recordOf({ header, name, offset, packed, unpacked, checksum }: Found): Uint8Array<ArrayBuffer> {
  const record = new Uint8Array(46 + name.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, signatures.directory, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, header.getUint16(4, true), true);
  view.setUint16(8, header.getUint16(6, true), true);
  view.setUint16(10, header.getUint16(8, true), true);
  view.setUint32(12, header.getUint32(10, true), true);
  view.setUint32(16, checksum, true);
  view.setUint32(20, packed, true);
  view.setUint32(24, unpacked, true);
  view.setUint16(28, name.length, true);
  view.setUint32(42, offset, true);
  record.set(name, 46);
  return record;
}

function endRecord(entries: number, length: number, offset: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, signatures.end, true);
  view.setUint16(8, Math.min(entries, 0xffff), true);
  view.setUint16(10, Math.min(entries, 0xffff), true);
  view.setUint32(12, length, true);
  view.setUint32(16, offset, true);
  return new Uint8Array(view.buffer);
}
