/**
 * The files of an endpoint are read here, out of a folder or a ZIP archive. They are known by their names, and all
 * others are left alone. Small ones are read whole, logs piece by piece.
 */
import { constants } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ConfigurationFile,
  CONFIGURATION_FILES,
  type BypassRow,
  type EndpointFiles,
  NotOfEndpoint,
  byAge,
  isLog,
  readConfigurationFile,
  readDiagnosis,
} from './endpoint-files';
import { LineCutter, textOf } from './lines';
import type { LogReader } from './sightings';
import { UnreadableZip, type ZipEntry, checkZipEntries, contentOf, readZipDirectory } from './zip';

/** The error for files that cannot be read. The message says which, why, and what to do. */
export class UnreadableEndpoint extends Error {
  override readonly name = 'UnreadableEndpoint';
}

/** A file of an endpoint, in a folder or an archive. */
interface EndpointFile {
  /** Its name without its folders. */
  readonly name: string;
  readonly size: number;
  readonly content: () => AsyncIterable<Uint8Array>;
}

/** The most bytes of a file in JSON. A client takes no configuration above 1 MB. [doc] */
const LARGEST_JSON = 2 ** 26;
/** The most bytes of a text file that may be the output of nsdiag, which has some 2,000. */
const LARGEST_TEXT = 2 ** 20;
/** How many folders below each other, and how many files, are looked at. */
const DEEPEST = 8;
const MOST_FILES = 10_000;

/**
 * Reads the files of an endpoint, and hands the lines of its logs to a reader.
 * @throws UnreadableEndpoint
 */
export async function readEndpoint(path: string, log: LogReader): Promise<EndpointFiles> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await readFiles(path, await filesIn(path), log);
    if (!found.isFile())
      throw unreadable(path, 'it is neither a folder nor a file. Name the folder or the ZIP archive');
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const entries = (await readZipDirectory(file, found.size)).filter(({ name }) => isWanted(name));
      checkZipEntries(entries);
      return await readFiles(path, filesOf(file, entries), log);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw cause instanceof UnreadableEndpoint ? cause : complaintOf(path, cause);
  }
}

function complaintOf(path: string, cause: unknown): Error {
  if (cause instanceof UnreadableZip)
    return new UnreadableEndpoint(`The ZIP archive ${path} cannot be read: ${cause.message}`);
  const { code } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return unreadable(path, 'there is no such folder or file');
  if (code === 'EACCES' || code === 'EPERM')
    return unreadable(path, 'this user may not read all of it. Copy its files as a user who may');
  return cause as Error;
}

function unreadable(path: string, why: string): UnreadableEndpoint {
  return new UnreadableEndpoint(`The endpoint's files at ${path} cannot be read: ${why}.`);
}

function isJson(name: string): boolean {
  return CONFIGURATION_FILES.some((one) => one === name.toLowerCase());
}

function isWanted(name: string): boolean {
  return isJson(name) || isLog(name) || /\.txt$/i.test(name);
}

async function filesIn(root: string, folder = root, depth = 1, seen = { files: 0 }): Promise<EndpointFile[]> {
  const found: EndpointFile[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    seen.files += 1;
    if (seen.files > MOST_FILES) {
      throw unreadable(root, `it has more than ${MOST_FILES} files. Name the folder of one endpoint`);
    }
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < DEEPEST) found.push(...(await filesIn(root, path, depth + 1, seen)));
    if (entry.isDirectory() || !isWanted(entry.name)) continue;
    const { name } = entry;
    const about = await stat(path).catch(() => undefined);
    if (about === undefined || about.isDirectory()) continue;
    // A pipe or a device may never end.
    if (!about.isFile())
      throw new UnreadableEndpoint(`${name} cannot be read: it is no regular file. Copy what is in it.`);
    found.push({ name, size: about.size, content: () => contentAt(path) });
  }
  return found;
}

async function* contentAt(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  yield* file.createReadStream({ highWaterMark: 2 ** 18 }) as AsyncIterable<Buffer>;
}

function filesOf(file: FileHandle, entries: readonly ZipEntry[]): EndpointFile[] {
  return entries.map((entry) => ({ name: entry.name, size: entry.size, content: () => contentOf(file, entry) }));
}

async function readFiles(path: string, found: readonly EndpointFile[], log: LogReader): Promise<EndpointFiles> {
  const files: ConfigurationFile[] = [];
  let bypass: readonly BypassRow[] | undefined;
  for (const name of CONFIGURATION_FILES) {
    const read = await readOne(
      name,
      found.filter((one) => one.name.toLowerCase() === name),
    );
    files.push(...(read?.files ?? []));
    bypass ??= read?.bypass;
  }
  for (const file of found.filter(({ name, size }) => /\.txt$/i.test(name) && size <= LARGEST_TEXT)) {
    const diagnosis = readDiagnosis(textOf(await bytesOf(file)));
    if (diagnosis !== undefined) files.push(diagnosis);
  }
  const logs = found.filter(({ name }) => isLog(name)).sort((one, other) => byAge(one.name, other.name));
  for (const one of logs) await readLog(one, log);
  if (files.length + logs.length > 0) return { files, ...(bypass !== undefined && { bypass }) };
  throw unreadable(
    path,
    `none of its files is one of a client: ${CONFIGURATION_FILES.join(', ')}, nsdebuglog.log, or the output of nsdiag -f as a .txt file. Name the folder or the ZIP archive of one endpoint`,
  );
}

/** Reads the file of a name, of which there may be copies that say the same. */
async function readOne(name: string, files: readonly EndpointFile[]): Promise<EndpointFiles | undefined> {
  const [first, ...others] = files;
  if (first === undefined) return undefined;
  const text = await jsonOf(first);
  for (const other of others) {
    if ((await jsonOf(other)) === text) continue;
    throw new UnreadableEndpoint(
      `There are ${files.length} files ${name} that differ. Name the folder of one endpoint.`,
    );
  }
  try {
    return readConfigurationFile(name, text);
  } catch (cause) {
    if (!(cause instanceof NotOfEndpoint)) throw cause;
    throw new UnreadableEndpoint(
      `${name} cannot be read: ${cause.message}. Export it again, or take it out of the folder.`,
    );
  }
}

async function jsonOf(file: EndpointFile): Promise<string> {
  if (file.size <= LARGEST_JSON) return textOf(await bytesOf(file));
  throw new UnreadableEndpoint(
    `${file.name} cannot be read: it has ${Math.ceil(file.size / 2 ** 20)} MB, more than any client takes. Look whether it is the one that is meant.`,
  );
}

/** Reads a file whose size the caller has looked at. It may have grown since. */
async function bytesOf({ content, size }: EndpointFile): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let read = 0;
  for await (const chunk of content()) {
    chunks.push(chunk);
    read += chunk.length;
    if (read > size) break;
  }
  return Buffer.concat(chunks).subarray(0, size);
}

async function readLog({ name, content }: EndpointFile, log: LogReader): Promise<void> {
  const take = log.begin(name.toLowerCase());
  const cutter = new LineCutter();
  for await (const chunk of content()) take(cutter.push(chunk));
  take(cutter.end());
}
