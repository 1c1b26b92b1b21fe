/** Reads a zip archive, such as a plan file: what a search of its compressed bytes would miss. */
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;
const DEFLATED = 8;

/** The entries by name, decompressed (APPNOTE.TXT 4.3: the directory at the end says where each one lies). */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('this is no zip archive');
  const entries = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = zip.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const header = zip.readUInt32LE(at + 42);
    const begin = header + LOCAL_HEADER_BYTES + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const data = zip.subarray(begin, begin + size);
    const deflated = zip.readUInt16LE(at + 10) === DEFLATED;
    entries.set(
      zip.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + name),
      deflated ? inflateRawSync(data) : data,
    );
    at += ENTRY_BYTES + name + extra + comment;
  }
  return entries;
}
