/**
 * How are files read that users name? Regular files are read up to a limit, because a file without a limit could fill
 * the memory until the process ends without a message. Anything else, such as a pipe or a device, may never end: it
 * gets a complaint that names it and says what is wrong and what to do. The folder of a synthesized stack is read here,
 * too.
 */
import { constants } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { STEERING_JSON, type StackJson, type Steering, UnreadableSteeringJson, readSteeringJson } from '../../steering';
import { type ReadLimit, UserError, EXIT } from '../complaint';

/**
 * The limit of everything except plans. The plan of 5,000 resources has about 7 MB, and the files beside it are of
 * similar size.
 */
const USUAL_BOUND: ReadLimit = {
  bytes: 2 ** 26,
  because: () => 'is read of such a file. Look whether it is the one that is meant',
};

interface FileReading {
  readonly bound?: ReadLimit;
  /** The advice for a user who names a pipe. */
  readonly instead?: string;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
};

/** The kinds of paths that are not regular files, each with what is wrong and what to do. */
const KINDS = [
  ['isDirectory', 'it is a folder', 'Name a file in it'],
  ['isFIFO', 'it is a pipe, which may never end', undefined],
  ['isSocket', 'it is a socket, which may never end', undefined],
  ['isCharacterDevice', 'it is a device, which may never end', undefined],
  ['isBlockDevice', 'it is a device', undefined],
] as const;

const INTO_A_FILE = 'Write what comes out of it into a file, and name that';

/** @throws UserError */
export async function readText(path: string, what: string, reading: FileReading = {}): Promise<string> {
  const text = await readTextIfThere(path, what, reading);
  if (text === undefined) throw unreadable(path, what, 'there is no such file');
  return text;
}

/** Reads a file; undefined where there is no such file. @throws UserError */
export async function readTextIfThere(
  path: string,
  what: string,
  reading: FileReading = {},
): Promise<string | undefined> {
  const { bound = USUAL_BOUND, instead = INTO_A_FILE } = reading;
  let file: FileHandle | undefined;
  try {
    const found = await stat(path);
    const kind = KINDS.find(([is]) => found[is]());
    if (kind !== undefined) throw unreadable(path, what, kind[1], `${kind[2] ?? instead}.`);
    if (found.size > bound.bytes) throw tooLarge(path, what, found.size, bound);
    // The path may have become a pipe in the meantime, and that must not block the program.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return await readAll(file.createReadStream({ autoClose: false }), path, what, bound);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const { code = '', message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unreadable(path, what, REASONS[code] ?? message);
  } finally {
    await file?.close();
  }
}

/** Reads the whole text of a stream, up to a limit. @throws UserError */
export async function readAll(
  stream: AsyncIterable<Uint8Array | string>,
  path: string,
  what: string,
  bound: ReadLimit,
): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const buffer = Buffer.from(chunk as Uint8Array);
    bytes += buffer.length;
    if (bytes > bound.bytes) throw tooLarge(path, what, bytes, bound);
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Parses an object. The message of JSON.parse is not passed on, because it quotes the text, which may hold secrets.
 * @throws UserError
 */
