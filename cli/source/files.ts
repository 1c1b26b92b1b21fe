/** Files that users name, read as JSON objects, or a complaint that says which file it is and what is wrong with it. */
import { readFile } from 'node:fs/promises';
import { Complaint, EXIT } from '../complaint';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
};

/** @throws Complaint */
export async function readText(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    throw unreadable(path, what, REASONS[code] ?? message);
  }
}

/** Undefined where there is no such file. @throws Complaint */
export async function readTextIfThere(path: string, what: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unreadable(path, what, REASONS[code] ?? message);
  }
}

/** What JSON.parse says is not passed on: it quotes the text, which may hold what is secret. @throws Complaint */
export function parseObject(json: string, path: string, what: string, advice: string): Record<string, unknown> {
  if (json.startsWith('PK')) {
    throw unreadable(path, what, "it is terraform's own file of a plan, not JSON", advice);
  }
  let value: unknown;
  try {
    // Some shells of Windows begin every file with a byte order mark.
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    throw unreadable(path, what, json.trim() === '' ? 'it is empty' : 'it is not JSON', advice);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw unreadable(path, what, 'it holds no object', advice);
}

export function unreadable(path: string, what: string, reason: string, advice = ''): Complaint {
  return new Complaint(EXIT.unreadable, `${what} ${where(path)} cannot be read: ${reason}. ${advice}`.trimEnd());
}

/** A path as people read it. */
export function where(path: string): string {
  return path === '-' ? 'on stdin' : path;
}
