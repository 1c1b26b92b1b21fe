/**
 * A ZIP archive, of which a few files are read and nothing is ever written to disk. Node inflates; what is left to do is
 * to read the directory at the end of the archive (APPNOTE.TXT 4.3). That is little, so there is no library for it: what
 * is seldom, such as ZIP64 or encryption, is refused, and whoever has such an archive unpacks it and names the folder.
 */
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import * as zlib from 'node:zlib';

/** A file in an archive. */
export interface ZipEntry {
  /** Its name without its folders, which are never used. */
  readonly name: string;
  readonly size: number;
  readonly packed: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly checksum: number;
  /** Where its header stands. */
  readonly at: number;
}

/** The error for an archive that is not read. The message says why, as part of a sentence. */
export class UnreadableZip extends Error {
  override readonly name = 'UnreadableZip';
}

const END = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const HEADER = 0x04034b50;
const HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 0x1;
/** What stands in a field whose value is in the ZIP64 part. */
const IN_ZIP64 = 0xffffffff;

/** The most bytes of a directory: 65,535 files with names of 200 characters. */
const LARGEST_DIRECTORY = 2 ** 24;
/** The most bytes of all files together that are read. */
const LARGEST_CONTENT = 2 ** 32;
/** A file of this size or more grows by no more than so many times: logs grow by 10 to 100 times. */
const LARGE = 2 ** 24;
const LARGEST_GROWTH = 500;

const UNPACK = 'Unpack it, and name the folder';

/**
 * Reads the directory of an archive.
 * @throws UnreadableZip
 */
export async function readZipDirectory(file: FileHandle, size: number): Promise<ZipEntry[]> {
  const tail = await bytesAt(file, Math.max(0, size - END_BYTES - LONGEST_COMMENT), size);
  const end = tail.lastIndexOf(END);
  if (end < 0 || end + END_BYTES > tail.length)
    throw damaged('it has no directory at its end, so it was cut off or is none');
  const bytes = tail.readUInt32LE(end + 12);
  const from = tail.readUInt32LE(end + 16);
  const count = tail.readUInt16LE(end + 10);
  if (from === IN_ZIP64 || bytes === IN_ZIP64 || count === 0xffff) {
    throw new UnreadableZip(`it is of the kind ZIP64, which is not read here. ${UNPACK}.`);
  }
  if (bytes > LARGEST_DIRECTORY) throw new UnreadableZip(`its directory has ${megabytes(bytes)}. ${UNPACK}.`);
  if (from + bytes > size) throw damaged('its directory stands beyond its end');
  return entriesIn(await bytesAt(file, from, from + bytes), count);
}

function entriesIn(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let left = count; left > 0; left -= 1) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY)
      throw damaged('its directory is cut off');
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset));
    const path = directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + name);
    entries.push({
      name: path.split(/[\\/]/).at(-1) ?? '',
      size: directory.readUInt32LE(at + 24),
      packed: directory.readUInt32LE(at + 20),
      method: directory.readUInt16LE(at + 10),
      isEncrypted: (directory.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
      checksum: directory.readUInt32LE(at + 16),
      at: directory.readUInt32LE(at + 42),
    });
    at += ENTRY_BYTES + name + extra + comment;
  }
  return entries;
}

/**
 * Refuses what is not read of an archive, before anything is: what is encrypted, packed in another way, or made to fill
 * a disk. Files that share their bytes are the way to pack more into an archive than its size allows.
 * @throws UnreadableZip
 */
export function checkZipEntries(entries: readonly ZipEntry[]): void {
  for (const { name, size, packed, method, isEncrypted, at } of entries) {
    if (isEncrypted) throw new UnreadableZip(`${name} in it is encrypted. ${UNPACK}.`);
    if ([size, packed, at].includes(IN_ZIP64)) throw new UnreadableZip(`${name} in it needs ZIP64. ${UNPACK}.`);
    if (method !== STORED && method !== DEFLATED) {
      throw new UnreadableZip(`${name} in it is packed by method ${method}, which is not read here. ${UNPACK}.`);
    }
    if (size >= LARGE && size > packed * LARGEST_GROWTH) {
      throw new UnreadableZip(
        `${name} in it grows from ${megabytes(packed)} to ${megabytes(size)}, as no log does. It may be made to fill a disk.`,
      );
    }
  }
  const sum = entries.reduce((all, { size }) => all + size, 0);
  if (sum > LARGEST_CONTENT) throw new UnreadableZip(`it unpacks to ${megabytes(sum)}, which is too much. ${UNPACK}.`);
  const places = [...entries].sort((one, other) => one.at - other.at);
  places.forEach(({ at, packed, name }, index) => {
    const next = places[index + 1];
    if (next !== undefined && at + HEADER_BYTES + packed > next.at)
      throw damaged(`${name} and another file in it share bytes`);
  });
}

/**
 * Reads the content of a file in an archive, piece by piece.
 * @throws UnreadableZip where it is not what the directory says
 */
export async function* contentOf(file: FileHandle, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const { name, at, packed, method, size, checksum } = entry;
  const header = await bytesAt(file, at, at + HEADER_BYTES);
  if (header.length < HEADER_BYTES || header.readUInt32LE(0) !== HEADER)
    throw damaged(`${name} in it is not where it should be`);
  const start = at + HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
  let [read, sum] = [0, 0];
  try {
    for await (const chunk of packed === 0 ? [] : unpacked(file, start, packed, method)) {
      read += chunk.length;
      if (read > size) throw damaged(`${name} in it has more bytes than its directory says`);
      sum = crc(chunk, sum);
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof UnreadableZip || !String((cause as NodeJS.ErrnoException).code).startsWith('Z_')) throw cause;
    throw damaged(`${name} in it cannot be unpacked`);
  }
  if (read !== size) throw damaged(`${name} in it has fewer bytes than its directory says`);
  if (hasChecksums && sum !== checksum) throw damaged(`${name} in it is not what was packed`);
}

function unpacked(file: FileHandle, start: number, packed: number, method: number): AsyncIterable<Buffer> {
  const raw = file.createReadStream({ start, end: start + packed - 1, autoClose: false });
  if (method === STORED) return raw as AsyncIterable<Buffer>;
  // Errors reach whoever reads the last stream.
  return pipeline(raw, zlib.createInflateRaw(), () => undefined);
}

/** Older releases of Node 20 have no checksums; there a damaged file may go unnoticed where it still unpacks. */
const hasChecksums = typeof zlib.crc32 === 'function';
const crc = (chunk: Uint8Array, sum: number): number => (hasChecksums ? zlib.crc32(chunk, sum) : 0);

async function bytesAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, to - from));
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

function damaged(why: string): UnreadableZip {
  return new UnreadableZip(`${why}. Export it again.`);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`;
}