export function parseObject(json: string, path: string, what: string, advice: string): Record<string, unknown> {
  if (json.startsWith('PK')) {
    throw unreadable(path, what, "it is terraform's own file of a plan, not JSON", advice);
  }
  let value: unknown;
  try {
    // Some shells on Windows begin every file with a byte order mark.
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    throw unreadable(path, what, json.trim() === '' ? 'it is empty' : 'it is not JSON', advice);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw unreadable(path, what, 'it holds no object', advice);
}

export function unreadable(path: string, what: string, reason: string, advice = ''): UserError {
  return new UserError(EXIT.unreadable, `${what} ${where(path)} cannot be read: ${reason}. ${advice}`.trimEnd());
}

/** Says where a text was read, in words for people. */
export function where(path: string): string {
  return path === '-' ? 'on stdin' : path;
}

function tooLarge(path: string, what: string, bytes: number, { because }: ReadLimit): UserError {
  const size = Math.ceil(bytes / 2 ** 20);
  return new UserError(
    EXIT.unreadable,
    `${what} ${where(path)} has ${size} MB${path === '-' ? ' or more' : ''}, more than ${because(bytes)}.`,
  );
}

const WHAT = 'The stack';
const ADVICE = 'Synthesize it with: cdktf synth';
const STACK_FILE = 'cdk.tf.json';
/** The most stacks that a complaint names. */
const MOST_STACKS = 20;

/** The files of a synthesized stack: what it writes, and what it demands of its traffic. */
export interface StackFiles {
  readonly json: StackJson;
  /** The path of cdk.tf.json. */
  readonly path: string;
  /** The demands of the stack; left out where it demands nothing. */
  readonly steering?: Steering;
  /** The sentence that says that the demands of the stack were lost; left out where they were not. */
  readonly lost?: string;
}

/** @throws UserError */
export async function readStack(folder: string): Promise<StackFiles> {
  const stack = await readStackIfThere(folder);
  if (stack !== undefined) return stack;
  const stacks = await stacksIn(folder);
  throw stacks.length > 0
    ? holdsStacks(folder, stacks)
    : unreadable(join(folder, STACK_FILE), WHAT, 'there is no such file');
}

/** Lists the folders of stacks in the folder that synth writes, in its `stacks`, or in the folder of a project. */
export async function stacksIn(folder: string): Promise<string[]> {
  for (const within of [folder, join(folder, 'stacks'), join(folder, 'cdktf.out', 'stacks')]) {
    const names = await readdir(within).catch(() => []);
    const isStack = await Promise.all(names.map((name) => stat(join(within, name, STACK_FILE)).catch(() => undefined)));
    const found = names.filter((_name, index) => isStack[index]?.isFile()).sort();
    if (found.length > 0) return found.map((name) => join(within, name));
  }
  return [];
}

/** Says that a folder is of no stack, and which stacks it holds. */
export function holdsStacks(folder: string, stacks: readonly string[]): UserError {
  const shown = stacks.slice(0, MOST_STACKS).join(', ');
  const more = stacks.length > MOST_STACKS ? ` and ${stacks.length - MOST_STACKS} more` : '';
  return new UserError(EXIT.unreadable, `${folder} is not the folder of one stack. Name a stack: ${shown}${more}.`);
}

/** Reads a stack; undefined where there is none in the folder. @throws UserError */
export async function readStackIfThere(folder: string): Promise<StackFiles | undefined> {
  const path = join(folder, STACK_FILE);
  const text = await readTextIfThere(path, WHAT);
  return text === undefined ? undefined : stackFrom(text, path, folder);
}

async function stackFrom(text: string, path: string, folder: string): Promise<StackFiles> {
  const steering = await readSteering(join(folder, STEERING_JSON));
  const json: StackJson = parseObject(text, path, WHAT, ADVICE);
  const lost = steering === undefined ? lostDemands(folder, json) : undefined;
  return { json, path, ...(steering !== undefined && { steering }), ...(lost !== undefined && { lost }) };
}

/**
 * Says that steering.json was lost, because otherwise nobody would notice that its tests are missing. Synth writes the
 * file beside cdk.tf.json.
 */
export function lostDemands(folder: string, stack: StackJson): string | undefined {
  if (!isSynthesized(stack)) return undefined;
  return (
    `There is no ${join(folder, STEERING_JSON)}, so no traffic test and no invariant of the stack is judged. ` +
    `Synth writes it beside ${STACK_FILE}: keep the two together.`
  );
}

/** Says whether cdktf wrote a stack, from constructs of ours. */
function isSynthesized(stack: StackJson): boolean {
  const { '//': about, resource = {} } = stack as StackJson & { readonly '//'?: unknown };
  const ours = Object.entries(resource).filter(([type]) => type.startsWith('netskopesteering_'));
  return about !== undefined && ours.some(([, blocks]) => /\/Resource"/.test(JSON.stringify(blocks)));
}

async function readSteering(path: string): Promise<Steering | undefined> {
  const text = await readTextIfThere(path, 'What the stack demands,');
  if (text === undefined) return undefined;
  try {
    return readSteeringJson(text, path);
  } catch (cause) {
    if (cause instanceof UnreadableSteeringJson) throw new UserError(EXIT.unreadable, ...cause.lines);
    throw cause;
  }
}
