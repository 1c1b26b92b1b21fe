/** How files become a ZIP archive (APPNOTE.TXT 4.3). */
import { gzipSync } from 'node:zlib';

const VERSION = 20;
/** Names are in UTF-8. */
const UTF8 = 0x0800;
const DEFLATED = 8;
/** Midnight of 1 January 1980, the first time that a ZIP can name. */
const [TIME, DAY] = [0, 0x21];

/** Packs files into an archive. Its bytes depend on the files alone. */
export function packZip(files: ReadonlyMap<string, string>): Buffer {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const { data, description } = describe(name, text);
    const entry = Buffer.concat([numbers(4, 0x04034b50), description, Buffer.from(name), data]);
    // After what both have: no comment, the first disk, no attributes of either sort, and where the entry lies.
    const made = [numbers(4, 0x02014b50), numbers(2, VERSION)];
    directory.push(...made, description, numbers(2, 0, 0, 0), numbers(4, 0, offset), Buffer.from(name));
    entries.push(entry);
    offset += entry.length;
  }
  const length = directory.reduce((total, part) => total + part.length, 0);
  const end = [
    numbers(4, 0x06054b50),
    numbers(2, 0, 0, files.size, files.size),
    numbers(4, length, offset),
    numbers(2, 0),
  ];
  return Buffer.concat([...entries, ...directory, ...end]);
}

/** The deflated data of a file, and what its entry and the directory both say of it. */
function describe(name: string, text: string): { data: Buffer; description: Buffer } {
  // A gzip file holds what a ZIP needs: after ten bytes the data, and at its end the checksum and the size.
  const gzip = gzipSync(text);
  const data = gzip.subarray(10, -8);
  const [checksum, size] = [gzip.readUInt32LE(gzip.length - 8), gzip.readUInt32LE(gzip.length - 4)];
  const description = Buffer.concat([
    numbers(2, VERSION, UTF8, DEFLATED, TIME, DAY),
    numbers(4, checksum, data.length, size),
    numbers(2, Buffer.byteLength(name), 0),
  ]);
  return { data, description };
}

function numbers(bytes: 2 | 4, ...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(bytes * values.length);
  values.forEach((value, index) => buffer.writeUIntLE(value, index * bytes, bytes));
  return buffer;
}
